import type { ArticleEvent } from '@lingxi/contract/review'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { usePeople } from './use-people.ts'

/** Everything that was done to an article, folded away until it is asked for. */
export function ArticleEvents({ events }: { events: ArticleEvent[] }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const people = usePeople()
  if (events.length === 0) return null
  return (
    <details className="rounded-2xl border border-line bg-surface">
      <summary className="px-5 py-3 font-semibold">{t('review.record')}</summary>
      <ol className="divide-y divide-line border-t border-line">
        {events.map((event) => (
          <li key={event.id} className="flex flex-wrap gap-x-3 px-5 py-2 text-sm">
            <span className="font-medium">{t(`review.events.${event.kind}`)}</span>
            <span className="min-w-40 flex-1 text-ink-soft">{event.comment}</span>
            <span className="text-ink-faint">
              {people.nameOf(event.by)} · {full(event.at)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
