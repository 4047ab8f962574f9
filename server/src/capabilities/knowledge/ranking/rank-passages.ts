/** The passages that the index found, put in order by all that speaks for them. */
import type { Relations } from '#platform/relations'
import type { SearchIndex, Tokens } from '#platform/search'
import type { Passage } from '../passages.ts'
import { kindAsked } from './asked-kind.ts'
import { createPassageReading, type Reading } from './passage-reading.ts'
import { defaultWeights, type RankingWeights, weigh } from './ranking-weights.ts'
import { type Asked, type Signs, signsOf } from './signs.ts'

/**
 * `telling`: how far the passages found are running text, 0–1; some signs count only as far. `moved`: how many passages
 * stand elsewhere than they would without what was learnt; the same for all.
 */
export type Ranked<Found> = { found: Found; score: number; signs: Signs; telling: number; moved: number }
/** How well an article has served, 0–1, 0.5 where nothing is known. */
export type Success = (articleId: string) => number
export type Learnt = { weights: RankingWeights; relations?: Relations | undefined; success?: Success | undefined }

const longestAsked = 400
export const unknownSuccess = 0.5

export function createRankPassages({ tokens }: { tokens: Tokens }) {
  const read = createPassageReading({ tokens })

  async function askedOf(text: string, index: SearchIndex): Promise<Asked> {
    const said = text.slice(0, longestAsked)
    const terms = tokens.weighedTerms(said)
    const rarities = await index.rarity(terms.map(({ term }) => term))
    const weights = new Map(terms.map(({ term, weight }, place) => [term, weight * rarities[place]!]))
    const mass = weights.values().reduce((sum, weight) => sum + weight, 0)
    return { weights, mass, sequence: tokens.terms(said), kind: kindAsked(said) }
  }

  /**
   * Best first. Scores stay the index's, in the new order: how far the first is ahead of the second still says what it
   * said, and whoever judges by that need not know of the signs.
   */
  return async function rankPassages<Found extends { passage: Passage; score: number }>(
    text: string,
    found: Found[],
    { index, learnt }: { index: SearchIndex; learnt: Learnt },
  ): Promise<Ranked<Found>[]> {
    const best = Math.max(...found.map(({ score }) => score))
    if (found.length === 0 || best <= 0)
      return found.map((each) => ({ found: each, score: each.score, signs: none, telling: 0, moved: 0 }))
    const asked = await askedOf(text, index)
    const telling = tellingOf(found)
    const weighed = found.map((each) => {
      const reading = read(each.passage)
      const outside = {
        best,
        related: learnt.relations ? relatedShare(asked, reading, learnt.relations) : 0,
        success: learnt.success?.(each.passage.articleId) ?? unknownSuccess,
      }
      const signs = signsOf(asked, { score: each.score, reading }, outside)
      return { found: each, sum: weigh(learnt.weights, signs, telling), signs }
    })
    const places = found.map(({ score }) => score).sort((one, other) => other - one)
    const ordered = weighed.toSorted((one, other) => other.sum - one.sum)
    const moved = isPlain(learnt) ? 0 : movedFrom(plainOrder(weighed, telling), ordered)
    return ordered.map(({ found: each, signs }, place) => ({
      found: each,
      score: places[place]!,
      signs,
      telling,
      moved,
    }))
  }
}

const isPlain = ({ weights, success }: Learnt) => weights === defaultWeights && success === undefined

/** As it would be ordered if nothing had been learnt. */
function plainOrder<Each extends { signs: Signs }>(weighed: Each[], telling: number): Each[] {
  const sums = new Map(
    weighed.map((each) => [each, weigh(defaultWeights, { ...each.signs, success: unknownSuccess }, telling)]),
  )
  return weighed.toSorted((one, other) => sums.get(other)! - sums.get(one)!)
}
const movedFrom = <Each>(before: Each[], after: Each[]) => after.filter((each, place) => each !== before[place]).length

/** How far what was found is running text, 0–1. */
export const tellingOf = (found: readonly { passage: Passage }[]): number =>
  found.filter(({ passage }) => passage.kind !== 'question').length / Math.max(1, found.length)

const none: Signs = {
  lexical: 0,
  covered: 0,
  sentence: 0,
  order: 0,
  wording: 0,
  exact: 0,
  sought: 0,
  related: 0,
  success: unknownSuccess,
}

/** How much of the question the passage says in its own or in related words, and how much of a wording the question. */
function relatedShare(asked: Asked, reading: Reading, relations: Relations): number {
  let best = 0
  for (const terms of [...reading.wordings, ...reading.units.map((unit) => unit.terms)])
    best = Math.max(best, alignment(asked, terms, relations))
  return best
}

function alignment({ weights, mass }: Asked, terms: Set<string>, relations: Relations): number {
  if (mass === 0 || terms.size === 0) return 0
  let covered = 0
  const answered = new Set<string>()
  for (const [term, weight] of weights) {
    if (terms.has(term)) {
      covered += weight
      answered.add(term)
      continue
    }
    const other = relations.relatedTo(term).find(({ word }) => terms.has(word))
    if (!other) continue
    covered += weight * other.likeness
    answered.add(other.word)
  }
  const forward = covered / mass
  const backward = answered.size / terms.size
  return forward + backward === 0 ? 0 : (2 * forward * backward) / (forward + backward)
}
