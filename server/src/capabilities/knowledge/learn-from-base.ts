/**
 * Learns word relations and the order of what is found from what everyone may read and from what served customers, and
 * measures whether that helps: every fourth other wording is held out of the lesson and of the index, and asked with and
 * without what was learnt.
 */
import type { Language } from '@lingxi/contract/message'
import type { RelationsFigures } from '@lingxi/contract/relations'
import {
  createRelations,
  type LearntRelations,
  learnRelationsInThread,
  type Relations,
  type WordPair,
} from '#platform/relations'
import type { SearchDocument, SearchIndex, Tokens } from '#platform/search'
import { type KnownQuestion, learnRankingOfBase } from './learn-ranking-of-base.ts'
import type { Passage } from './passages.ts'
import { unknownSuccess } from './ranking/rank-passages.ts'
import type { RankingWeights } from './ranking/ranking-weights.ts'

/** What a version learnt; what was found not to help is left out of it, unless nothing helped. */
export type Kept = {
  relations: LearntRelations | null
  weights: RankingWeights | null
  /** How well articles have served, 0–1. */
  success: [articleId: string, share: number][]
}

/** How an article served for a question of a customer: 1 helped, 0 did not. */
export type ServedAnswer = { question: string; language: Language; articleId: string; value: number }
export type Base = { passages: Passage[]; served: ServedAnswer[]; tokens: Tokens }

const heldOutOf = 4
const mostAsked = 500
const fewestAsked = 30
const leastGain = 0.002
const slice = 50
const seed = 1
/** How many outcomes nobody has seen speak against one that was. */
const doubt = 4
/** From here on an answer is taken to have helped. */
const helped = 0.9
const relatedWeight = 0.4
const leastLikeness = 0.55
const mostRelated = 3
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

export async function learnFromBase(
  base: Base,
  index: SearchIndex,
): Promise<{ learnt: Kept; figures: RelationsFigures }> {
  const partial = await learnRelationsInThread(lesson(base, true), { seed })
  const asked = heldOutQuestions(base.passages)
  const relations = createRelations(partial)
  await fill(index, base.passages)
  const measured = await measure(asked, { tokens: base.tokens, relations, index })
  const helps = measured.questions >= fewestAsked && measured.mrrWith - measured.mrrWithout >= leastGain
  const ranking = await learnRankingOfBase([...asked, ...servedQuestions(base)], {
    passages: new Map(base.passages.map((passage) => [passage.id, withKeptWordings(passage)])),
    index,
    tokens: base.tokens,
    relations: helps ? relations : undefined,
    pause,
  })
  await index.remove(base.passages.map(({ id }) => id))
  const learnt = await learnRelationsInThread(lesson(base, false), { seed })
  const figures = { ...measured, texts: learnt.texts, words: learnt.words.length, helps, ranking: ranking.figures }
  // What helps goes to work without what does not; where nothing does, people may still try all of it.
  const none = !helps && !ranking.figures.helps
  const kept: Kept = {
    relations: helps || none ? learnt : null,
    weights: ranking.figures.helps || none ? ranking.weights : null,
    success: successOf(base.served),
  }
  return { learnt: kept, figures }
}

/** The share of good outcomes of each article, drawn to the middle while there are few. */
function successOf(served: ServedAnswer[]): [string, number][] {
  const byArticle = Map.groupBy(served, ({ articleId }) => articleId)
  return [...byArticle].map(([articleId, all]) => {
    const good = all.reduce((sum, { value }) => sum + value, 0)
    return [articleId, Math.round(((good + doubt * unknownSuccess) / (all.length + doubt)) * 1000) / 1000]
  })
}

const isHeldOut = (place: number) => place % heldOutOf === heldOutOf - 1
const keptWordings = ({ alternatives }: Passage, holdOut: boolean) =>
  alternatives.filter((_, place) => !holdOut || !isHeldOut(place))
const withKeptWordings = (passage: Passage): Passage => ({ ...passage, alternatives: keptWordings(passage, true) })

function heldOutQuestions(passages: Passage[]): KnownQuestion[] {
  const all = passages.flatMap(({ articleId, language, alternatives }) =>
    alternatives.filter((_, place) => isHeldOut(place)).map((text) => ({ articleId, language, text, served: false })),
  )
  return thinned(all, mostAsked)
}

