import type { DecisionTable } from '@lingxi/contract/flow'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { moved, replaced, withAt, without } from '../edits/at-place.ts'
import type { Finding } from '../editor/live-findings.ts'
import { FindingList } from '../editor/finding-list.tsx'
import { said } from '../said.ts'
import { ConditionCell, OutcomeCell } from './table-cells.tsx'
import { LocalTextField } from './local-text-field.tsx'
import { useNameable } from './nameable.ts'
import { useSlotNames } from './use-names.ts'

type TableFormProps = {
  table: DecisionTable
  findings: Finding[]
  onChange: (table: DecisionTable, about: string | null) => void
}
type Row = DecisionTable['rows'][number]

/** Conditions and outcomes as a table: the first row that holds decides. */
export function TableForm({ table, findings, onChange }: TableFormProps) {
  const { t } = useTranslation()
  const { set: all } = useNameable()
  const { language } = useTranslation().i18n
  const titleOf = (name: string) => said(all.slots[name]?.label, language) || name
  const { inputs, rows } = table
  const outcomes = outcomesOf(table)
  const setRow = (place: number, row: Row, about: string | null) =>
    onChange({ ...table, rows: replaced(rows, place, row) }, about && `row ${place} ${about}`)
  const removeInput = (name: string) =>
    onChange(
      {
        ...table,
        inputs: inputs.filter((each) => each !== name),
        rows: rows.map((row) => withAt(row, `when.${name}`, undefined)),
      },
      null,
    )
  const removeOutcome = (name: string) =>
    onChange({ ...table, rows: rows.map((row) => withoutOutcome(row, name)) }, null)
  const head = 'px-2 py-2 text-start text-sm font-medium whitespace-nowrap'
  return (
    <div className="flex flex-col gap-4">
      <FindingList findings={findings} />
      <LocalTextField
        label={t('flowForms.name')}
        longest={60}
        value={table.name}
        onChange={(name) => onChange({ ...table, name: name ?? {} }, 'name')}
      />
      <p className="text-sm text-ink-faint">{t('flowForms.firstRow')}</p>
      <div className="overflow-x-auto rounded-xl border border-line bg-surface">
        <table className="w-full border-collapse">
          <thead className="bg-sunken">
            <tr>
              <th scope="col" className={head}>
                #
              </th>
              {inputs.map((name) => (
                <th key={name} scope="col" className={head}>
                  <ColumnHead
                    title={t('flowForms.when', { slot: titleOf(name) })}
                    removeLabel={t('flowForms.removeColumn', { name: titleOf(name) })}
                    onRemove={inputs.length > 1 ? () => removeInput(name) : undefined}
                  />
                </th>
              ))}
              {outcomes.map((name) => (
                <th key={name} scope="col" className={`${head} border-s border-line-strong`}>
                  <ColumnHead
                    title={t('flowForms.then', { slot: titleOf(name) })}
                    removeLabel={t('flowForms.removeColumn', { name: titleOf(name) })}
                    onRemove={() => removeOutcome(name)}
                  />
                </th>
              ))}
              <th scope="col" className={`${head} border-s border-line-strong`}>
                {t('flowForms.rowSays')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('flowForms.rowActs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={place} className="border-t border-line align-top">
                <th scope="row" className="px-2 py-3 text-start text-sm font-normal text-ink-faint tabular-nums">
                  {place + 1}
                </th>
                {inputs.map((name) => (
                  <td key={name} className="p-1.5">
                    <ConditionCell
                      label={t('flowForms.cell', { row: place + 1, column: titleOf(name) })}
                      slot={all.slots[name]}
                      value={row.when[name]}
                      onChange={(condition) => setRow(place, withAt(row, `when.${name}`, condition), `when ${name}`)}
                    />
                  </td>
                ))}
                {outcomes.map((name) => (
                  <td key={name} className="border-s border-line p-1.5">
                    <OutcomeCell
                      label={t('flowForms.cell', { row: place + 1, column: titleOf(name) })}
                      slot={all.slots[name]}
                      value={row.then?.[name]}
                      onChange={(value) =>
                        setRow(
                          place,
                          value === undefined ? withoutOutcome(row, name) : withAt(row, `then.${name}`, value),
                          `then ${name}`,
                        )
                      }
                    />
                  </td>
                ))}
                <td className="min-w-72 border-s border-line p-1.5">
                  <LocalTextField
                    label={
                      <span className="sr-only">
                        {t('flowForms.cell', { row: place + 1, column: t('flowForms.rowSays') })}
                      </span>
                    }
                    value={row.say}
                    withValues
                    onChange={(say) => setRow(place, withAt(row, 'say', say), 'say')}
                  />
                </td>
                <td className="p-1.5 whitespace-nowrap">
                  <IconButton
                    label={t('flowForms.itemUp', { number: place + 1 })}
                    className="size-7!"
                    disabled={place === 0}
                    onClick={() => onChange({ ...table, rows: moved(rows, place, -1) }, null)}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    label={t('flowForms.itemDown', { number: place + 1 })}
                    className="size-7!"
                    disabled={place === rows.length - 1}
                    onClick={() => onChange({ ...table, rows: moved(rows, place, 1) }, null)}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    label={t('flowForms.removeItem', { number: place + 1 })}
                    className="size-7!"
                    disabled={rows.length < 2}
                    onClick={() => onChange({ ...table, rows: without(rows, place) }, null)}
                  >
                    <X />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          disabled={rows.length >= 300}
          onClick={() => onChange({ ...table, rows: [...rows, { when: {} }] }, null)}
        >
          <Plus />
          {t('flowForms.addRow')}
        </Button>
        <AddColumn
          label={t('flowForms.addInputColumn')}
          taken={inputs}
          onAdd={(name) => onChange({ ...table, inputs: [...inputs, name] }, null)}
        />
        <AddColumn
          label={t('flowForms.addOutcomeColumn')}
          taken={outcomes}
          onAdd={(name) =>
            onChange(
              { ...table, rows: rows.map((row, place) => (place === 0 ? withAt(row, `then.${name}`, '') : row)) },
              null,
            )
          }
        />
      </div>
    </div>
  )
}

/** What the rows fill, in the order it is first named. */
const outcomesOf = ({ rows }: DecisionTable) => [...new Set(rows.flatMap(({ then }) => Object.keys(then ?? {})))]

function withoutOutcome(row: Row, name: string): Row {
  const next = withAt(row, `then.${name}`, undefined)
  return Object.keys(next.then ?? {}).length === 0 ? withAt(next, 'then', undefined) : next
}

function ColumnHead({
  title,
  removeLabel,
  onRemove,
}: {
  title: string
  removeLabel: string
  onRemove: (() => void) | undefined
}) {
  return (
    <span className="inline-flex items-center gap-1">
      {title}
      {onRemove && (
        <IconButton label={removeLabel} className="size-6! [&_svg]:size-3.5!" onClick={onRemove}>
          <X />
        </IconButton>
      )}
    </span>
  )
}

function AddColumn({ label, taken, onAdd }: { label: string; taken: string[]; onAdd: (name: string) => void }) {
  const free = useSlotNames().filter(({ value }) => !taken.includes(value))
  return (
    <Menu
      trigger={
        <Button size="small" disabled={free.length === 0}>
          <Plus />
          {label}
        </Button>
      }
    >
      <div className="max-h-72 overflow-y-auto">
        {free.map((each) => (
          <MenuItem key={each.value} onSelect={() => onAdd(each.value)}>
            {each.label}
          </MenuItem>
        ))}
      </div>
    </Menu>
  )
}
