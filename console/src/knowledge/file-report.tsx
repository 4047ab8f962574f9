import type { ImportReport } from '@lingxi/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Clock3, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemDetail, problemTitle } from '../i18n/problem-text.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import type { FileImport } from './use-imports.ts'

export function FileReport({ file }: { file: FileImport }) {
  const { t } = useTranslation()
  const about = () => {
    if (file.state === 'done') return t('knowledge.import.counts', file.report)
    if (file.state === 'failed')
      return [problemTitle(t, file.error), problemDetail(file.error)].filter(Boolean).join(' · ')
    return t(`knowledge.import.${file.state}`)
  }
  return (
    <article className="overflow-hidden rounded-2xl border border-line bg-surface">
      <header className="flex items-center gap-3 px-5 py-3.5">
        <StateIcon file={file} />
        <div className="min-w-0">
          <h2 className="truncate font-medium">{file.name}</h2>
          <p className="text-sm text-ink-soft">{about()}</p>
        </div>
      </header>
      {file.state === 'done' && file.report.rows.length > 0 && <Rows report={file.report} />}
    </article>
  )
}

function StateIcon({ file }: { file: FileImport }) {
  const look = 'size-5 shrink-0'
  if (file.state === 'working') return <LoaderCircle className={`${look} animate-spin text-accent`} />
  if (file.state === 'waiting') return <Clock3 className={`${look} text-ink-faint`} />
  if (file.state !== 'done') return <CircleAlert className={`${look} text-danger`} />
  if (file.report.refused > 0) return <TriangleAlert className={`${look} text-note-ink`} />
  return <CircleCheck className={`${look} text-accent`} />
}

const tones: Record<'created' | 'updated' | 'unchanged' | 'refused', Tone> = {
  created: 'accent',
  updated: 'info',
  unchanged: 'plain',
  refused: 'danger',
}
const shownAtFirst = 20

/** What became of each row; the refused come first, because they are what has to be done. */
function Rows({ report }: { report: ImportReport }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const sorted = report.rows.toSorted(
    (one, other) => Number(other.outcome === 'refused') - Number(one.outcome === 'refused') || one.row - other.row,
  )
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <div className="overflow-x-auto border-t border-line">
      <table className="w-full min-w-xl text-sm">
        <thead className="bg-sunken text-xs text-ink-faint">
          <tr>
            <th className="w-18 px-5 py-1.5 text-start font-medium">{t('knowledge.import.row')}</th>
            <th className="px-3 text-start font-medium">{t('knowledge.import.title')}</th>
            <th className="w-28 px-3 text-start font-medium">{t('knowledge.import.result')}</th>
            <th className="px-5 text-start font-medium">{t('knowledge.import.reason')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {shown.map((row) => (
            <tr key={row.row}>
              <td className="px-5 py-2 text-ink-faint tabular-nums">{row.row}</td>
              <td className="px-3">
                {row.articleId ? (
                  <Link
                    to="/knowledge/articles/$articleId"
                    params={{ articleId: row.articleId }}
                    className="hover:text-accent hover:underline"
                  >
                    {row.title}
                  </Link>
                ) : (
                  row.title || '—'
                )}
              </td>
              <td className="px-3">
                <Badge tone={tones[row.outcome]}>{t(`knowledge.import.outcome.${row.outcome}`)}</Badge>
              </td>
              <td className="px-5 text-ink-soft">{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > shown.length && (
        <div className="border-t border-line p-2 text-center">
          <Button look="quiet" size="small" onClick={() => setAll(true)}>
            {t('knowledge.import.showAll', { count: sorted.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
