import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Refused } from '../../ui/states.tsx'

type NameDialogProps = {
  title: string
  about?: string
  name: string
  saving: { isPending: boolean; error: Error | null }
  onSubmit: (name: string) => void
  onClose: () => void
  children?: ReactNode
}

export const isPartName = (name: string) => /^[a-z][a-z0-9_]{0,59}$/.test(name)

/** The name that expressions and other flows know a part by. */
export function NameDialog({ title, about, name: first, saving, onSubmit, onClose, children }: NameDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(first)
  const form = useId()
  const isFaulty = !isPartName(name)
  return (
    <Dialog
      open
      title={title}
      about={about}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.actions.cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={isFaulty || saving.isPending}>
            {t('app.actions.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isFaulty) onSubmit(name)
        }}
      >
        <Refused error={saving.error} />
        {children}
        <Field
          label={t('flows.name')}
          hint={t('flows.nameHint')}
          error={name && isFaulty ? t('flowForms.noName') : undefined}
        >
          {(names) => (
            <TextInput
              {...names}
              required
              maxLength={60}
              className="font-mono"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
