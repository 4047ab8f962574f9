import { type Scope, usualScopes } from '@lingxi/contract/scope'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddApiKey } from '../api/staff-queries.ts'
import { Button } from '../ui/button.tsx'
import { CopyOnce } from '../ui/copy-once.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { KeyScopes } from './key-scopes.tsx'

/** First its name, then the key itself, this once. */
export function AddApiKey({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const formId = useId()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>([...usualScopes])
  const { mutate, data, error, isPending, reset } = useAddApiKey()
  const close = () => {
    onClose()
    setName('')
    setScopes([...usualScopes])
    reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ name: name.trim(), scopes })
  }
  if (data) {
    return (
      <Dialog
        open={open}
        onClose={close}
        title={t('settings.keyTitle', { name: data.apiKey.name })}
        about={t('settings.keyText')}
        footer={<Button onClick={close}>{t('app.actions.close')}</Button>}
      >
        <CopyOnce text={data.key} label={t('settings.keys')} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('settings.addKey')}
      footer={
        <>
          <Button onClick={close}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending}>
            {t('settings.addKey')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <Field label={t('settings.keyName')} hint={t('settings.keyNameHint')}>
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <KeyScopes value={scopes} onChange={setScopes} />
      </form>
    </Dialog>
  )
}
