import type { Article } from '@lingxi/contract/knowledge'
import type { Citation } from '@lingxi/contract/message'
import { Link } from '@tanstack/react-router'
import { Quote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../api/knowledge-queries.ts'
import { isProblem } from '../api/session.ts'
import { InOriginal } from '../pieces/in-original.tsx'
import { OriginLine } from '../pieces/origin-line.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { locateQuote } from '../ui/locate-quote.ts'
import { LostQuote, QuotedText } from '../ui/quoted-text.tsx'
import { Segments } from '../ui/segments.tsx'
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
                {citation.variant && <span className="text-ink-faint"> · {citation.variant.name}</span>}
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
  if (data) return <CitedText article={data} citation={citation} />
  if (isProblem(error, 'not-found')) {
    return <LostQuote quote={citation.quote} missing={t('conversation.article.gone')} />
  }
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={5} className="h-8" />
}

/** The text of a variant was written here and stands in no original. */
function CitedText({ article, citation }: { article: Article; citation: Citation }) {
  const { t } = useTranslation()
  const { variant } = citation
  const missing = t('conversation.article.missing')
  if (!variant) return <CitedBody article={article} citation={citation} missing={missing} />
  return (
    <>
      <p className="mb-3 text-sm text-ink-soft">{t('conversation.article.variant', { name: variant.name })}</p>
      <QuotedText body={article.variants[variant.place]?.body ?? ''} quoted={citation} missing={missing} />
    </>
  )
}

/** The words in the article, or in what it was made of. */
function CitedBody({ article, citation, missing }: { article: Article; citation: Citation; missing: string }) {
  const { t } = useTranslation()
  const [side, setSide] = useState<'article' | 'original'>('article')
  const { id, origin, body } = article
  const text = <QuotedText body={body} quoted={citation} missing={missing} />
  if (!origin) return text
  const place = locateQuote(body, citation)
  return (
    <>
      <OriginLine origin={origin} start={citation.start} quote={citation.quote} />
      {place && (
        <div className="mb-4">
          <Segments
            label={t('conversation.article.shown')}
            value={side}
            onChange={setSide}
            options={[
              { value: 'article', label: t('conversation.article.inArticle') },
              { value: 'original', label: t('conversation.article.inOriginal') },
            ]}
          />
        </div>
      )}
      {place && side === 'original' ? (
        <InOriginal itemId={origin.itemId} articleId={id} place={place} quote={citation.quote} />
      ) : (
        text
      )}
    </>
  )
}
