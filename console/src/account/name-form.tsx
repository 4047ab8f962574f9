import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeMe } from '../api/staff-queries.ts'
import { useMe } from '../api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

export function NameForm() {
  const { t } = useTranslation()
  const me = useMe()
  const { tell } = useToast()
  const [name, setName] = useState(me.name)
  const save = useChangeMe()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(name.trim(), { onSuccess: () => void tell(t('account.nameSaved')) })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Refused error={save.error} />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('account.name')} className="min-w-48 flex-1">
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
        <Button type="submit" look="primary" disabled={save.isPending || !name.trim() || name.trim() === me.name}>
          {t(save.isPending ? 'app.actions.saving' : 'app.actions.save')}
        </Button>
      </div>
    </form>
  )
}
