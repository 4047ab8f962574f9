import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../api/session.ts'
import { useChangePassword } from '../api/staff-queries.ts'
import { useMe } from '../api/use-session.ts'
import { Button } from '../ui/button.tsx'
import { Field, PasswordInput } from '../ui/field.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'

const shortest = 10
const nothing = { current: '', next: '', again: '' }

export function PasswordForm() {
  const { t } = useTranslation()
  const me = useMe()
  const { tell } = useToast()
  const [form, setForm] = useState(nothing)
  const [tried, setTried] = useState(false)
  const change = useChangePassword()
  const wrong = isProblem(change.error, 'wrong-credentials')
  const tooShort = form.next.length < shortest
  const differs = form.next !== form.again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (tooShort || differs) return
    change.mutate(
      { current: form.current, next: form.next },
      {
        onSuccess: () => {
          setForm(nothing)
          setTried(false)
          tell(t('account.changed'))
        },
      },
    )
  }
  const fields = [
    { name: 'current', error: wrong ? t('account.wrongCurrent') : undefined, hint: undefined },
    { name: 'next', error: tried && tooShort ? t('account.tooShort') : undefined, hint: t('account.nextHint') },
    { name: 'again', error: tried && differs ? t('account.mismatch') : undefined, hint: undefined },
  ] as const
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Refused error={wrong ? undefined : change.error} />
      {/* So that a password manager knows whose password changes. */}
      <input type="text" autoComplete="username" value={me.email} readOnly hidden />
      {fields.map(({ name, error, hint }) => (
        <Field key={name} label={t(`account.${name}`)} error={error} hint={hint}>
          {(names) => (
            <PasswordInput
              {...names}
              required
              autoComplete={name === 'current' ? 'current-password' : 'new-password'}
              value={form[name]}
              onChange={(event) => setForm({ ...form, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="flex justify-end">
        <Button type="submit" look="primary" disabled={change.isPending}>
          {t(change.isPending ? 'app.actions.saving' : 'account.change')}
        </Button>
      </div>
    </form>
  )
}
