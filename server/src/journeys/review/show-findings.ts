/** Findings with the articles they are about, for the people who keep the knowledge. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Finding, FindingKind, FindingState } from '@lingxi/contract/learning'
import type { Knowledge } from '#knowledge'
import type { FindingRow, Learning } from '#learning'
import { correctionsOf } from './correct-text.ts'

type Parts = { knowledge: Pick<Knowledge, 'findAll'>; learning: Pick<Learning, 'findings'> }
type Asked = {
  state: FindingState
  kind?: FindingKind | undefined
  articleId?: string | undefined
  limit: number
  offset: number
}

export function createShowFindings({ knowledge, learning }: Parts) {
  return async function showFindings(tenantId: string, { kind, ...asked }: Asked) {
    const { findings, total } = await learning.findings.list(tenantId, { ...asked, kinds: kind && [kind] })
    const ids = [...new Set(findings.flatMap(({ article_ids }) => article_ids))]
    const articles = new Map((await knowledge.findAll(tenantId, ids)).map((article) => [article.id, article]))
    const shown = findings.map(
      (row): Finding => ({
        id: row.id,
        kind: row.kind,
        articles: row.article_ids.flatMap((id) => {
          const article = articles.get(id)
          return article ? [{ id, title: article.title, language: article.language, status: article.status }] : []
        }),
        severity: row.severity,
        spots: row.spots,
        correctable: isCorrectable(row, articles),
        state: row.state,
        firstSeenAt: row.first_seen_at,
        changedAt: row.changed_at,
        ignoredBy: row.ignored_by,
        ignoredWhy: row.ignored_why,
      }),
    )
    return { findings: shown, total, open: await learning.findings.countsOpen(tenantId) }
  }
}

/** Two live facts in one language, of which a value can be put into the other. */
function isCorrectable({ kind, spots, article_ids: ids }: FindingRow, articles: Map<string, Article>): boolean {
  const found = ids.flatMap((id) => articles.get(id) ?? [])
  const [one, other] = found
  if (!one || !other || one.language !== other.language) return false
  return found.every((each) => each.kind === 'fact' && correctionsOf({ kind, spots }, each.id).length > 0)
}