/** What customers asked and were helped with, where everyone may read what helped. */
function servedQuestions({ passages, served }: Base): KnownQuestion[] {
  const open = new Set(passages.map(({ articleId }) => articleId))
  const helpful = served.filter(({ articleId, value }) => value >= helped && open.has(articleId))
  const all = helpful.map(({ question: text, language, articleId }) => ({ text, language, articleId, served: true }))
  return thinned(all, mostAsked)
}

function thinned<One>(all: One[], most: number): One[] {
  const step = Math.max(1, Math.ceil(all.length / most))
  return all.filter((_, place) => place % step === 0)
}

/** A few passages at a time: cutting texts into words takes its time, and questions are answered in between. */
async function* lesson({ passages, served, tokens }: Base, holdOut: boolean) {
  const titles = new Map(passages.map(({ articleId, title }) => [articleId, title]))
  for (let start = 0; start < passages.length; start += slice) {
    const some = passages.slice(start, start + slice)
    const texts = some.flatMap((passage) => [
      passage.title,
      ...keptWordings(passage, holdOut),
      ...passage.units.map((unit) => passage.text.slice(unit.start - passage.start, unit.end - passage.start)),
    ])
    const pairs = some.flatMap((passage) =>
      keptWordings(passage, holdOut).map((asked) => pairOf(asked, passage.title, tokens)),
    )
    yield { texts: texts.map((text) => tokens.words(text)), pairs }
    await pause()
  }
  if (holdOut) return
  const helpful = served.flatMap(({ question, articleId, value }) => {
    const title = titles.get(articleId)
    return title && value >= helped ? [{ question, title }] : []
  })
  yield {
    texts: served.map(({ question }) => tokens.words(question)),
    pairs: helpful.map(({ question, title }) => pairOf(question, title, tokens)),
  }
}

const pairOf = (asked: string, known: string, tokens: Tokens): WordPair => ({
  asked: tokens.words(asked),
  known: tokens.words(known),
})

async function fill(index: SearchIndex, passages: Passage[]): Promise<void> {
  for (let start = 0; start < passages.length; start += slice) {
    await index.upsert(passages.slice(start, start + slice).map(toDocument))
    await pause()
  }
}

type Measuring = { tokens: Tokens; relations: Relations; index: SearchIndex }

async function measure(questions: KnownQuestion[], { tokens, relations, index }: Measuring) {
  const ranksOf = async (related: boolean) => {
    const ranks: number[] = []
    for (const { articleId, language, text } of questions) {
      const also = related ? alsoOf(text) : []
      const hits = await index.search({ text, also, language, readers: ['public'], limit: 10 })
      ranks.push(hits.findIndex(({ id }) => id.slice(0, id.lastIndexOf('#')) === articleId))
      await pause()
    }
    return ranks
  }
  const alsoOf = (text: string) =>
    tokens.words(text).flatMap((word) => {
      if (tokens.isFiller(word)) return []
      const close = relations.relatedTo(word).filter(({ likeness }) => likeness >= leastLikeness)
      return close.slice(0, mostRelated).map((each) => ({ text: each.word, weight: relatedWeight * each.likeness }))
    })
  const without = figuresOf(await ranksOf(false))
  const withThem = figuresOf(await ranksOf(true))
  return {
    questions: questions.length,
    recallAt1Without: without.recallAt1,
    recallAt1With: withThem.recallAt1,
    mrrWithout: without.mrr,
    mrrWith: withThem.mrr,
  }
}

function figuresOf(ranks: number[]) {
  const mean = (of: (rank: number) => number) =>
    Math.round((ranks.reduce((sum, rank) => sum + of(rank), 0) / Math.max(1, ranks.length)) * 10_000) / 10_000
  return { recallAt1: mean((rank) => (rank === 0 ? 1 : 0)), mrr: mean((rank) => (rank < 0 ? 0 : 1 / (rank + 1))) }
}

const toDocument = (passage: Passage): SearchDocument => ({
  id: passage.id,
  title: [passage.title, ...keptWordings(passage, true)].join('\n'),
  heading: passage.heading,
  body: passage.text,
  language: passage.language,
  readers: ['public'],
  labels: [],
})
