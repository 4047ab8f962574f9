import type { ArticleRow } from '@lingxi/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'

export function ArticleTable({ articles }: { articles: ArticleRow[] }) {
  const { t } = useTranslation()
  const { short, full } = useWhen()
  return (
    <table className="w-full table-fixed text-start">
      <thead className="border-b border-line bg-sunken text-xs text-ink-faint max-md:sr-only">
        <tr>
          <th className="px-5 py-2 text-start font-medium">{t('knowledge.columns.title')}</th>
          <th className="w-28 px-3 text-start font-medium">{t('knowledge.columns.status')}</th>
          <th className="w-22 px-3 text-start font-medium">{t('knowledge.columns.language')}</th>
          <th className="w-48 px-3 text-start font-medium max-lg:hidden">{t('knowledge.columns.tags')}</th>
          <th className="w-28 px-5 text-end font-medium">{t('knowledge.columns.updated')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {articles.map((article) => (
          <tr
            key={article.id}
            className="relative hover:bg-hover max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-2 max-md:px-4 max-md:py-3"
          >
            <td className="max-md:w-full md:px-5 md:py-3">
              <Link
                to="/knowledge/articles/$articleId"
                params={{ articleId: article.id }}
                // The whole row opens the article.
                className="font-medium after:absolute after:inset-0 hover:text-accent-strong"
              >
                {article.title}
              </Link>
              <p className="truncate text-sm text-ink-faint">{article.excerpt}</p>
            </td>
            <td className="md:px-3">
              <Standing article={article} />
            </td>
            <td className="text-sm text-ink-soft md:px-3">{t(`app.languages.${article.language}`)}</td>
            <td className="max-lg:hidden md:px-3">
              <div className="flex max-h-11 flex-wrap gap-1 overflow-hidden">
                {article.tags.map((tag) => (
                  <Badge key={tag}>{tag}</Badge>
                ))}
              </div>
            </td>
            <td className="text-sm text-ink-faint max-md:ms-auto md:px-5 md:text-end">
              <time dateTime={article.updatedAt} title={full(article.updatedAt)}>
                {short(article.updatedAt)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Published is not enough to be found: the time has to be right too. */
function Standing({ article }: { article: ArticleRow }) {
  const { t } = useTranslation()
  const { now } = useWhen()
  if (article.status !== 'published') return <Badge>{t(`knowledge.status.${article.status}`)}</Badge>
  if (article.validUntil && Date.parse(article.validUntil) <= now)
    return <Badge tone="danger">{t('knowledge.expired')}</Badge>
  if (article.validFrom && Date.parse(article.validFrom) > now)
    return <Badge tone="warm">{t('knowledge.scheduled')}</Badge>
  return <Badge tone="accent">{t('knowledge.status.published')}</Badge>
}
