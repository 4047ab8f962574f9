import type { WeighedPassage } from '@lingxi/contract/conversation'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { plainText } from '../ui/plain-text.ts'

/** The passages the answer was weighed from, the best first, with the words of the question they hold. */
export function WeighedPassages({ passages }: { passages: WeighedPassage[] }) {
  const { t } = useTranslation()
  const best = Math.max(...passages.map(({ score }) => score), 0.001)
  return (
    <section className="mt-3.5 border-t border-line pt-3">
      <p className="text-xs font-semibold text-ink-soft">{t('conversation.why.passages')}</p>
      <ol className="mt-2 flex flex-col gap-3">
        {passages.map((passage, index) => (
          <li key={`${passage.articleId}${index}`}>
            <div className="flex items-baseline gap-2">
              <Link
                to="/knowledge/articles/$articleId"
                params={{ articleId: passage.articleId }}
                className="min-w-0 truncate font-medium hover:text-accent hover:underline"
              >
                {passage.title}
              </Link>
              <span className="ms-auto shrink-0 text-xs text-ink-faint tabular-nums">
                {t('conversation.why.score')} {passage.score.toFixed(2)}
              </span>
            </div>
            <div aria-hidden className="mt-1 h-1 rounded-full bg-line">
              <div className="h-full rounded-full bg-accent/70" style={{ width: `${(passage.score / best) * 100}%` }} />
            </div>
            <p className="mt-1.5 line-clamp-2 text-ink-soft">{plainText(passage.excerpt)}</p>
            {passage.terms.length > 0 && (
              <p className="mt-1 flex flex-wrap items-center gap-1 text-xs text-ink-faint">
                {t('conversation.why.matched')}
                {passage.terms.map((term) => (
                  <span key={term} className="rounded bg-mark px-1 text-ink">
                    {term}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
