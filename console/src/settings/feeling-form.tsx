import { type Feeling, personSoon } from '@lingxi/contract/feeling'
import type { Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Panel } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { useToast } from '../ui/toast.tsx'
import { SaveRow } from './save-row.tsx'

const switches = ['acknowledge', 'adapt', 'falling'] as const

/** How the bot answers to how a customer feels. */
export function FeelingForm({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const start = settings.feeling
  const [form, setForm] = useState(start)
  const save = useChangeSettings()
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const change = (part: Partial<Feeling>) => setForm((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ feeling: form }, { onSuccess: () => void tell(t('settings.saved')) })
  }
  return (
    <Panel title={t('feeling.heading')}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <p className="text-sm text-ink-soft">{t('feeling.lead')}</p>
        <Refused error={save.error} />
        {switches.map((name) => (
          <Toggle
            key={name}
            label={t(`feeling.${name}`)}
            hint={t(`feeling.hints.${name}`)}
            checked={form[name]}
            disabled={!mayChange}
            onChange={(on) => change({ [name]: on })}
          />
        ))}
        <div className="flex flex-col gap-2">
          <span className="text-sm font-medium text-ink-soft">{t('feeling.person')}</span>
          {mayChange ? (
            <Segments
              label={t('feeling.person')}
              value={form.person}
              options={personSoon.map((value) => ({ value, label: t(`feeling.soon.${value}`) }))}
              onChange={(person) => change({ person })}
            />
          ) : (
            <span>{t(`feeling.soon.${form.person}`)}</span>
          )}
        </div>
        {mayChange && <SaveRow changed={changed} isPending={save.isPending} onDiscard={() => setForm(start)} />}
      </form>
    </Panel>
  )
}
