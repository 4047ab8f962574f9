import type { FlowImportReport, FlowPartName } from '@lingxi/contract/flow-versions'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { FindingList } from '../editor/finding-list.tsx'

/** What a file does to the draft, or why it cannot be read, with the line it is in. */
export function ImportReport({ report }: { report: FlowImportReport }) {
  const { t } = useTranslation()
  const { faults, added, changed, removed, same, findings, committed } = report
  if (faults.length > 0)
    return (
      <div role="alert" className="rounded-xl border border-danger-line bg-danger-soft p-3 text-danger">
        <p className="font-medium">{t('flows.file.faults', { count: faults.length })}</p>
        <ul className="mt-1 flex flex-col gap-1 text-sm">
          {faults.slice(0, 50).map(({ path, line, column, message }, place) => (
            <li key={place}>
              {line > 0 && <span className="font-medium">{t('flows.file.place', { line, column })} </span>}
              {path && <code className="text-xs">{path}</code>} {message}
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line bg-sunken p-4">
      <p className="font-medium">{t(committed ? 'flows.file.wasDone' : 'flows.file.wouldBe')}</p>
      <PartNames title={t('flows.file.added', { count: added.length })} parts={added} />
      <PartNames title={t('flows.file.changed', { count: changed.length })} parts={changed} />
      <PartNames title={t('flows.file.removed', { count: removed.length })} parts={removed} />
      <p className="text-sm text-ink-soft">{t('flows.file.same', { count: same })}</p>
      {findings.length > 0 && (
        <>
          <p className="text-sm font-medium">{t('flows.file.findings', { count: findings.length })}</p>
          <FindingList findings={findings} />
        </>
      )}
    </div>
  )
}

export function PartNames({ title, parts }: { title: string; parts: readonly FlowPartName[] }) {
  const { t } = useTranslation()
  if (parts.length === 0) return null
  return (
    <div>
      <p className="text-sm text-ink-soft">{title}</p>
      <p className="mt-1 flex flex-wrap gap-1">
        {parts.slice(0, 100).map(({ kind, name }) => (
          <Badge key={`${kind} ${name}`}>
            {t(`flows.partKinds.${kind}`)} {name}
          </Badge>
        ))}
      </p>
    </div>
  )
}
