import type { ApiKey } from '@lingxi/contract/staff'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeApiKey } from '../api/staff-queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { KeyScopes } from './key-scopes.tsx'

/** What a key is called and what it is for; the key itself stays as it is. */
export function ChangeApiKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const formId = useId()
  const [name, setName] = useState(apiKey.name)
  const [scopes, setScopes] = useState(apiKey.scopes)
  const { mutate, error, isPending } = useChangeApiKey()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const onSuccess = () => {
      tell(t('settings.changedKey'))
      onClose()
    }
    mutate({ id: apiKey.id, name: name.trim(), scopes }, { onSuccess })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.changeKey', { name: apiKey.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={isPending}>
            {t('app.actions.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Refused error={error} />
        <Field label={t('settings.keyName')}>
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
