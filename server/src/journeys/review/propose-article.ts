/**
 * A gap becomes an article that waits for review: a person presses the button, and a person releases it. When it is
 * released the gap's questions are counted anew; when it is removed or thrown away the gap is open again.
 */
import { ArticleDraft, type Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'

type Parts = {
  knowledge: Pick<Knowledge, 'propose' | 'remove' | 'findAll' | 'findRevision'>
  learning: Pick<Learning, 'gaps'>
  clock: Clock
}
type Wanted = { by: string; title: string; body: string; alternatives: string[]; language: Language }

export function createProposeArticle({ knowledge, learning, clock }: Parts) {
  /** Whether the newer text that was proposed for a gap still stands beside the live one. */
  const waits = async (tenantId: string, articleId: string, gapId: string) =>
    (await knowledge.findRevision(tenantId, articleId))?.proposal?.about === gapId

  return {
    /** Throws `not-found`, and `already-exists` when the gap has an article. */
    async propose(tenantId: string, gapId: string, { by, ...wanted }: Wanted): Promise<Article> {
      const gap = await learning.gaps.get(tenantId, gapId)
      if (gap.articleId !== null) throw new Problem('already-exists')
      const draft = ArticleDraft.parse({ ...wanted, status: 'review', ownerId: by })
      const reason = `${gap.name} (${gap.count})`
      const article = await knowledge.propose(tenantId, draft, { by: 'learning', reason, about: gapId, writer: by })
      try {
        await learning.gaps.propose(tenantId, gapId, { by, articleId: article.id })
      } catch (error) {
        // Somebody else was quicker: one article a gap.
        await knowledge.remove(tenantId, article.id)
        throw error
      }
      return article
    },

    /** Sees what became of what was proposed: new articles, and newer texts of live ones. */
    async follow(tenantId: string): Promise<void> {
      const proposed = await learning.gaps.listProposed(tenantId)
      const ids = proposed.flatMap(({ article_id }) => article_id ?? [])
      const articles = new Map((await knowledge.findAll(tenantId, ids)).map((article) => [article.id, article]))
      for (const { id, article_id } of proposed) {
        const article = articles.get(article_id ?? '')
        const isLive = article?.status === 'published'
        if (isLive && article.proposal?.about === id)
          await learning.gaps.release(tenantId, id, new Date(clock.now()).toISOString())
        else if (!article || (isLive && !(await waits(tenantId, article.id, id))))
          await learning.gaps.withdraw(tenantId, id)
      }
    },
  }
}
