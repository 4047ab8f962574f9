/**
 * What is wrong with a live text, or missing in it, becomes a newer text beside it that a person reviews: a clash in which
 * somebody said which article is right, a price that the catalogue has otherwise, questions of a gap that an article all but
 * answers. Nothing is proposed twice in the same words, and never over somebody's own draft.
 */
import { keeper } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { Knowledge } from '#knowledge'
import type { FindingRow, Learning } from '#learning'
import { corrected, correctionsOf, withPrices } from './correct-text.ts'

type Parts = {
  knowledge: Pick<Knowledge, 'proposeRevision' | 'discardRevision' | 'findAll' | 'search' | 'listEvents'>
  learning: Pick<Learning, 'findings' | 'gaps'>
}
type Wanted = { by: string; articleId: string; added: string; alternatives: string[] }

const by = 'learning'
const mostAlternatives = 50
const mostNear = 3
const page = 100
const longestReason = 2_000

export function createProposeRevision({ knowledge, learning }: Parts) {
  async function liveOf(tenantId: string, id: string): Promise<Article> {
    const [article] = await knowledge.findAll(tenantId, [id])
    if (!article) throw new Problem('not-found')
    if (!isOpen(article))
      throw new Problem('invalid-request', { detail: 'only the text of a live article is added to' })
    return article
  }

  async function propose(
    tenantId: string,
    article: Article,
    { said, reason, about, who }: Proposed,
  ): Promise<'proposed' | 'busy'> {
    const proposal = { by, reason: reason.slice(0, longestReason).toWellFormed(), about }
    return knowledge.proposeRevision(tenantId, article.id, { ...said, proposal, by: who })
  }
  type Proposed = {
    said: Partial<Pick<Article, 'body' | 'alternatives'>>
    reason: string
    about: string
    who: string | null
  }

  /** The same words were proposed before, whatever became of them. */
  async function isKnown(tenantId: string, articleId: string, reason: string): Promise<boolean> {
    const { events } = await knowledge.listEvents(tenantId, { articleId, limit: page, offset: 0 })
    return events.some((event) => event.kind === 'proposed' && event.comment === reason)
  }

  async function correctPrice(tenantId: string, finding: FindingRow): Promise<number> {
    const [article] = await knowledge.findAll(tenantId, finding.article_ids)
    if (!article || !isOpen(article)) return 0
    const { body, reasons } = withPrices(article, finding.spots)
    const reason = reasons.join('\n')
    if (reasons.length === 0 || (await isKnown(tenantId, article.id, reason))) return 0
    const outcome = await propose(tenantId, article, { said: { body }, reason, about: finding.id, who: null })
    return outcome === 'proposed' ? 1 : 0
  }

  return {
    /**
     * Of two articles that say different numbers, dates or times, the one that is not right is to say what the other says.
     * Returns the article to review. Throws `not-found`, `changed-meanwhile` when the texts are others by now, `invalid-request`
     * when a clash cannot be mended by a value, `already-exists` when a newer text stands there.
     */
    async correct(tenantId: string, findingId: string, { right, who }: { right: string; who: string }) {
      const finding = await learning.findings.find(tenantId, findingId)
      if (finding?.state !== 'open' || !finding.article_ids.includes(right)) throw new Problem('not-found')
      const wrong = finding.article_ids.find((id) => id !== right)
      const [article] = wrong === undefined ? [] : await knowledge.findAll(tenantId, [wrong])
      const [source] = await knowledge.findAll(tenantId, [right])
      if (!article || !source || !isOpen(article) || source.language !== article.language)
        throw new Problem('invalid-request', { detail: 'it cannot be mended by a value' })
      const corrections = correctionsOf(finding, article.id)
      if (corrections.length === 0) throw new Problem('invalid-request', { detail: 'it cannot be mended by a value' })
      const body = corrected(article.body, corrections)
      if (body === undefined) throw new Problem('changed-meanwhile')
      const values = corrections.map(({ value, becomes }) => `${value} → ${becomes}`)
      const reason = `${values.join(', ')} (${source.title})`
      const outcome = await propose(tenantId, article, { said: { body }, reason, about: findingId, who })
      if (outcome === 'busy') throw new Problem('already-exists', { detail: 'a newer text stands beside it already' })
      return { articleId: article.id }
    },

    /** Texts that name a price the catalogue has otherwise are to name that one. Returns how many were proposed. */
    async correctPrices(tenantId: string): Promise<number> {
      let proposed = 0
      for (let offset = 0; ; offset += page) {
        const asked = { state: 'open' as const, kinds: ['outgrown' as const], limit: page, offset }
        const { findings } = await learning.findings.list(tenantId, asked)
        for (const finding of findings) proposed += await correctPrice(tenantId, finding)
        if (findings.length < page) return proposed
      }
    },

    /** Live articles that a gap's questions are near to; what readers remarked on comes first. */
    async near(tenantId: string, gapId: string): Promise<{ id: string; title: string }[]> {
      const { name, language, examples } = await learning.gaps.get(tenantId, gapId)
      const remarked = examples.flatMap(({ articleId }) => articleId ?? [])
      const hits = await knowledge.search(tenantId, { text: name, language, limit: 12, reader: keeper })
      const ids = [...new Set([...remarked, ...hits.map(({ articleId }) => articleId)])]
      const articles = new Map((await knowledge.findAll(tenantId, ids)).map((article) => [article.id, article]))
      const fitting = ids
        .flatMap((id) => articles.get(id) ?? [])
        .filter((each) => isOpen(each) && each.language === language)
      return fitting.slice(0, mostNear).map(({ id, title }) => ({ id, title }))
    },

    /**
     * The questions of a gap become other wordings of an article that is live, and what it lacks is added to its text.
     * Throws `not-found`, `invalid-request`, and `already-exists` when the gap has an article or a newer text stands there.
     */
    async extend(tenantId: string, gapId: string, { articleId, added, alternatives, by: who }: Wanted) {
      const gap = await learning.gaps.get(tenantId, gapId)
      if (gap.articleId !== null) throw new Problem('already-exists')
      const article = await liveOf(tenantId, articleId)
      if (article.language !== gap.language)
        throw new Problem('invalid-request', { detail: 'it is in another language' })
      const fresh = alternatives.filter((each) => each !== article.title && !article.alternatives.includes(each))
      const said = {
        alternatives: [...article.alternatives, ...new Set(fresh)].slice(0, mostAlternatives),
        body: added === '' ? article.body : `${article.body.trimEnd()}\n\n${added}`,
      }
      if (said.body === article.body && said.alternatives.length === article.alternatives.length)
        throw new Problem('invalid-request', { detail: 'nothing is added' })
      const proposed = { said, reason: `${gap.name} (${gap.count})`, about: gapId, who }
      if ((await propose(tenantId, article, proposed)) === 'busy')
        throw new Problem('already-exists', { detail: 'a newer text stands beside it already' })
      try {
        await learning.gaps.propose(tenantId, gapId, { by: who, articleId })
      } catch (error) {
        // Somebody else was quicker: one article a gap.
        await knowledge.discardRevision(tenantId, articleId, { edition: 1, by: who })
        throw error
      }
      return { articleId }
    },
  }
}

/** The text of a rule or a process is written from its guide, and not to be added to. */
const isOpen = ({ status, kind }: Article) => status === 'published' && kind === 'fact'
