/**
 * Learns from questions whose ways are known. The word tables are learnt from all of them; the weights of the ranking on
 * questions that the tables have not seen (five folds), first of the signs among all candidates, then of the details among
 * the best. The same lessons give the same model: chance comes from a fixed seed.
 */
import {
  addCounts,
  type AlignedExample,
  type AlignmentCounts,
  createAlignment,
  learnAlignment,
  noCounts,
} from './alignment.ts'
import { type Candidate, findCandidates, type Known } from './candidates.ts'
import { type EntityGraph, inverseMark } from './entity-graph.ts'
import { findMentions } from './mentions.ts'
import { countWays, createPrior } from './prior.ts'
import { fitWeights, type Judged, mostDetailed, scoreSigns, type Weights } from './ranking.ts'
import { outward, readQuestion, signNames } from './signs.ts'
import { unitsOf } from './units.ts'

/** A question, the entity it starts from, and the relations it asks along. */
export type Lesson = { question: string; topic: string; relations: readonly string[] }
export type Model = {
  counts: AlignmentCounts
  ways: ReadonlyMap<string, number>
  hops: number
  inverse: boolean
  weights: Weights
}

const byWords = signNames.indexOf('words')
const folds = 5
const mostRanked = 2500
/** Candidates kept of a question while weights are learnt. */
const mostKept = 200

/** `begin`: what is known beforehand; it is kept, and learnt further. Without it the lessons are all there is to know. */
export function learn(graph: EntityGraph, lessons: readonly Lesson[], begin: Model = nothing()): Model {
  const examples = lessons.map((lesson) => exampleOf(graph, lesson))
  const hops = lessons.reduce((most, { relations }) => Math.max(most, relations.length), begin.hops)
  const inverse =
    begin.inverse || lessons.some(({ relations }) => relations.some((each) => each.startsWith(inverseMark)))
  const step = Math.max(1, lessons.length / mostRanked)
  const asked: { candidate: Candidate; right: boolean }[][] = []
  for (let fold = 0; fold < folds; fold++) {
    const isHeldOut = (place: number) => place % folds === fold
    const counts = addCounts(begin.counts, learnAlignment(examples.filter((_, place) => !isHeldOut(place))))
    const prior = createPrior(
      countWays(lessons.filter((_, place) => !isHeldOut(place)).map(({ relations }) => relations)),
    )
    const known = { alignment: createAlignment(counts), prior, hops, inverse }
    const heldOut = lessons.filter((_, place) => isHeldOut(place))
    for (let at = 0; at < heldOut.length; at += step) asked.push(judge(graph, heldOut[Math.floor(at)]!, known))
  }
  const usable = asked.filter((each) => each.some(({ right }) => right) && each.some(({ right }) => !right))
  const ways = countWays(lessons.map(({ relations }) => relations))
  const counts = addCounts(begin.counts, learnAlignment(examples))
  return { counts, ways, hops, inverse, weights: fitTwice(usable, begin.weights) }
}

const nothing = (): Model => ({
  counts: noCounts(),
  ways: new Map(),
  hops: 1,
  inverse: false,
  weights: { signs: new Float64Array(signNames.length), details: new Map() },
})

/** One topic and one way are right; which of them lead to it by the same relations does not matter. */
function judge(graph: EntityGraph, { question, topic, relations }: Lesson, known: Known) {
  const key = relations.join('>')
  const all = findCandidates(graph, { text: question, visible: () => true }, known).map((candidate) => ({
    candidate,
    right: candidate.mention.entity === topic && candidate.way.relations.join('>') === key,
  }))
  // What the words do not ask for at all teaches nothing more.
  return all.length <= mostKept
    ? all
    : all
        .sort(
          (one, other) =>
            Number(other.right) - Number(one.right) || other.candidate.signs[byWords]! - one.candidate.signs[byWords]!,
        )
        .slice(0, mostKept)
}

function fitTwice(asked: { candidate: Candidate; right: boolean }[][], begin: Weights): Weights {
  const plain = asked.map((each) =>
    each.map(({ candidate, right }): Judged => ({ signs: candidate.signs, details: [], right })),
  )
  const { signs } = fitWeights(plain, { signs: begin.signs, details: new Map() }, createChance(7))
  const detailed = asked.map((each) =>
    each
      .map(({ candidate, right }) => ({ candidate, right, score: scoreSigns(candidate.signs, signs) }))
      .sort((one, other) => other.score - one.score)
      .filter(({ right }, place) => place < mostDetailed || right)
      .map(({ candidate, right }): Judged => ({ signs: candidate.signs, details: candidate.details(), right })),
  )
  const fitted = fitWeights(detailed, { signs, details: begin.details }, createChance(11))
  // What weighs next to nothing is forgotten: most words beside most relations do.
  const details = new Map([...fitted.details].filter(([, weight]) => Math.abs(weight) > 0.01))
  return { signs: fitted.signs, details }
}

function exampleOf(graph: EntityGraph, { question, topic, relations }: Lesson): AlignedExample {
  const units = unitsOf(question)
  const asked = readQuestion(question, units)
  const mention = findMentions(graph, asked).find(({ entity }) => entity === topic)
  return { words: mention ? outward(asked, mention) : asked.stems, relations }
}

/** The mulberry32 generator: the same seed gives the same learning. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
