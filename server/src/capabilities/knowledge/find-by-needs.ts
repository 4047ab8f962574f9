/**
 * A long story holds many needs, and what answers them lies in many articles. Each need is looked up for itself; an
 * article has the sum of what its passages give to each, so that those lead which answer often (CombSUM; Fox and Shaw,
 * "Combination of Multiple Searches", TREC-2, 1994). As one query of the same words, the commonest would win.
 */
import type { Language } from '@lingxi/contract/message'
import type { Situation } from '@lingxi/contract/variant'
import type { Tokens } from '#platform/search'
import type { Analysed } from './question/analyse-question.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** Fewer are one question with something around it. */
export const manyNeeds = 6
const takenPerNeed = 50
/** What further passages of an article add to its best one: they tell more of the same. */
const furtherShare = 0.3
const mostArticles = 20
const mostOfArticle = 2

type Asking = { language: Language; readers: readonly string[] | 'everyone'; at: number; situation: Situation }
type Gathered = Shelved & { score: number }

export function createFindByNeeds({ tokens }: { tokens: Tokens }) {
  return async function findByNeeds(shelf: Shelf, { needs }: Analysed, asking: Asking): Promise<Gathered[]> {
    const passages = new Map<string, Gathered>()
    const articles = new Map<string, number>()
    for (const text of needs) {
      if (tokens.weighedTerms(text).length === 0) continue
      const found = await shelf.search({ text, limit: takenPerNeed, ...asking })
      for (const [articleId, hits] of Map.groupBy(found, ({ passage }) => passage.articleId)) {
        const best = hits[0]!.hit.score
        const rest = hits.slice(1).reduce((sum, { hit }) => sum + hit.score, 0)
        articles.set(articleId, (articles.get(articleId) ?? 0) + best + furtherShare * Math.min(rest, best))
      }
      for (const each of found) gather(passages, each)
    }
    return inOrder(passages, articles)
  }
}

function gather(passages: Map<string, Gathered>, { passage, hit }: Shelved): void {
  const known = passages.get(passage.id)
  if (!known) return void passages.set(passage.id, { passage, hit, score: hit.score })
  known.score += hit.score
  if (hit.score > known.hit.score) known.hit = hit
}

/** The best passages of the best articles; the score of a passage is its article's, as far as the passage carries it. */
function inOrder(passages: Map<string, Gathered>, articles: Map<string, number>): Gathered[] {
  const leading = [...articles].toSorted(([, one], [, other]) => other - one).slice(0, mostArticles)
  const byArticle = Map.groupBy(passages.values(), ({ passage }) => passage.articleId)
  return leading.flatMap(([articleId, score]) => {
    const own = byArticle.get(articleId)!.toSorted((one, other) => other.score - one.score)
    const best = own[0]!.score
    return own.slice(0, mostOfArticle).map((each) => ({ ...each, score: (score * each.score) / best }))
  })
}
