/** Steps that work something out, or choose the way. */
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { replaced } from '../edits/at-place.ts'
import { freeId } from '../edits/flow-edits.ts'
import { TextInput } from '../../ui/field.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { ExpressionField } from './expression-field.tsx'
import { ListField } from './list-field.tsx'
import { NameSelect } from './name-select.tsx'
import type { BodyProps } from './step-body.ts'
import { usePartNames, useSlotNames } from './use-names.ts'

export function BranchBody({ step, set }: BodyProps<'branch'>) {
  const { t } = useTranslation()
  return (
    <ListField
      label={t('flowForms.conditions')}
      hint={t('flowForms.conditionsHint')}
      items={step.branch}
      least={1}
      most={50}
      addLabel={t('flowForms.addCondition')}
      fresh={() => ({ if: 'true', then: 'end' })}
      onChange={(branch) => set('branch', branch)}
    >
      {(condition, place) => (
        <ExpressionField
          label={t('flowForms.condition', { number: place + 1 })}
          value={condition.if}
          onChange={(text) => set(`branch.${place}.if`, text ?? '')}
        />
      )}
    </ListField>
  )
}

export function SetSlotsBody({ step, set }: BodyProps<'set_slots'>) {
  const { t } = useTranslation()
  const names = useSlotNames()
  const rows = Object.entries(step.set_slots)
  const write = (next: [string, string | null][]) => set('set_slots', Object.fromEntries(next))
  const unset = names.find(({ value }) => !Object.hasOwn(step.set_slots, value))
  const free = unset?.value ?? freeId(Object.keys(step.set_slots), 'slot')
  return (
    <ListField
      label={t('flowForms.setSlots')}
      items={rows}
      least={1}
      most={50}
      addLabel={t('flowForms.addSlotValue')}
      fresh={(): [string, string | null] => [free, null]}
      onChange={write}
    >
      {([name, value], place) => {
        const change = (row: [string, string | null]) => write(replaced(rows, place, row))
        return (
          <>
            <NameSelect
              label={t('flowForms.slot')}
              names={names.filter((each) => each.value === name || !Object.hasOwn(step.set_slots, each.value))}
              value={name}
              onChange={(next) => change([next, value])}
            />
            <Toggle
              label={t('flowForms.forget')}
              checked={value === null}
              onChange={(forgets) => change([name, forgets ? null : '""'])}
            />
            {value !== null && (
              <ExpressionField
                label={t('flowForms.value')}
                value={value}
                onChange={(text) => change([name, text ?? ''])}
              />
            )}
          </>
        )
      }}
    </ListField>
  )
}

export const DecideBody = ({ step, set }: BodyProps<'decide'>) => (
  <PartBody kind="table" hint="tableHint" value={step.decide} onChange={(name) => set('decide', name)} />
)

export const LinkBody = ({ step, set }: BodyProps<'link'>) => (
  <PartBody kind="flow" hint="linkHint" value={step.link} onChange={(name) => set('link', name)} />
)

export const CallBody = ({ step, set }: BodyProps<'call'>) => (
  <PartBody kind="flow" hint="callHint" value={step.call} onChange={(name) => set('call', name)} />
)

type PartBodyProps = {
  kind: 'flow' | 'table'
  hint: 'tableHint' | 'linkHint' | 'callHint'
  value: string
  onChange: (name: string) => void
}

/** Another part of the draft, by its name, and the way there. */
function PartBody({ kind, hint, value, onChange }: PartBodyProps) {
  const { t } = useTranslation()
  return (
    <>
      <NameSelect
        label={t(`flowForms.${kind}`)}
        hint={t(`flowForms.${hint}`)}
        names={usePartNames(kind === 'table' ? 'tables' : 'flows')}
        value={value}
        onChange={onChange}
      />
      <Elsewhere kind={kind} name={value} />
    </>
  )
}

function Elsewhere({ kind, name }: { kind: 'flow' | 'table'; name: string }) {
  const { t } = useTranslation()
  return (
    <Link to="/flows/edit/$kind/$name" params={{ kind, name }} className="w-fit text-sm text-accent-strong underline">
      {t('flowForms.open', { name })}
    </Link>
  )
}

/** The name under which what was told is found later. */
export function IntoField({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { t } = useTranslation()
  return (
    <label className="flex flex-col gap-1.5">
      <span className="text-sm font-medium text-ink-soft">{t('flowForms.into')}</span>
      <TextInput
        value={value ?? ''}
        maxLength={60}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
      <span className="text-xs text-ink-faint">{t('flowForms.intoHint', { name: value ?? 'order' })}</span>
    </label>
  )
}

/** Keys of a record with an expression each, the names written by people themselves. */
export function ReadingField({
  label,
  reading,
  onChange,
}: {
  label: string
  reading: Record<string, string>
  onChange: (reading: Record<string, string> | undefined) => void
}) {
  const { t } = useTranslation()
  const rows = Object.entries(reading)
  const write = (next: [string, string][]) => onChange(next.length === 0 ? undefined : Object.fromEntries(next))
  return (
    <ListField
      label={label}
      items={rows}
      most={50}
      addLabel={t('flowForms.addInput')}
      fresh={(): [string, string] => [freeId(Object.keys(reading), 'input'), '""']}
      onChange={write}
    >
      {([name, value], place) => {
        const change = (row: [string, string]) => write(replaced(rows, place, row))
        return (
          <>
            <TextInput
              aria-label={t('flowForms.inputName', { number: place + 1 })}
              value={name}
              maxLength={60}
              onChange={({ target }) => change([target.value, value])}
            />
            <ExpressionField
              label={t('flowForms.value')}
              value={value}
              onChange={(text) => change([name, text ?? ''])}
            />
          </>
        )
      }}
    </ListField>
  )
}
