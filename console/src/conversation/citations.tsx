import type { Citation } from '@lingxi/contract/message'
import { Link } from '@tanstack/react-router'
import { Quote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { isProblem } from '../api/session.ts'
import { OriginLine } from '../knowledge/sources/origin-line.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LostQuote, QuotedText } from '../ui/quoted-text.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'

/** What an answer stands on; each opens the article at the very words. */
export function Citations({ citations }: { citations: Citation[] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Citation>()
  return (
    <div className="mt-2.5 border-t border-ink/10 pt-2">
      <ul aria-label={t('conversation.citations')} className="flex flex-col items-start gap-1">
        {citations.map((citation, index) => (
          <li key={`${citation.articleId}${citation.start}`} className="max-w-full">
            <button
              type="button"
              onClick={() => setOpened(citation)}
              className="flex max-w-full items-center gap-1.5 rounded-md text-start text-xs text-info-ink hover:underline"
            >
              <Quote className="size-3 shrink-0" />
              <span className="truncate">
                {index + 1}. {citation.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Dialog
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        place="side"
        title={opened?.title}
        about={t('conversation.article.title')}
        footer={
          opened && (
            <Link
              to="/knowledge/articles/$articleId"
              params={{ articleId: opened.articleId }}
              className={buttonClass()}
            >
              {t('conversation.article.open')}
            </Link>
          )
        }
      >
        {opened && <CitedArticle citation={opened} />}
      </Dialog>
    </div>
  )
}

function CitedArticle({ citation }: { citation: Citation }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useArticle(citation.articleId)
  if (data)
    return (
      <>
        {data.origin && <OriginLine origin={data.origin} start={citation.start} quote={citation.quote} />}
        <QuotedText body={data.body} quoted={citation} missing={t('conversation.article.missing')} />
      </>
    )
  if (isProblem(error, 'not-found')) {
    return <LostQuote quote={citation.quote} missing={t('conversation.article.gone')} />
  }
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={5} className="h-8" />
}
