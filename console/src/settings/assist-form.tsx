import { type AssistSettings, assistUses } from '@lingxi/contract/assist'
import type { Installation, Settings } from '@lingxi/contract/staff'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeSettings } from '../api/staff-queries.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { Panel } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Refused } from '../ui/states.tsx'
import { useToast } from '../ui/toast.tsx'
import { SaveRow } from './save-row.tsx'

const limits = {
  seconds: { least: 1, most: 30 },
  steps: { least: 1, most: 12 },
  tokens: { least: 500, most: 200_000 },
  conversationTokens: { least: 500, most: 2_000_000 },
} as const
type Limited = keyof typeof limits
const limited = Object.keys(limits) as Limited[]
const prices = ['in', 'out'] as const
const highestPrice = 100_000

type Props = { settings: Settings; installation: Installation; mayChange: boolean }

/** Whether a model helps where the bot does not know, and what it may spend. */
export function AssistForm({ settings, installation, mayChange }: Props) {
  const { t } = useTranslation()
  const { tell } = useToast()
  const start = settings.assist
  const [form, setForm] = useState(start)
  const save = useChangeSettings()
  const changed = JSON.stringify(form) !== JSON.stringify(start)
  const change = (part: Partial<AssistSettings>) => setForm((before) => ({ ...before, ...part }))
  const isSound =
    limited.every((name) => isWithin(form[name], limits[name])) && prices.every((name) => isPrice(form.price[name]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isSound) return
    save.mutate({ assist: form }, { onSuccess: () => void tell(t('settings.saved')) })
  }
  return (
    <Panel title={t('assist.heading')}>
      <form onSubmit={submit} className="flex flex-col gap-5">
        <p className="text-sm text-ink-soft">{t('assist.lead')}</p>
        {!installation.model.configured && <p className="text-sm text-ink-soft">{t('assist.noModel')}</p>}
        <Refused error={save.error} />
        <div className="flex flex-col gap-2">
          <span className="text-sm font-medium text-ink-soft">{t('assist.use')}</span>
          {mayChange ? (
            <Segments
              label={t('assist.use')}
              value={form.use}
              options={assistUses.map((value) => ({ value, label: t(`assist.uses.${value}`) }))}
              onChange={(use) => change({ use })}
            />
          ) : (
            <span>{t(`assist.uses.${form.use}`)}</span>
          )}
          <p className="text-xs text-ink-faint">{t(`assist.hints.${form.use}`)}</p>
        </div>
        <fieldset disabled={!mayChange} className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-2 text-sm font-medium text-ink-soft">{t('assist.budgets')}</legend>
          {limited.map((name) => (
            <NumberField
              key={name}
              label={t(`assist.fields.${name}`)}
              value={form[name]}
              {...limits[name]}
              step={1}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          {prices.map((name) => (
            <NumberField
              key={name}
              label={t(`assist.prices.${name}`)}
              value={form.price[name]}
              least={0}
              most={highestPrice}
              step="any"
              onChange={(value) => change({ price: { ...form.price, [name]: value } })}
            />
          ))}
        </fieldset>
        {mayChange && (
          <SaveRow changed={changed && isSound} isPending={save.isPending} onDiscard={() => setForm(start)} />
        )}
      </form>
    </Panel>
  )
}

type Range = { least: number; most: number }
const isWithin = (value: number, { least, most }: Range) => Number.isInteger(value) && value >= least && value <= most
const isPrice = (value: number) => value >= 0 && value <= highestPrice

type NumberFieldProps = Range & { label: string; value: number; step: 1 | 'any'; onChange: (value: number) => void }

function NumberField({ label, value, least, most, step, onChange }: NumberFieldProps) {
  const { t } = useTranslation()
  const isSound = step === 'any' ? isPrice(value) : isWithin(value, { least, most })
  return (
    <Field label={label} error={isSound ? undefined : t('settings.keeping.range', { least, most })}>
      {(names) => (
        <TextInput
          {...names}
          type="number"
          min={least}
          max={most}
          step={step}
          value={Number.isNaN(value) ? '' : value}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
      )}
    </Field>
  )
}
