import type { ReviewItem, RevisionState } from '@lingxi/contract/review'
import { Link } from '@tanstack/react-router'
import { Bot, ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReviews } from '../api/review-queries.ts'
import { useMe } from '../api/use-session.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Choices } from '../ui/choices.tsx'
import { Page } from '../ui/page.tsx'
import { Segments } from '../ui/segments.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Pages } from './pages.tsx'
import { Sections } from './sections.tsx'
import { usePeople } from './use-people.ts'

const whose = ['anyone', 'mine', 'others', 'machine'] as const
type Whose = (typeof whose)[number]
const size = 200

function isOf(item: ReviewItem, who: Whose, me: string): boolean {
  if (who === 'machine') return item.proposal !== null
  const isMine = item.editedBy === me || item.submittedBy === me
  return who === 'anyone' || (who === 'mine' ? isMine : !isMine)
}

/** What waits for a second pair of eyes, the longest first. */
export function Reviews() {
  const { t } = useTranslation()
  const me = useMe().id
  const [state, setState] = useState<RevisionState>('review')
  const [who, setWho] = useState<Whose>('anyone')
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useReviews(state, (page - 1) * size, size)
  const items = data?.items.filter((item) => isOf(item, who, me))
  const count = (each: Whose) => data?.items.filter((item) => isOf(item, each, me)).length
  return (
    <Page title={t('knowledge.heading')} below={<Sections />}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segments
          label={t('review.statesLabel')}
          value={state}
          options={(['review', 'draft'] as const).map((value) => ({ value, label: t(`review.states.${value}`) }))}
          onChange={(next) => {
            setState(next)
            setPage(1)
          }}
        />
        <Choices
          label={t('review.whose')}
          value={who}
          choices={whose.map((value) => ({ value, text: `${t(`review.${value}`)} ${count(value) ?? ''}`.trim() }))}
          onChange={setWho}
        />
      </div>
      <ul className="mt-4 divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface empty:hidden">
        {items?.map((item) => (
          <Row key={item.articleId} item={item} />
        ))}
      </ul>
      {items?.length === 0 && <Nothing state={state} narrowed={who !== 'anyone'} />}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      {data && data.total > size && <Pages page={page} size={size} total={data.total} onChange={setPage} />}
    </Page>
  )
}

function Nothing({ state, narrowed }: { state: RevisionState; narrowed: boolean }) {
  const { t } = useTranslation()
  const title = narrowed ? 'review.emptyFiltered' : state === 'review' ? 'review.empty' : 'review.emptyDrafts'
  return (
    <Empty
      icon={<ClipboardCheck />}
      title={t(title)}
      text={state === 'review' && !narrowed ? t('review.emptyText') : undefined}
    />
  )
}

function Row({ item }: { item: ReviewItem }) {
  const { t } = useTranslation()
  const { short } = useWhen()
  const people = usePeople()
  const isWaiting = item.state === 'review'
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 hover:bg-hover">
      <div className="min-w-60 flex-1">
        <Link
          to={isWaiting ? '/knowledge/reviews/$articleId' : '/knowledge/articles/$articleId'}
          params={{ articleId: item.articleId }}
          className="font-medium after:absolute after:inset-0 hover:text-accent-strong"
        >
          {item.title}
        </Link>
        {(item.proposal || item.comment) && (
          <p className="truncate text-sm text-ink-faint">{item.proposal?.reason ?? item.comment}</p>
        )}
      </div>
      <span className="flex flex-wrap gap-1">
        {item.proposal && (
          <Badge tone="info">
            <Bot />
            {t('keeping.machine')}
          </Badge>
        )}
        <Badge>{t(item.of === 'article' ? 'review.newArticle' : 'review.newerText')}</Badge>
        {item.kind !== 'fact' && <Badge>{t(`guides.${item.kind}`)}</Badge>}
        <Badge>{t(`app.languages.${item.language}`)}</Badge>
        {isWaiting && !item.mayApprove && <Badge tone="warm">{t('review.ownWork')}</Badge>}
      </span>
      <span className="text-sm text-ink-faint">
        {people.nameOf(item.editedBy)} · {short(item.submittedAt ?? item.editedAt)}
      </span>
    </li>
  )
}
