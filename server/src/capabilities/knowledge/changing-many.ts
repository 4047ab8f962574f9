/** One change for many articles: each for itself, so that one that is refused holds up no other. */
import { isDeepStrictEqual } from 'node:util'
import type { Article, ArticleChanges, ChangedArticle } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { ArticleStore } from './article-store.ts'
import type { createEditing } from './editing.ts'

type Parts = { store: ArticleStore; editing: ReturnType<typeof createEditing> }

export function createChangingMany({ store, editing }: Parts) {
  async function changeOne(
    tenantId: string,
    id: string,
    { ownerId, dueAt, by, ...said }: ArticleChanges & { by: string },
  ): Promise<ChangedArticle> {
    const article = await store.find(tenantId, id)
    if (!article) return { articleId: id, title: null, outcome: 'refused', reason: 'not-found' }
    const told = { articleId: id, title: article.title }
    const differs = saysOther(said, article)
    const caresAnew = saysOther({ ownerId, dueAt }, article)
    if (!differs && !caresAnew) return { ...told, outcome: 'unchanged' }
    try {
      if (differs)
        await editing.change(tenantId, id, { ...article, ...said, status: said.status ?? article.status, by })
      if (caresAnew) await editing.care(tenantId, id, { ownerId, dueAt, by })
      return { ...told, outcome: 'changed' }
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'unexpected') throw error
      return { ...told, outcome: 'refused', reason: error.code }
    }
  }

  return {
    /**
     * Changes what is said of each of these articles: its place, its audience, its status, who looks after it. The report
     * is in the order of the ids; what is refused says why: `not-found`, `changed-meanwhile`, `review-required`.
     */
    async changeMany(
      tenantId: string,
      ids: string[],
      changes: ArticleChanges & { by: string },
    ): Promise<ChangedArticle[]> {
      const report: ChangedArticle[] = []
      for (const id of new Set(ids)) report.push(await changeOne(tenantId, id, changes))
      return report
    },
  }
}

const saysOther = (said: ArticleChanges, article: Article): boolean =>
  Object.entries(said).some(
    ([key, value]) => value !== undefined && !isDeepStrictEqual(value, article[key as keyof Article]),
  )
