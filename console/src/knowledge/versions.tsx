import type { VersionRow } from '@lingxi/contract/review'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onePage, useArticleEvents, useVersion, useVersions } from '../api/review-queries.ts'
import { isProblem } from '../api/session.ts'
import { Differences } from '../ui/differences.tsx'
import { Page, Panel } from '../ui/page.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { BackToArticle } from './back-to-articles.tsx'
import { Pages } from './pages.tsx'
import { useCompare } from './use-compare.ts'
import { VersionList } from './version-list.tsx'
import { History } from 'lucide-react'
import { ArticleEvents } from './article-events.tsx'

export type Pair = { older: number | undefined; newer: number | undefined }

/** What an article was: every version with who, when and why, the difference of any two, and the way back. */
export function Versions() {
  const { t } = useTranslation()
  const { articleId = '' } = useParams({ strict: false })
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<Partial<Pair>>({})
  const { data, error, refetch } = useVersions(articleId, (page - 1) * onePage)
  const events = useArticleEvents(articleId).data?.events ?? []
  if (!data) {
    if (!error) return <SkeletonRows count={6} className="h-12" />
    return isProblem(error, 'not-found') ? (
      <Empty whole icon={<History />} title={t('knowledge.editor.notFound')} text={t('app.states.notFoundText')} />
    ) : (
      <Failed error={error} onRetry={() => void refetch()} />
    )
  }
  const pair = { ...latest(data.versions), ...chosen }
  const current = data.versions.find(({ isCurrent }) => isCurrent)
  return (
    <Page
      title={t('review.versionsHeading', { title: current?.title ?? data.versions[0]?.title ?? '' })}
      before={<BackToArticle articleId={articleId} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[24rem_1fr]">
        <div>
          <VersionList
            articleId={articleId}
            versions={data.versions}
            events={events}
            pair={pair}
            onChoose={(part) => setChosen({ ...chosen, ...part })}
          />
          {data.total > onePage && <Pages page={page} size={onePage} total={data.total} onChange={setPage} />}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Compared articleId={articleId} pair={pair} />
          <ArticleEvents events={events} />
        </div>
      </div>
    </Page>
  )
}

const latest = (versions: VersionRow[]): Pair => ({ newer: versions[0]?.version, older: versions[1]?.version })

function Compared({ articleId, pair }: { articleId: string; pair: Pair }) {
  const { t } = useTranslation()
  const compare = useCompare()
  const older = useVersion(articleId, pair.older)
  const newer = useVersion(articleId, pair.newer)
  if (pair.older === undefined) return <p className="text-ink-soft">{t('review.oneVersion')}</p>
  const error = older.error ?? newer.error
  return (
    <Panel title={t('review.compare', { before: pair.older, after: pair.newer ?? '' })}>
      {older.data && newer.data ? (
        <Differences fields={compare(older.data.article, newer.data.article)} nothing={t('review.sameVersions')} />
      ) : error ? (
        <Failed error={error} onRetry={() => void Promise.all([older.refetch(), newer.refetch()])} />
      ) : (
        <SkeletonRows count={3} className="h-8" />
      )}
    </Panel>
  )
}
