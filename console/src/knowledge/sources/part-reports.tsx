import type { ImportedRow } from '@lingxi/contract/knowledge'
import type { PageReport } from '@lingxi/contract/source'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

const pageTones: Record<PageReport['state'], Tone> = {
  read: 'accent',
  empty: 'plain',
  scanned: 'warm',
  refused: 'danger',
}
const rowTones: Record<ImportedRow['outcome'], Tone> = {
  created: 'accent',
  updated: 'info',
  unchanged: 'plain',
  refused: 'danger',
}
const shownAtFirst = 12

/** Page by page; what could not be read comes first, because that is what has to be done. */
export function PageReports({ reports }: { reports: PageReport[] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sorted = reports.toSorted(
    (one, other) => Number(other.state !== 'read') - Number(one.state !== 'read') || one.page - other.page,
  )
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">{t('sources.item.pageReports')}</h3>
      <ul className="mt-1.5 divide-y divide-line text-sm">
        {sorted.slice(0, all ? undefined : shownAtFirst).map((report) => (
          <li key={report.page} className="flex flex-wrap items-center gap-x-3 py-1.5">
            <span className="min-w-20 flex-1">{`${t('sources.item.page')} ${report.label ?? report.page}`}</span>
            <span className="text-ink-faint tabular-nums">
              {t('sources.item.characters', { count: report.characters })}
              {report.tables > 0 && ` · ${t('sources.item.tables', { count: report.tables })}`}
            </span>
            <Badge tone={pageTones[report.state]}>{t(`sources.item.pageStates.${report.state}`)}</Badge>
          </li>
        ))}
      </ul>
      <ShowAll hidden={all || sorted.length <= shownAtFirst} count={sorted.length} onShow={() => setAll(true)} />
    </section>
  )
}

/** Row by row, for tables of questions and products. */
export function RowReports({ rows }: { rows: ImportedRow[] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sorted = rows.toSorted(
    (one, other) => Number(other.outcome === 'refused') - Number(one.outcome === 'refused') || one.row - other.row,
  )
  return (
    <section>
      <h3 className="text-sm font-medium text-ink-soft">{t('sources.item.rows')}</h3>
      <ul className="mt-1.5 divide-y divide-line text-sm">
        {sorted.slice(0, all ? undefined : shownAtFirst).map((row) => (
          <li key={row.row} className="py-1.5">
            <span className="flex flex-wrap items-center gap-x-3">
              <span className="text-ink-faint">{t('sources.item.row', { row: row.row })}</span>
              <span className="min-w-0 flex-1 truncate">{row.title || '–'}</span>
              <Badge tone={rowTones[row.outcome]}>{t(`knowledge.import.outcome.${row.outcome}`)}</Badge>
            </span>
            {row.reason && <span className="block text-xs text-danger">{row.reason}</span>}
          </li>
        ))}
      </ul>
      <ShowAll hidden={all || sorted.length <= shownAtFirst} count={sorted.length} onShow={() => setAll(true)} />
    </section>
  )
}

function ShowAll({ hidden, count, onShow }: { hidden: boolean; count: number; onShow: () => void }) {
  const { t } = useTranslation()
  if (hidden) return null
  return (
    <Button size="small" look="quiet" onClick={onShow}>
      {`${t('app.actions.all')} (${count})`}
    </Button>
  )
}
