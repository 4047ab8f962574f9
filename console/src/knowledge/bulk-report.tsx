import type { ChangedArticle } from '@lingxi/contract/knowledge'
import { type ProblemCode, problems } from '@lingxi/contract/problem'
import { CircleAlert, CircleCheck, CircleMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const isCode = (reason: string | undefined): reason is ProblemCode => reason !== undefined && reason in problems

/** What became of each article: how many, and of the refused ones which and why. */
export function BulkReport({ results }: { results: ChangedArticle[] }) {
  const { t } = useTranslation()
  const count = (outcome: ChangedArticle['outcome']) => results.filter((each) => each.outcome === outcome).length
  const refused = results.filter(({ outcome }) => outcome === 'refused')
  return (
    <output className="flex flex-col gap-2">
      <p className="flex items-center gap-2 font-medium [&_svg]:size-4.5 [&_svg]:text-accent">
        <CircleCheck />
        {t('keeping.bulk.changed', { count: count('changed') })}
      </p>
      {count('unchanged') > 0 && (
        <p className="flex items-center gap-2 text-ink-soft [&_svg]:size-4.5">
          <CircleMinus />
          {t('keeping.bulk.unchanged', { count: count('unchanged') })}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <p className="flex items-center gap-2 text-danger [&_svg]:size-4.5">
            <CircleAlert />
            {t('keeping.bulk.refused', { count: refused.length })}
          </p>
          <ul className="flex flex-col gap-1.5 rounded-lg bg-sunken p-3 text-sm">
            {refused.map(({ articleId, title, reason }) => (
              <li key={articleId}>
                <span className="font-medium">{title ?? articleId}</span>
                <span className="block text-ink-soft">
                  {isCode(reason) ? t(`problems.${reason}`) : t('problems.unexpected')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </output>
  )
}
