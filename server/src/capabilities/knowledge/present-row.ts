/** An article as a row of a list: without its text, but for the first words of it. */
import { type Article, ArticleRow } from '@lingxi/contract/knowledge'

const rowKeys = new Set(Object.keys(ArticleRow.shape))

export function toArticleRow(article: Article, revision: ArticleRow['revision']): ArticleRow {
  const plain = article.body.replace(/[#>*_`|-]+/g, ' ').replace(/\s+/g, ' ')
  const excerpt = plain.trim().slice(0, 160).toWellFormed()
  const rest = Object.entries(article).filter(([key]) => rowKeys.has(key))
  return { ...(Object.fromEntries(rest) as Omit<ArticleRow, 'excerpt' | 'revision'>), excerpt, revision }
}
