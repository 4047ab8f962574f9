import type { TriedQuestion } from '@lingxi/contract/trying'
import type { Citation } from '@lingxi/contract/message'
import { CircleCheck, CircleHelp, Quote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useArticle } from '../../api/knowledge-queries.ts'
import { knownWord } from '../../i18n/known-word.ts'
import { Badge } from '../../ui/badge.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { QuestionSteps } from '../../ui/question-steps.tsx'
import { plainText } from '../../ui/plain-text.ts'
import { QuotedText } from '../../ui/quoted-text.tsx'
import { Failed, SkeletonRows } from '../../ui/states.tsx'
import { Wished } from '../../ui/wished.tsx'
import { SupportBar } from './support-bar.tsx'
import { WhyDeclined } from './why-declined.tsx'

type TriedAnswerProps = { tried: TriedQuestion; onAsk: (question: string) => void }

/** What the customer would see, and how well it is carried. */
export function TriedAnswer({ tried, onAsk }: TriedAnswerProps) {
  const { t } = useTranslation()
  const [cited, setCited] = useState<Citation>()
  const answered = tried.outcome === 'answered'
  return (
    <section className="rounded-2xl border border-line bg-surface">
      <header className="flex items-center gap-2 border-b border-line px-5 py-3.5">
        <h2 className="flex-1 font-semibold">{t('knowledge.try.asSeen')}</h2>
        <Badge tone={answered ? 'accent' : 'warm'}>
          {answered ? <CircleCheck /> : <CircleHelp />}
          {t(`knowledge.try.${tried.outcome}`)}
        </Badge>
      </header>
      <div className="flex flex-col gap-5 p-5">
        {!answered && <p className="text-ink-soft">{t('knowledge.try.unknownText')}</p>}
        <WhyDeclined tried={tried} />
        {tried.text && (
          <div className="w-fit max-w-full rounded-2xl rounded-ss-md bg-info-soft px-4 py-3">
            <Markdown text={tried.text} className="chat" />
          </div>
        )}
        {tried.citations.length > 0 && (
          <div>
            <h3 className="text-sm font-medium text-ink-soft">
              {t(tried.wish ? 'trying.products' : 'knowledge.try.citations')}
            </h3>
            <ul className="mt-2 flex flex-col gap-2">
              {tried.citations.map((citation) => (
                <li key={`${citation.articleId}${citation.start}`}>
                  <button
                    type="button"
                    onClick={() => setCited(citation)}
                    className="flex w-full gap-2.5 rounded-xl border border-line px-3.5 py-2.5 text-start hover:border-accent-line hover:bg-hover"
                  >
                    <Quote className="mt-1 size-3.5 shrink-0 text-accent" />
                    <span className="min-w-0">
                      <span className="block font-medium">{citation.title}</span>
                      <span className="line-clamp-3 text-sm text-ink-soft">{plainText(citation.quote)}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {tried.steps.length > 0 && (
          <div>
            <h3 className="text-sm font-medium text-ink-soft">{t('app.steps.title')}</h3>
            <QuestionSteps steps={tried.steps} />
          </div>
        )}
        {tried.wish && (
          <div className="flex flex-col gap-1 text-sm">
            <h3 className="font-medium text-ink-soft">{t('trying.wished')}</h3>
            <Wished wish={tried.wish} />
          </div>
        )}
        {tried.support !== null && <SupportBar support={tried.support} needed={tried.needed} />}
        <Nearest tried={tried} onAsk={onAsk} />
        <Written tried={tried} />
      </div>
      <Dialog open={cited !== undefined} onClose={() => setCited(undefined)} place="side" title={cited?.title}>
        {cited && <Cited citation={cited} />}
      </Dialog>
    </section>
  )
}

function Kept({ fromCache }: Pick<TriedQuestion, 'fromCache'>) {
  const { t } = useTranslation()
  return fromCache && <span>{t('conversation.why.fromCache')}</span>
}

function Cited({ citation }: { citation: Citation }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useArticle(citation.articleId)
  if (data) return <QuotedText body={data.body} quoted={citation} missing={t('conversation.article.missing')} />
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <SkeletonRows count={5} className="h-8" />
}

function Nearest({ tried, onAsk }: TriedAnswerProps) {
  const { t } = useTranslation()
  if (tried.nearest.length === 0) return null
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-soft">{t('knowledge.try.nearest')}</h3>
      <ul className="mt-2 flex flex-wrap gap-2">
        {tried.nearest.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => onAsk(question)}
              className="rounded-full border border-accent-line px-3 py-1 text-start text-sm hover:bg-accent-soft"
            >
              {question}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who wrote it, and how. */
function Written({ tried }: Pick<TriedAnswerProps, 'tried'>) {
  const { t, i18n } = useTranslation()
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-faint">
      {tried.writer && (
        <span>
          {t('knowledge.try.writer')}: {t(`conversation.why.writers.${tried.writer}`)}
        </span>
      )}
      {tried.modelOutcome && (
        <span>
          {t('knowledge.try.model')}: {knownWord(i18n, 'model', tried.modelOutcome)}
        </span>
      )}
      <Kept fromCache={tried.fromCache} />
      <span>{t('knowledge.try.took', { count: Number(tried.milliseconds.toFixed(1)) })}</span>
    </p>
  )
}
