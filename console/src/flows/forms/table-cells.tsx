import type { FlowSlot } from '@lingxi/contract/flow'
import type { Condition } from '@lingxi/contract/guide'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names.ts'
import { TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { said } from '../said.ts'

type CellProps<T> = {
  label: string
  slot: FlowSlot | undefined
  value: T | undefined
  onChange: (value: T | undefined) => void
}

/** A condition on one slot, in the form that suits its type; nothing in it: it may be anything. */
export function ConditionCell({ label, slot, value, onChange }: CellProps<Condition>) {
  if (slot?.type === 'number') return <RangeCell label={label} value={value} onChange={onChange} />
  if (slot?.type === 'yes_no' || slot?.choices?.length)
    return <AmongCell label={label} slot={slot} value={value} onChange={onChange} />
  return <WordsCell label={label} value={value} onChange={onChange} />
}

type Given = Omit<CellProps<Condition>, 'slot'>

function RangeCell({ label, value = {}, onChange }: Given) {
  const { t } = useTranslation()
  const write = (key: 'from' | 'below', text: string) => {
    const { [key]: _before, ...rest } = value
    const next: Condition = text === '' ? rest : { ...rest, [key]: Number(text) }
    onChange(Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <span className="flex items-center gap-1">
      {(['from', 'below'] as const).map((key) => (
        <TextInput
          key={key}
          type="number"
          step="any"
          aria-label={`${label}: ${t(`flowForms.range.${key}`)}`}
          placeholder={t(`flowForms.range.${key}`)}
          className="w-20! px-2!"
          value={value[key] ?? ''}
          onChange={({ target }) => write(key, target.value)}
        />
      ))}
    </span>
  )
}

function useOptions(slot: FlowSlot) {
  const { t, i18n } = useTranslation()
  if (slot.type === 'yes_no')
    return [
      { value: 'yes', label: t('flowForms.yes') },
      { value: 'no', label: t('flowForms.no') },
    ]
  return (slot.choices ?? []).map(({ value, label }) => ({ value, label: said(label, i18n.language) }))
}

function AmongCell({ label, slot, value, onChange }: CellProps<Condition> & { slot: FlowSlot }) {
  const among = value?.among ?? []
  const toggle = (each: string) => {
    const next = among.includes(each) ? among.filter((other) => other !== each) : [...among, each]
    onChange(next.length === 0 ? undefined : { ...value, among: next })
  }
  return (
    <fieldset aria-label={label} className="flex max-w-64 min-w-32 flex-wrap gap-1">
      {useOptions(slot).map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={among.includes(option.value)}
          onClick={() => toggle(option.value)}
          className={classNames(
            'rounded-md border px-1.5 py-0.5 text-xs',
            among.includes(option.value)
              ? 'border-accent bg-accent-soft text-accent-strong'
              : 'border-line text-ink-soft hover:bg-hover',
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

/** Words with commas between; taken when the field is left, so that a comma can be written. */
function WordsCell({ label, value, onChange }: Given) {
  const written = value?.among?.join(', ') ?? ''
  const [text, setText] = useState<string | null>(null)
  const take = () => {
    if (text === null) return
    const among = text
      .split(/[,，、]/)
      .map((word) => word.trim())
      .filter(Boolean)
    setText(null)
    if (text !== written) onChange(among.length === 0 ? undefined : { ...value, among })
  }
  return (
    <TextInput
      aria-label={label}
      placeholder="*"
      className="min-w-32"
      value={text ?? written}
      onChange={({ target }) => setText(target.value)}
      onBlur={take}
    />
  )
}

type Outcome = string | number | boolean
const none = ''

/** What a row fills a slot with. */
export function OutcomeCell({ label, slot, value, onChange }: CellProps<Outcome>) {
  if (slot?.type === 'yes_no' || slot?.choices?.length)
    return <ChosenCell label={label} slot={slot} value={value} onChange={onChange} />
  const isNumber = slot?.type === 'number'
  return (
    <TextInput
      aria-label={label}
      type={isNumber ? 'number' : 'text'}
      step="any"
      className="min-w-28"
      value={value === undefined ? '' : String(value)}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : isNumber ? Number(target.value) : target.value)
      }
    />
  )
}

function ChosenCell({ label, slot, value, onChange }: CellProps<Outcome> & { slot: FlowSlot }) {
  const options = [{ value: none, label: '—' }, ...useOptions(slot)]
  const isYesNo = slot.type === 'yes_no'
  const shown =
    value === undefined ? none : isYesNo ? (value === true || value === 'yes' ? 'yes' : 'no') : String(value)
  return (
    <Select
      label={label}
      className="min-w-28"
      value={shown}
      options={
        options.some((option) => option.value === shown) ? options : [...options, { value: shown, label: shown }]
      }
      onChange={(next) => onChange(next === none ? undefined : isYesNo ? next === 'yes' : next)}
    />
  )
}
