import type { ArticleRow } from '@lingxi/contract/knowledge'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../i18n/when.ts'
import { Badge } from '../ui/badge.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Standing } from './standing.tsx'
import { usePeople } from './use-people.ts'

/** The ids that are chosen, on this page and on others. */
export type Choosing = { chosen: ReadonlySet<string>; onChoose: (ids: string[], chosen: boolean) => void }
type ArticleTableProps = { articles: ArticleRow[]; choosing: Choosing | undefined }

export function ArticleTable({ articles, choosing }: ArticleTableProps) {
  return (
    <table className="w-full table-fixed text-start">
      <Heads articles={articles} choosing={choosing} />
      <tbody className="divide-y divide-line">
        {articles.map((article) => (
          <Row key={article.id} article={article} choosing={choosing} />
        ))}
      </tbody>
    </table>
  )
}

function Heads({ articles, choosing }: ArticleTableProps) {
  const { t } = useTranslation()
  const ids = articles.map(({ id }) => id)
  const count = ids.filter((id) => choosing?.chosen.has(id)).length
  return (
    <thead className="border-b border-line bg-sunken text-xs text-ink-faint max-md:sr-only">
      <tr>
        {choosing && (
          <th className="w-10 ps-4 max-md:hidden">
            <Checkbox
              label={t('keeping.chooseAll')}
              checked={count === ids.length}
              some={count > 0 && count < ids.length}
              onChange={(chosen) => choosing.onChoose(ids, chosen)}
            />
          </th>
        )}
        <th className="px-4 py-2 text-start font-medium">{t('knowledge.columns.title')}</th>
        <th className="w-26 px-3 text-start font-medium">{t('knowledge.columns.status')}</th>
        <th className="w-20 px-2 text-start font-medium">{t('knowledge.columns.language')}</th>
        <th className="w-38 px-3 text-start font-medium max-lg:hidden">{t('keeping.columns.place')}</th>
        <th className="w-20 px-2 text-start font-medium max-lg:hidden">{t('keeping.columns.owner')}</th>
        <th className="w-22 px-4 text-end font-medium">{t('knowledge.columns.updated')}</th>
      </tr>
    </thead>
  )
}

function Row({ article, choosing }: { article: ArticleRow; choosing: Choosing | undefined }) {
  const { t } = useTranslation()
  const { short, full } = useWhen()
  const people = usePeople()
  return (
    <tr className="relative hover:bg-hover max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-2 max-md:px-4 max-md:py-3">
      {choosing && (
        <td className="relative z-1 align-top max-md:order-last md:py-3.5 md:ps-4">
          <Checkbox
            label={t('keeping.choose', { title: article.title })}
            checked={choosing.chosen.has(article.id)}
            onChange={(chosen) => choosing.onChoose([article.id], chosen)}
          />
        </td>
      )}
      <td className="max-md:w-full md:px-4 md:py-3">
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
      <td className="text-sm text-ink-soft md:px-2">{t(`app.languages.${article.language}`)}</td>
      <td className="max-lg:hidden md:px-3">
        {article.category && <p className="truncate text-sm text-ink-soft">{article.category}</p>}
        <div className="flex max-h-5 flex-wrap gap-1 overflow-hidden">
          {article.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </div>
      </td>
      <td className="truncate text-sm text-ink-soft max-lg:hidden md:px-2">
        {article.ownerId ? people.nameOf(article.ownerId) : <span className="text-ink-faint">—</span>}
      </td>
      <td className="text-sm text-ink-faint max-md:ms-auto md:px-4 md:text-end">
        <time dateTime={article.updatedAt} title={full(article.updatedAt)}>
          {short(article.updatedAt)}
        </time>
      </td>
    </tr>
  )
}
