import type { TriedQuestion } from '@lingxi/contract/trying'
import { Link } from '@tanstack/react-router'
import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** What stood between the question and an answer; what is kept from the asker is said of an answer as well. */
export function WhyDeclined({ tried }: { tried: TriedQuestion }) {
  const { t } = useTranslation()
  const { needed, unsaid, withheld } = tried
  const support = tried.support ?? 0
  const declined = tried.outcome === 'unknown'
  const reason = () => {
    if (tried.hits.length === 0) return t('trying.reasons.nothing')
    if (tried.modelOutcome === 'refused') return t('trying.reasons.model')
    if (support >= needed) return t('trying.reasons.sentence')
    return t('trying.reasons.support', { support: percent(support), needed: percent(needed) })
  }
  if (!declined && withheld.length === 0) return null
  return (
    <div className="flex flex-col gap-3 rounded-xl bg-sunken p-3.5 text-sm">
      {declined && (
        <div>
          <h3 className="font-medium">{t('trying.why')}</h3>
          <p className="text-ink-soft">{reason()}</p>
        </div>
      )}
      {declined && unsaid.length > 0 && (
        <div>
          <h3 className="font-medium">{t('trying.unsaid')}</h3>
          <p className="mt-1 flex flex-wrap gap-1.5">
            {unsaid.map((word) => (
              <Badge key={word} tone="warm">
                {word}
              </Badge>
            ))}
          </p>
        </div>
      )}
      {withheld.length > 0 && (
        <div>
          <h3 className="flex items-center gap-1.5 font-medium">
            <EyeOff aria-hidden className="size-4 text-ink-faint" />
            {t('trying.withheld')}
          </h3>
          <ul className="mt-1 flex flex-col gap-0.5">
            {withheld.map(({ articleId, title }) => (
              <li key={articleId}>
                <Link
                  to="/knowledge/articles/$articleId"
                  params={{ articleId }}
                  className="text-accent underline underline-offset-3"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
