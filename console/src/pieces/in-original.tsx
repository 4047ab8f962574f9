import { useTranslation } from 'react-i18next'
import { useInOriginal } from '../api/source-queries.ts'
import { QuotedText } from '../ui/quoted-text.tsx'
import { Failed, SkeletonRows } from '../ui/states.tsx'

type InOriginalProps = { itemId: string; articleId: string; place: { start: number; end: number }; quote: string }

/** The page of the original on which cited words stand, with the words marked. */
export function InOriginal({ itemId, articleId, place, quote }: InOriginalProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useInOriginal({ itemId, articleId, ...place })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={5} className="h-8" />
  const { page, text, mark } = data
  const words = mark ? text.slice(mark.start, mark.end) : quote
  return (
    <section aria-label={t('sources.item.textTitle')}>
      {page && (
        <h3 className="mb-2 text-xs font-medium text-ink-faint">
          {page.label ?? t('sources.origin.page', { page: page.number })}
        </h3>
      )}
      <QuotedText
        body={text}
        quoted={{ ...(mark ?? { start: 0, end: 0 }), quote: words }}
        missing={t('sources.origin.changed')}
      />
    </section>
  )
}
