import { type AnswerStyle, answerLengths, answerTones, styledChannels } from '@lingxi/contract/answer-style'
import type { Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Panel } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { SaveRow } from './save-row.tsx'

/** How long answers are on each channel, and how they sound. */
export function AnswerStyleForm({ settings, mayChange }: { settings: Settings; mayChange: boolean }) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const start = settings.answerStyles
  const [form, setForm] = useState(start)
  const save = useChangeSettings()
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ answerStyles: form }, { onSuccess: () => void tell(t('settings.saved')) })
  }
  const change = (channel: (typeof styledChannels)[number], part: Partial<AnswerStyle>) =>
    setForm((before) => ({ ...before, [channel]: { ...before[channel], ...part } }))
  return (
    <Panel title={t('answerStyle.heading')}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <p className="text-sm text-ink-soft">{t('answerStyle.lead')}</p>
        <Refused error={save.error} />
        {styledChannels.map((channel) => {
          const { length, tone } = form[channel]
          const name = t(`answerStyle.channels.${channel}`)
          return (
            <div key={channel} className="grid items-center gap-2 sm:grid-cols-[8rem_1fr]">
              <span className="text-sm font-medium text-ink-soft">{name}</span>
              {mayChange ? (
                <span className="flex flex-wrap gap-2">
                  <Segments
                    label={`${name} · ${t('answerStyle.length')}`}
                    value={length}
                    options={answerLengths.map((value) => ({ value, label: t(`answerStyle.lengths.${value}`) }))}
                    onChange={(value) => change(channel, { length: value })}
                  />
                  <Segments
                    label={`${name} · ${t('answerStyle.tone')}`}
                    value={tone}
                    options={answerTones.map((value) => ({ value, label: t(`answerStyle.tones.${value}`) }))}
                    onChange={(value) => change(channel, { tone: value })}
                  />
                </span>
              ) : (
                <span>{`${t(`answerStyle.lengths.${length}`)} · ${t(`answerStyle.tones.${tone}`)}`}</span>
              )}
            </div>
          )
        })}
        {mayChange && <SaveRow changed={changed} isPending={save.isPending} onDiscard={() => setForm(start)} />}
      </form>
    </Panel>
  )
}
