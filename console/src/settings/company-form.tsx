import { languages } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { Panel } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { SuggestInput } from '../ui/suggest-input.tsx'
import { useToast } from '../ui/toast.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { changeOf, type CompanyForm as Form, isTooMuch, toForm } from './settings-form.ts'
import { SaveRow } from './save-row.tsx'

const zones = Intl.supportedValuesOf('timeZone')
const words = {
  zh: { greeting: 'greetingZh', suggestions: 'suggestionsZh' },
  en: { greeting: 'greetingEn', suggestions: 'suggestionsEn' },
} as const

export function CompanyForm({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const start = toForm(settings)
  const [form, setForm] = useState(start)
  const save = useChangeSettings()
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const tooMuch = languages.filter((language) => isTooMuch(form.suggestions[language]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (tooMuch.length === 0) save.mutate(changeOf(form, start), { onSuccess: () => void tell(t('settings.saved')) })
  }
  return (
    <Panel title={t('settings.company')}>
      <form onSubmit={submit}>
        <fieldset disabled={!mayChange} className="flex flex-col gap-5">
          <Refused error={save.error} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('settings.companyName')}>
              {(names) => (
                <TextInput
                  {...names}
                  required
                  maxLength={80}
                  value={form.companyName}
                  onChange={(event) => change({ companyName: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('settings.botName')}>
              {(names) => (
                <TextInput
                  {...names}
                  required
                  maxLength={40}
                  value={form.botName}
                  onChange={(event) => change({ botName: event.target.value })}
                />
              )}
            </Field>
          </div>
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium text-ink-soft">{t('settings.defaultLanguage')}</span>
            {mayChange ? (
              <Segments
                label={t('settings.defaultLanguage')}
                value={form.defaultLanguage}
                options={languages.map((value) => ({ value, label: t(`app.languages.${value}`) }))}
                onChange={(defaultLanguage) => change({ defaultLanguage })}
              />
            ) : (
              t(`app.languages.${form.defaultLanguage}`)
            )}
            <span className="text-xs text-ink-faint">{t('settings.defaultLanguageHint')}</span>
          </div>
          <Field label={t('settings.timeZone')} hint={t('settings.timeZoneHint')}>
            {(names) => (
              <SuggestInput
                names={names}
                value={form.timeZone}
                suggestions={zones}
                maxLength={60}
                onChange={(timeZone) => change({ timeZone })}
              />
            )}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            {languages.map((language) => (
              <Field key={language} label={t(`settings.${words[language].greeting}`)}>
                {(names) => (
                  <TextArea
                    {...names}
                    rows={3}
                    maxLength={500}
                    value={form.greeting[language]}
                    onChange={(event) => change({ greeting: { ...form.greeting, [language]: event.target.value } })}
                  />
                )}
              </Field>
            ))}
            {languages.map((language) => (
              <Field
                key={language}
                label={t(`settings.${words[language].suggestions}`)}
                hint={t('settings.suggestionsHint')}
                error={tooMuch.includes(language) ? t('settings.tooMany') : undefined}
              >
                {(names) => (
                  <TextArea
                    {...names}
                    rows={5}
                    value={form.suggestions[language]}
                    onChange={(event) =>
                      change({ suggestions: { ...form.suggestions, [language]: event.target.value } })
                    }
                  />
                )}
              </Field>
            ))}
          </div>
          <Toggle
            label={t('settings.askSatisfaction')}
            checked={form.askSatisfaction}
            disabled={!mayChange}
            onChange={(askSatisfaction) => change({ askSatisfaction })}
          />
          {mayChange && <SaveRow changed={changed} isPending={save.isPending} onDiscard={() => setForm(start)} />}
        </fieldset>
      </form>
    </Panel>
  )
}
