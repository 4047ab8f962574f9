import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import { emptyRow, type GuideForm, type SlotForm } from './guide-form.ts'
import { changed, MoveButtons } from './move-buttons.tsx'

type RuleForm = GuideForm & { kind: 'rule' }
type RuleRowsProps = { rule: RuleForm; onChange: (part: Partial<Pick<RuleForm, 'rows' | 'otherwise'>>) => void }

/** The decision table, edited as a table. */
export function RuleRows({ rule, onChange }: RuleRowsProps) {
  const { t } = useTranslation()
  const { slots, rows, otherwise } = rule
  const nameOf = (slot: SlotForm, place: number) => slot.label || t('guides.slot', { number: place + 1 })
  return (
    <section aria-label={t('guides.rows')} className="flex flex-col gap-3">
      <div>
        <h2 className="font-medium">{t('guides.rows')}</h2>
        <p className="text-sm text-ink-faint">{t('guides.rowsHint')}</p>
      </div>
      <div className="overflow-x-auto rounded-lg border border-line">
        <table className="w-full min-w-2xl text-sm">
          <thead className="bg-sunken text-start">
            <tr>
              {slots.map((slot, place) => (
                <th key={slot.id} scope="col" className="px-2 py-2 text-start font-medium">
                  {nameOf(slot, place)}
                </th>
              ))}
              <th scope="col" className="w-2/5 px-2 py-2 text-start font-medium">
                {t('guides.answer')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('guides.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <tr key={row.id} className="border-t border-line align-top">
                {slots.map((slot, column) => (
                  <td key={slot.id} className="p-1.5">
                    <TextInput
                      aria-label={t('guides.cell', { row: place + 1, column: nameOf(slot, column) })}
                      value={row.cells[slot.name] ?? ''}
                      onChange={({ target }) =>
                        onChange({ rows: changed(rows, place, { cells: { ...row.cells, [slot.name]: target.value } }) })
                      }
                    />
                  </td>
                ))}
                <td className="p-1.5">
                  <TextArea
                    aria-label={t('guides.cell', { row: place + 1, column: t('guides.answer') })}
                    rows={2}
                    value={row.answer}
                    onChange={({ target }) => onChange({ rows: changed(rows, place, { answer: target.value }) })}
                  />
                </td>
                <td className="p-1.5">
                  <MoveButtons items={rows} place={place} onChange={(moved) => onChange({ rows: moved })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        className="w-fit"
        size="small"
        disabled={rows.length >= 200}
        onClick={() => onChange({ rows: [...rows, emptyRow()] })}
      >
        <Plus /> {t('guides.addRow')}
      </Button>
      <Field label={t('guides.otherwise')} hint={t('guides.otherwiseHint')}>
        {(names) => (
          <TextArea
            {...names}
            rows={2}
            value={otherwise}
            onChange={({ target }) => onChange({ otherwise: target.value })}
          />
        )}
      </Field>
    </section>
  )
}
