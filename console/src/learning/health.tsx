import type { ArticleHealth } from '@lingxi/contract/learning'
import { Link } from '@tanstack/react-router'
import { HeartPulse } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHealth } from '../api/learning-queries.ts'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Empty, Failed, SkeletonRows } from '../ui/states.tsx'
import { Acts } from './acts.tsx'
import { LearningPage } from './learning-page.tsx'
import { More } from './more.tsx'
import type { ScoreReason } from './words.ts'

/** How good each article is, the worst first, and what was done about it. */
export function Health() {
  const { t } = useTranslation()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useHealth(offset)
  return (
    <LearningPage>
      <Acts />
      <ul className="flex flex-col gap-3">
        {data?.articles.map((article) => (
          <HealthCard key={article.articleId} article={article} />
        ))}
      </ul>
      {data?.articles.length === 0 && (
        <Empty icon={<HeartPulse />} title={t('learning.noScores')} text={t('learning.noScoresText')} />
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={4} />)}
      <More offset={offset} total={data?.total ?? 0} onChange={setOffset} />
    </LearningPage>
  )
}

function HealthCard({ article }: { article: ArticleHealth }) {
  const { t } = useTranslation()
  const { score } = article
  return (
    <li className="flex flex-wrap items-start gap-4 rounded-2xl border border-line bg-surface p-4">
      <div className="w-14 text-center">
        <p className="text-2xl font-semibold tabular-nums">{score}</p>
        <p className="text-xs text-ink-faint">{t('learning.score')}</p>
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <Link
          to="/knowledge/articles/$articleId"
          params={{ articleId: article.articleId }}
          className="font-medium break-words hover:text-accent-strong"
        >
          {article.title}
        </Link>
        <p className="mt-1 flex flex-wrap gap-1.5">
          <Standing article={article} />
          {article.weight < 1 && <Badge tone="warm">{t('learning.weighedDown')}</Badge>}
          {article.openFindings > 0 && (
            <Badge tone="danger">{t('learning.findingsOpen', { count: article.openFindings })}</Badge>
          )}
        </p>
        <dl className="mt-2 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
          {article.parts.map(({ part, value, why }) => (
            <div key={part} className="text-sm">
              <dt className="flex justify-between gap-2">
                <span>{t(`learning.parts.${part}`)}</span>
                <span className="text-ink-soft tabular-nums">{value}</span>
              </dt>
              <dd>
                <meter
                  min={0}
                  max={100}
                  value={value}
                  className="block h-1.5 w-full"
                  aria-label={t(`learning.parts.${part}`)}
                />
                <span className="text-xs text-ink-faint">
                  {why
                    .map(({ reason, number }) =>
                      t(`learning.scoreReasons.${reason as ScoreReason}`, { number: number ?? '' }),
                    )
                    .join(' · ')}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  )
}

/** Whether its time is over, or it should have been looked at again. */
function Standing({ article: { validUntil, dueAt } }: { article: ArticleHealth }) {
  const { t } = useTranslation()
  const { now } = useWhen()
  const isOver = (moment: string | null) => moment !== null && Date.parse(moment) < now
  return (
    <>
      {isOver(validUntil) && <Badge tone="danger">{t('knowledge.expired')}</Badge>}
      {isOver(dueAt) && <Badge tone="warm">{t('learning.overdue')}</Badge>}
    </>
  )
}
