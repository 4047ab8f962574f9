import type { ClassFigures } from '@lingxi/contract/training'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchInput } from '../ui/search-input.tsx'
import { finePercent } from '../ui/fine-percent.ts'

const columns = ['precision', 'recall', 'f1', 'count'] as const
type Column = (typeof columns)[number]
const few = 12

type ClassesProps = { title: string; classes: ClassFigures[]; nameOf: (name: string) => string }

/** Precision, recall and F1 of each, the weakest first unless another order is chosen. */
export function Classes({ title, classes, nameOf }: ClassesProps) {
  const { t } = useTranslation()
  const [by, setBy] = useState<Column>('f1')
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  if (classes.length === 0) return null
  const fitting = classes
    .filter(({ name }) => nameOf(name).toLowerCase().includes(text.toLowerCase()))
    .toSorted((one, other) => one[by] - other[by])
  const shown = all ? fitting : fitting.slice(0, few)
  return (
    <section aria-label={title}>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h4 className="flex-1 font-semibold">{title}</h4>
        {classes.length > few && (
          <SearchInput
            label={t('training.findIn', { title })}
            placeholder={t('training.find')}
            value={text}
            onChange={setText}
          />
        )}
      </div>
      <div className="overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="border-b border-line text-xs text-ink-faint">
            <tr>
              <th className="py-2 text-start font-normal">{t('training.name')}</th>
              {columns.map((column) => (
                <th
                  key={column}
                  className="py-2 ps-2 text-end font-normal"
                  aria-sort={by === column ? 'ascending' : undefined}
                >
                  <button
                    type="button"
                    className={by === column ? 'font-medium text-ink' : 'hover:text-ink'}
                    onClick={() => setBy(column)}
                  >
                    {t(`training.columns.${column}`)}
                    {by === column && ' ↑'}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <tr key={each.name} className="border-b border-line last:border-0">
                <th className="py-1.5 text-start font-normal break-words">{nameOf(each.name)}</th>
                {columns.map((column) => (
                  <td key={column} className="py-1.5 ps-2 text-end tabular-nums">
                    {column === 'count' ? each.count : finePercent(each[column])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {fitting.length > few && (
        <button type="button" className="mt-2 text-sm text-accent hover:underline" onClick={() => setAll(!all)}>
          {all ? t('training.fewer') : t('training.all', { count: fitting.length })}
        </button>
      )}
    </section>
  )
}
