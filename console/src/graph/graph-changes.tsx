import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useGraphChanges } from '../api/graph-queries.ts'
import { useStaff } from '../api/staff-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { plainName } from './members.tsx'

const kinds = [
  'edge-added',
  'edge-removed',
  'confirmed',
  'rejected',
  'verdict-taken-back',
  'entity-renamed',
  'entities-merged',
  'entities-parted',
] as const

/** Who said what of the graph, the last first. */
export function GraphChanges({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useGraphChanges()
  const { data: people } = useStaff()
  const { full } = useWhen()
  const nameOf = (id: string) => people?.staff.find((one) => one.id === id)?.name ?? t('graph.changes.somebody')
  const kindOf = (kind: string) => {
    const known = kinds.find((each) => each === kind)
    return known ? t(`graph.changes.kinds.${known}`) : kind
  }
  return (
    <Dialog open onClose={onClose} place="side" title={t('graph.changes.heading')} about={t('graph.changes.about')}>
      {data && data.changes.length > 0 && (
        <ul className="divide-y divide-line">
          {data.changes.map(({ id, kind, about, detail, by, at }) => (
            <li key={id} className="py-2.5">
              <p className="break-words">
                {kindOf(kind)} <span className="text-ink-soft">{tell(about, detail)}</span>
              </p>
              <p className="text-xs text-ink-faint">
                {nameOf(by)} · <time dateTime={at}>{full(at)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      {data?.changes.length === 0 && (
        <Empty icon={<History />} title={t('graph.changes.none')} text={t('graph.changes.noneText')} />
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
    </Dialog>
  )
}

/** What was changed, in the words that were known then. */
function tell(about: string, detail: Record<string, unknown>): string {
  const read = (name: string) => (typeof detail[name] === 'string' ? detail[name] : undefined)
  const [subject, relation, object] = [read('subjectName'), read('relation'), read('objectName')]
  if (subject && relation && object) return `${subject} → ${relation} → ${object}`
  const [name, into] = [read('name'), read('into') ?? read('from')]
  if (name) return `${plainName(about)} → ${name}`
  if (into) return `${plainName(about)} · ${plainName(into)}`
  return relation ?? read('statement') ?? plainName(about)
}
