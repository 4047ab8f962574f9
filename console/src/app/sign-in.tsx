import { languages } from '@lingxi/contract/message'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.ts'
import { chooseLanguage } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Field, PasswordInput, TextInput } from '../ui/field.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { Mark } from './mark.tsx'

export function SignIn({ ended }: { ended: boolean }) {
  const { t, i18n } = useTranslation()
  const { session } = useApi()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({ mutationFn: () => session.signIn(email.trim(), password) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  const language = languages.find((each) => each === i18n.language) ?? 'zh'
  return (
    <main className="relative grid min-h-full place-items-center overflow-hidden px-4 py-10">
      <Threads />
      <div className="relative w-full max-w-sm">
        <div className="mb-7 flex items-center gap-3.5">
          <Mark className="size-12" />
          <div>
            <p className="text-xl font-semibold">{t('app.product')}</p>
            <p className="text-ink-soft">{t('app.signIn.lead')}</p>
          </div>
        </div>
        <form
          onSubmit={submit}
          className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-6 shadow-lift"
        >
          <h1 className="text-lg font-semibold">{t('app.signIn.heading')}</h1>
          {ended && !signIn.error && (
            <output className="block rounded-lg border border-note-line bg-note px-3 py-2 text-sm text-note-ink">
              {t('app.signIn.ended')}
            </output>
          )}
          <Refused error={signIn.error} />
          <Field label={t('app.signIn.email')}>
            {(names) => (
              <TextInput
                {...names}
                type="email"
                autoComplete="username"
                required
                value={email}
                onChange={(event) => setEmail(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('app.signIn.password')}>
            {(names) => (
              <PasswordInput
                {...names}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" look="primary" disabled={signIn.isPending} className="mt-1 h-10">
            {t(signIn.isPending ? 'app.signIn.submitting' : 'app.signIn.submit')}
          </Button>
        </form>
        <div className="mt-5 flex justify-center">
          <Segments
            label={t('app.language.label')}
            value={language}
            options={languages.map((value) => ({ value, label: t(`app.language.${value}`) }))}
            onChange={(next) => chooseLanguage(i18n, next)}
          />
        </div>
      </div>
    </main>
  )
}

/** The two strokes of the mark, large and faint behind the form. */
function Threads() {
  return (
    <svg
      viewBox="0 0 1200 800"
      aria-hidden
      preserveAspectRatio="xMidYMid slice"
      className="absolute inset-0 size-full text-accent opacity-12"
    >
      <path
        d="M-80 620C160 620 260 300 600 300"
        fill="none"
        stroke="currentColor"
        strokeWidth="90"
        strokeLinecap="round"
      />
      <path
        d="M1280 180c-240 0-340 320-680 320"
        fill="none"
        stroke="currentColor"
        strokeWidth="90"
        strokeLinecap="round"
        opacity=".55"
      />
    </svg>
  )
}
