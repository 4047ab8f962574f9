import type { Article } from '@lingxi/contract/knowledge'
import type { Revision } from '@lingxi/contract/review'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLatest } from '../api/review-queries.ts'
import { isProblem } from '../api/session.ts'
import { useWhen } from '../i18n/when.ts'
import { buttonClass } from '../ui/button.tsx'
import { Differences } from '../ui/differences.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Page } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Effect } from './effect.tsx'
import { ReviewDecision } from './review-decision.tsx'
import { useCompare } from './use-compare.ts'
import { usePeople } from './use-people.ts'

/** What waits: the newer text where there is one, else the article that was never live. */
export type Waiting = { article: Article; revision: Revision | null }
const isWaiting = ({ article, revision }: Waiting) => (revision ? revision.state : article.status) === 'review'

/** One text that waits for review: what is different, what it looks like, what it will do, and the decision. */
export function OneReview() {
  const { t } = useTranslation()
  const { articleId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useLatest(articleId)
  const waiting = data?.article && { article: data.article, revision: data.revision }
  const isGone = isProblem(error, 'not-found') || (waiting && !isWaiting(waiting))
  if (isGone) {
    return (
      <div className="grid h-full place-items-center">
        <Empty whole icon={<ClipboardCheck />} title={t('review.notWaiting')} text={t('review.notWaitingText')}>
          <Link to="/knowledge/reviews" className={buttonClass()}>
            {t('review.toQueue')}
          </Link>
        </Empty>
      </div>
    )
  }
  if (waiting) return <Shown waiting={waiting} onReload={() => void refetch()} />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={6} className="h-12" />
}

const tabs = ['difference', 'asSeen', 'effect'] as const

function Shown({ waiting, onReload }: { waiting: Waiting; onReload: () => void }) {
  const { t } = useTranslation()
  const { article, revision } = waiting
  const text = revision?.draft ?? article
  const [tab, setTab] = useState<(typeof tabs)[number]>(revision ? 'difference' : 'asSeen')
  return (
    <Page title={t('review.heading', { title: text.title })} before={<BackToQueue />}>
      <div className="grid gap-6 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <p className="mb-3 text-ink-soft">
            {revision ? t('review.goesLive', { version: article.version }) : t('review.neverLive')}
          </p>
          <Tabs value={tab} onChange={setTab} tabs={tabs.map((value) => ({ value, label: t(`review.${value}`) }))}>
            {tab === 'difference' && <Difference waiting={waiting} />}
            {tab === 'asSeen' && (
              <div className="rounded-2xl border border-line bg-surface p-6">
                <p className="mb-3 text-xl font-semibold">{text.title}</p>
                <Markdown pictures text={text.body} />
              </div>
            )}
            {tab === 'effect' && <Effect text={text} articleId={article.id} />}
          </Tabs>
        </div>
        <aside className="flex flex-col gap-4">
          <Who waiting={waiting} />
          <ReviewDecision waiting={waiting} onReload={onReload} />
        </aside>
      </div>
    </Page>
  )
}

function BackToQueue() {
  const { t } = useTranslation()
  return (
    <Link
      to="/knowledge/reviews"
      aria-label={t('review.toQueue')}
      className="grid size-8.5 place-items-center rounded-lg text-ink-soft hover:bg-hover"
    >
      <ArrowLeft className="size-5" />
    </Link>
  )
}

function Difference({ waiting: { article, revision } }: { waiting: Waiting }) {
  const { t } = useTranslation()
  const compare = useCompare()
  const fields = revision ? compare(article, revision.draft) : compare({}, article)
  return <Differences fields={fields} nothing={t('review.noDifference')} />
}

function Who({ waiting: { article, revision } }: { waiting: Waiting }) {
  const { t } = useTranslation()
  const { full } = useWhen()
  const people = usePeople()
  const proposal = revision ? revision.proposal : article.proposal
  const edited = revision
    ? { by: revision.editedBy, at: revision.editedAt }
    : { by: article.updatedBy, at: article.updatedAt }
  const parts = [
    revision?.comment && { name: t('review.said'), text: revision.comment },
    proposal && { name: t('review.reason'), text: proposal.reason },
  ]
  return (
    <div className="flex flex-col gap-2 text-sm text-ink-soft">
      <p>{t('review.edited', { name: people.nameOf(edited.by), when: full(edited.at) })}</p>
      {revision?.submittedAt && (
        <p>{t('review.submitted', { name: people.nameOf(revision.submittedBy), when: full(revision.submittedAt) })}</p>
      )}
      {parts.map(
        (part) =>
          part && (
            <div key={part.name} className="rounded-xl bg-sunken p-3">
              <p className="font-medium">{part.name}</p>
              <p className="whitespace-pre-line">{part.text}</p>
            </div>
          ),
      )}
    </div>
  )
}
