/**
 * Every published article is scored from how it was used of late; what the company's settings say follows from a bad score
 * is done, on record, and never again where a person has taken it back.
 */
import type { Article } from '@lingxi/contract/knowledge'
import type { Knowledge } from '#knowledge'
import type { Learning } from '#learning'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  knowledge: Pick<Knowledge, 'listChanged' | 'change' | 'get' | 'published'>
  learning: Pick<Learning, 'usesOf' | 'findings' | 'quality' | 'getSettings'>
  clock: Clock
  log: Log
}

const page = 100
const lookedAt = 90 * 86_400_000
const unused = { answered: 0, solved: 0, unsolved: 0, returned: 0, opened: 0 }

export function createScoreArticles({ knowledge, learning, clock, log }: Parts) {
  const { quality } = learning

  async function scoreAll(tenantId: string, articles: Article[]): Promise<number> {
    const ids = articles.map(({ id }) => id)
    const uses = await learning.usesOf(tenantId, ids, new Date(clock.now() - lookedAt).toISOString())
    const rated = await knowledge.published.ratings(tenantId, ids)
    const findings = await learning.findings.openOf(tenantId, ids)
    const settings = await learning.getSettings(tenantId)
    const [undone, weights] = [await quality.undone(tenantId), await quality.weights(tenantId)]
    let done = 0
    for (const article of articles) {
      const use = uses.get(article.id) ?? unused
      const { helpful = 0, unhelpful = 0 } = rated.get(article.id) ?? {}
      const score = await quality.score(tenantId, article, {
        use,
        helpful,
        unhelpful,
        openFindings: findings.get(article.id) ?? 0,
      })
      const follows = quality.consequenceOf(article, score, { settings, answered: use.answered })
      if (!follows || undone.has(article.id) || (follows.kind === 'weighed-down' && weights.has(article.id))) continue
      if (follows.kind === 'weighed-down') await quality.weighDown(tenantId, article, follows)
      else await archive(tenantId, article, follows.why)
      done++
    }
    return done
  }

  async function archive(tenantId: string, article: Article, why: Parameters<typeof quality.recordArchived>[2]) {
    await quality.recordArchived(tenantId, article, why)
    await knowledge.change(tenantId, article.id, { ...draftOf(article), status: 'archived', version: article.version })
  }

  return {
    async scoreArticles(tenantId: string): Promise<void> {
      const begun = clock.reading()
      const startedAt = new Date(clock.now()).toISOString()
      const total = { articles: 0, done: 0 }
      let after: { at: string; id: string } | undefined
      for (;;) {
        const articles = await knowledge.listChanged(tenantId, after, page)
        const published = articles.filter(({ status }) => status === 'published')
        total.done += await scoreAll(tenantId, published)
        total.articles += published.length
        const last = articles.at(-1)
        if (!last || articles.length < page) break
        after = { at: last.updatedAt, id: last.id }
      }
      await quality.forgetBefore(tenantId, startedAt)
      log.info('articles-scored', { tenantId, ...total, milliseconds: Math.round(clock.reading() - begun) })
    },

    /** Takes back what the machine did to an article. Throws `not-found`. */
    async undo(tenantId: string, id: string, by: string): Promise<void> {
      const act = await quality.undo(tenantId, id, by)
      if (act.kind !== 'archived') return
      const article = await knowledge.get(tenantId, act.article_id)
      if (article.status === 'archived')
        await knowledge.change(tenantId, article.id, {
          ...draftOf(article),
          status: 'published',
          version: article.version,
          by: null,
        })
    },
  }
}

/** What an edit says; the rest stays as it is. */
const draftOf = ({ title, body, language, tags, alternatives, validFrom, validUntil }: Article) => ({
  title,
  body,
  language,
  tags,
  alternatives,
  validFrom,
  validUntil,
})
