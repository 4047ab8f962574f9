import type { ArticleRow } from '@lingxi/contract/knowledge'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'

type StandingProps = {
  article: Pick<ArticleRow, 'status' | 'validFrom' | 'validUntil'> & { revision?: ArticleRow['revision'] }
}

/** Where an article stands. Published is not enough to be found: the time has to be right too. */
export function Standing({ article }: StandingProps) {
  const { t } = useTranslation()
  const { revision } = article
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Status article={article} />
      {revision && (
        <Badge tone="info">{t(revision === 'review' ? 'keeping.revisionReview' : 'keeping.revisionDraft')}</Badge>
      )}
    </span>
  )
}

function Status({ article: { status, validFrom, validUntil } }: StandingProps) {
  const { t } = useTranslation()
  const { now } = useWhen()
  if (status === 'review') return <Badge tone="warm">{t('knowledge.status.review')}</Badge>
  if (status !== 'published') return <Badge>{t(`knowledge.status.${status}`)}</Badge>
  if (validUntil && Date.parse(validUntil) <= now) return <Badge tone="danger">{t('knowledge.expired')}</Badge>
  if (validFrom && Date.parse(validFrom) > now) return <Badge tone="warm">{t('knowledge.scheduled')}</Badge>
  return <Badge tone="accent">{t('knowledge.status.published')}</Badge>
}
