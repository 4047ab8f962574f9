import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFlowDraft, useFlowFindings } from '../../api/flow-queries.ts'
import { Empty, Failed, SkeletonRows } from '../../ui/states.tsx'
import { FindingText } from '../editor/finding-list.tsx'
import { said } from '../said.ts'

const most = 500

/** All that is wrong with the draft; each leads to its place. */
export function Findings() {
  const { t, i18n } = useTranslation()
  const { data: findings, error, refetch } = useFlowFindings()
  const { data: draft } = useFlowDraft()
  if (!findings)
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-10" />
  if (findings.length === 0)
    return <Empty icon={<CircleCheck />} title={t('flows.findings.none')} text={t('flows.findings.noneText')} />
  const titleOf = (kind: 'flow' | 'slot' | 'table', name: string) => {
    const set = draft?.set
    const text = kind === 'slot' ? set?.slots[name]?.label : set?.[kind === 'flow' ? 'flows' : 'tables'][name]?.name
    return said(text, i18n.language) || name
  }
  return (
    <>
      <p className="-mt-1 mb-4 text-sm text-ink-soft">{t('flows.findings.lead')}</p>
      <ul className="overflow-hidden rounded-2xl border border-line bg-surface">
        {findings.slice(0, most).map((finding, place) => (
          <li
            key={place}
            className="relative flex flex-wrap gap-x-4 border-t border-line px-5 py-2 first:border-t-0 hover:bg-hover"
          >
            <span className={finding.severity === 'error' ? 'flex-1 text-danger' : 'flex-1 text-note-ink'}>
              <FindingText finding={finding} />
            </span>
            <Link
              to="/flows/edit/$kind/$name"
              params={{ kind: finding.kind, name: finding.name }}
              search={finding.step === null ? {} : { step: finding.step }}
              className="text-sm after:absolute after:inset-0"
            >
              {titleOf(finding.kind, finding.name)}
              {finding.step && <code className="text-xs text-ink-faint"> · {finding.step}</code>}
            </Link>
          </li>
        ))}
      </ul>
      {findings.length > most && (
        <p className="mt-3 text-sm text-ink-faint">{t('flows.findings.further', { count: findings.length - most })}</p>
      )}
    </>
  )
}
