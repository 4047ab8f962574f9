/** Articles with their scores taken apart, what they count in the search, and how many findings they have. */
import type { ArticleHealth } from '@lingxi/contract/learning'
import type { Learning } from '#learning'

type Parts = { learning: Pick<Learning, 'quality' | 'findings'> }

export function createShowHealth({ learning }: Parts) {
  return async function showHealth(tenantId: string, page: { limit: number; offset: number }) {
    const { rows, total } = await learning.quality.list(tenantId, page)
    const weights = await learning.quality.weights(tenantId)
    const open = await learning.findings.openOf(
      tenantId,
      rows.map(({ article_id }) => article_id),
    )
    const articles = rows.map(
      (row): ArticleHealth => ({
        articleId: row.article_id,
        title: row.title,
        language: row.language,
        status: row.status,
        ownerId: row.owner_id,
        dueAt: row.due_at,
        validUntil: row.valid_until,
        score: row.score,
        parts: row.parts,
        weight: weights.get(row.article_id) ?? 1,
        openFindings: open.get(row.article_id) ?? 0,
        scoredAt: row.scored_at,
      }),
    )
    return { articles, total }
  }
}
