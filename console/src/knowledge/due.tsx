import type { DueItem } from '@lingxi/contract/review'
import { Link } from '@tanstack/react-router'
import { BellRing, CalendarCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onePage, useDue } from '../api/review-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Choices } from '../ui/choices.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { DueActions } from './due-actions.tsx'
import { Pages } from './pages.tsx'
import { Sections } from './sections.tsx'
import { usePeople } from './use-people.ts'

/** What has to be looked at again, the longest due first. */
export function Due() {
  const { t } = useTranslation()
  const [mine, setMine] = useState(false)
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useDue(mine, (page - 1) * onePage)
  const choose = (next: 'mine' | 'all') => {
    setMine(next === 'mine')
    setPage(1)
  }
  return (
    <Page title={t('knowledge.heading')} below={<Sections />}>
      <Choices
        label={t('review.dueLabel')}
        value={mine ? 'mine' : 'all'}
        choices={[
          { value: 'all', text: t('review.dueAll') },
          { value: 'mine', text: t('review.dueMine', { count: data?.mine ?? 0 }) },
        ]}
        onChange={choose}
      />
      <ul className="mt-4 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface empty:hidden">
        {data?.items.map((item) => (
          <Row key={`${item.articleId}.${item.reason}`} item={item} />
        ))}
      </ul>
      {data?.items.length === 0 && (
        <Empty icon={<CalendarCheck />} title={t('review.dueEmpty')} text={t('review.dueEmptyText')} />
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      {data && data.total > onePage && <Pages page={page} size={onePage} total={data.total} onChange={setPage} />}
    </Page>
  )
}

const tones = { due: 'warm', expired: 'danger', expiring: 'info' } as const
const sinces = { due: 'review.sinceDue', expired: 'review.sinceExpired', expiring: 'review.sinceExpiring' } as const

function Row({ item }: { item: DueItem }) {
  const { t } = useTranslation()
  const { date } = useWhen()
  const people = usePeople()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-60 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <Link
            to="/knowledge/articles/$articleId"
            params={{ articleId: item.articleId }}
            className="font-medium hover:text-accent-strong hover:underline"
          >
            {item.title}
          </Link>
          <Badge tone={tones[item.reason]}>{t(`review.reasons.${item.reason}`)}</Badge>
        </p>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-faint [&_svg]:size-3.5">
          <span>{t(sinces[item.reason], { when: date(item.since) })}</span>·
          <span>{item.ownerId ? people.nameOf(item.ownerId) : t('keeping.nobody')}</span>
          {item.remindedAt && (
            <span className="inline-flex items-center gap-1">
              · <BellRing /> {t('review.reminded', { when: date(item.remindedAt) })}
            </span>
          )}
        </p>
      </div>
      <DueActions item={item} />
    </li>
  )
}
