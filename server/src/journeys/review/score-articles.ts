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

type Judged = {
  score: number
  follows: ReturnType<Learning['quality']['consequenceOf']>
  weight: number | undefined
  undone: Set<string>
}

const page = 100
const lookedAt = 90 * 86_400_000
const unused = { answered: 0, solved: 0, unsolved: 0, returned: 0, opened: 0 }

export function createScoreArticles({ knowledge, learning, clock, log }: Parts) {
  const { quality } = learning

  /** What was weighed down is judged by what it says now: a text that was mended begins anew. */
  async function usesOf(tenantId: string, articles: Article[], weights: Map<string, number>) {
    const since = new Date(clock.now() - lookedAt).toISOString()
    const ids = articles.map(({ id }) => id)
    const uses = await learning.usesOf(tenantId, ids, since)
    const lifted = await quality.liftedAt(tenantId)
    for (const { id, updatedAt } of articles) {
      const begins = weights.has(id) ? updatedAt : lifted.get(id)
      if (begins === undefined || begins <= since) continue
      uses.set(id, (await learning.usesOf(tenantId, [id], begins)).get(id) ?? unused)
    }
    return uses
  }

  async function scoreAll(tenantId: string, articles: Article[]): Promise<number> {
    const ids = articles.map(({ id }) => id)
    const rated = await knowledge.published.ratings(tenantId, ids)
    const findings = await learning.findings.openOf(tenantId, ids)
    const settings = await learning.getSettings(tenantId)
    const [undone, weights] = [await quality.undone(tenantId), await quality.weights(tenantId)]
    const uses = await usesOf(tenantId, articles, weights)
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
      if (await act(tenantId, article, { score, follows, weight: weights.get(article.id), undone })) done++
    }
    return done
  }

  /** Whether anything was done. What is weighed down already stays so until it does better; what a person took back stays. */
  async function act(tenantId: string, article: Article, { score, follows, weight, undone }: Judged): Promise<boolean> {
    if (!follows && weight !== undefined) {
      await quality.lift(tenantId, article, { weight, why: [{ reason: 'score', number: score }] })
      return true
    }
    if (!follows || undone.has(article.id)) return false
    if (follows.kind === 'archived') await archive(tenantId, article, follows.why)
    else if (weight === undefined) await quality.weighDown(tenantId, article, follows)
    else return false
    return true
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
