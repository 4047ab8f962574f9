import { useTranslation } from 'react-i18next'
import type { useItemText } from '../../api/source-queries.ts'
import { Failed, SkeletonRows } from '../../ui/states.tsx'

/** What was read from a document, page after page, as passages are cut from it. */
export function ItemText({ query: { data, error, refetch } }: { query: ReturnType<typeof useItemText> }) {
  const { t } = useTranslation()
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={4} className="h-6" />
  const pages = data.pages.length > 0 ? data.pages : [{ page: 1, start: 0 }]
  return (
    <section aria-label={t('sources.item.textTitle')} className="flex flex-col gap-4 rounded-xl bg-sunken p-4">
      {pages.map(({ page, start, ...rest }, place) => (
        <div key={page}>
          {pages.length > 1 && (
            <h3 className="mb-1 text-xs font-medium text-ink-faint">
              {`${t('sources.item.page')} ${('label' in rest && rest.label) || page}`}
            </h3>
          )}
          <p className="text-sm break-words whitespace-pre-wrap">
            {data.text.slice(start, pages[place + 1]?.start ?? data.text.length).trim()}
          </p>
        </div>
      ))}
    </section>
  )
}
