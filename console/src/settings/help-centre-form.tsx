import { languages } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { Panel } from '../ui/page.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { SaveRow } from './save-row.tsx'

type HelpCentre = Settings['helpCentre']

const titles = { zh: 'titleZh', en: 'titleEn' } as const

/** The public pages: whether they are there, under which name, in which colour. */
export function HelpCentreForm({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const start = settings.helpCentre
  const [form, setForm] = useState(start)
  const save = useChangeSettings()
  const change = (part: Partial<HelpCentre>) => setForm((before) => ({ ...before, ...part }))
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ helpCentre: form }, { onSuccess: () => void tell(t('settings.saved')) })
  }
  return (
    <Panel title={t('helpCentre.heading')}>
      <form onSubmit={submit}>
        <fieldset disabled={!mayChange} className="flex flex-col gap-5">
          <Refused error={save.error} />
          <Toggle
            label={t('helpCentre.enabled')}
            checked={form.enabled}
            disabled={!mayChange}
            onChange={(enabled) => change({ enabled })}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            {languages.map((language) => (
              <Field key={language} label={t(`helpCentre.${titles[language]}`)}>
                {(names) => (
                  <TextInput
                    {...names}
                    maxLength={80}
                    value={form.title[language]}
                    onChange={(event) => change({ title: { ...form.title, [language]: event.target.value } })}
                  />
                )}
              </Field>
            ))}
            <Field label={t('helpCentre.domain')} hint={t('helpCentre.domainHint')}>
              {(names) => (
                <TextInput
                  {...names}
                  placeholder="help.example.com"
                  maxLength={253}
                  value={form.domain ?? ''}
                  onChange={(event) => change({ domain: event.target.value.trim() || null })}
                />
              )}
            </Field>
            <Field label={t('helpCentre.accent')} hint={t('helpCentre.accentHint')}>
              {(names) => (
                <input
                  {...names}
                  type="color"
                  className="h-10 w-20 cursor-pointer rounded-lg border border-line-strong bg-surface p-1"
                  value={form.accent}
                  onChange={(event) => change({ accent: event.target.value })}
                />
              )}
            </Field>
          </div>
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="flex gap-4 text-sm">
              {start.enabled &&
                languages.map((language) => (
                  <a
                    key={language}
                    className="text-accent underline"
                    href={`/help/${language}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t('helpCentre.open', { language: t(`app.languages.${language}`) })}
                  </a>
                ))}
            </span>
            {mayChange && <SaveRow changed={changed} isPending={save.isPending} onDiscard={() => setForm(start)} />}
          </div>
        </fieldset>
      </form>
    </Panel>
  )
}
