import type { ArticleEvent, VersionRow } from '@lingxi/contract/review'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { RestoreVersion } from './restore-version.tsx'
import { usePeople } from './use-people.ts'
import type { Pair } from './versions.tsx'

type VersionListProps = {
  articleId: string
  versions: VersionRow[]
  events: ArticleEvent[]
  pair: Pair
  onChoose: (part: Partial<Pair>) => void
}

/** Newest first. Of two circles the left chooses the older of what is compared, the right the newer. */
export function VersionList({ articleId, versions, events, pair, onChoose }: VersionListProps) {
  const { t } = useTranslation()
  return (
    <div className="overflow-hidden rounded-2xl border border-line bg-surface">
      <div aria-hidden className="flex gap-2 border-b border-line bg-sunken px-4 py-1.5 text-xs text-ink-faint">
        <span>{t('review.older')}</span>
        <span>{t('review.newer')}</span>
      </div>
      <ol className="divide-y divide-line">
        {versions.map((row) => (
          <li key={row.version} className="flex items-start gap-3 px-4 py-3">
            <Circle
              name="older"
              label={t('review.olderOf', { number: row.version })}
              checked={pair.older === row.version}
              disabled={pair.newer !== undefined && row.version >= pair.newer}
              onChoose={() => onChoose({ older: row.version })}
            />
            <Circle
              name="newer"
              label={t('review.newerOf', { number: row.version })}
              checked={pair.newer === row.version}
              disabled={pair.older !== undefined && row.version <= pair.older}
              onChoose={() => onChoose({ newer: row.version })}
            />
            <About row={row} event={events.findLast((each) => isOf(each, row))} />
            {!row.isCurrent && (
              <RestoreVersion articleId={articleId} restore={row.version} current={versions} icon={<RotateCcw />} />
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

const makeVersions = ['created', 'proposed', 'imported', 'changed', 'approved', 'restored', 'archived', 'expired']

/** Steps of a draft beside it count editions, not versions. */
const isOf = ({ kind, version }: ArticleEvent, row: VersionRow) =>
  version === row.version && makeVersions.includes(kind)

function About({ row, event }: { row: VersionRow; event: ArticleEvent | undefined }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const people = usePeople()
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-center gap-1.5 font-medium">
        {t('review.version', { number: row.version })}
        {row.isCurrent && <Badge tone="accent">{t('review.current')}</Badge>}
        <Badge>{t(`knowledge.status.${row.status}`)}</Badge>
      </p>
      <p className="text-sm text-ink-soft">
        {people.nameOf(row.by)} · {full(row.at)}
      </p>
      {event && (
        <p className="text-sm text-ink-faint">
          {t(`review.events.${event.kind}`)}
          {event.comment && ` · ${event.comment}`}
        </p>
      )}
    </div>
  )
}

type CircleProps = { name: string; label: string; checked: boolean; disabled: boolean; onChoose: () => void }

const Circle = ({ name, label, checked, disabled, onChoose }: CircleProps) => (
  <input
    type="radio"
    name={name}
    aria-label={label}
    checked={checked}
    disabled={disabled}
    onChange={onChoose}
    className="mx-1 mt-1 size-4 accent-(--accent)"
  />
)
