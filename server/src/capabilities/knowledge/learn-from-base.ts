/**
 * Learns word relations from what everyone may read and from what customers found helpful, and measures whether they help:
 * every fourth other wording is held out of the lesson and of the index, and asked with and without what was learnt.
 */
import type { RelationsFigures } from '@lingxi/contract/relations'
import { createRelations, learnRelationsInThread, type LearntRelations, type WordPair } from '#platform/relations'
import type { SearchDocument, SearchIndex, Tokens } from '#platform/search'
import type { Passage } from './passages.ts'
import type { Feedback } from './relations-store.ts'

export type Base = { passages: Passage[]; feedback: Feedback[]; tokens: Tokens }

const heldOutOf = 4
const mostAsked = 500
const fewestAsked = 30
const leastGain = 0.002
const slice = 50
const seed = 1
const relatedWeight = 0.4
const leastLikeness = 0.55
const mostRelated = 3
const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

export async function learnFromBase(
  base: Base,
  index: SearchIndex,
): Promise<{ learnt: LearntRelations; figures: RelationsFigures }> {
  const partial = await learnRelationsInThread(lesson(base, true), { seed })
  const measured = await measure(base, partial, index)
  await index.remove(base.passages.map(({ id }) => id))
  const learnt = await learnRelationsInThread(lesson(base, false), { seed })
  const helps = measured.questions >= fewestAsked && measured.mrrWith - measured.mrrWithout >= leastGain
  return { learnt, figures: { ...measured, texts: learnt.texts, words: learnt.words.length, helps } }
}

const isHeldOut = (place: number) => place % heldOutOf === heldOutOf - 1
const keptWordings = ({ alternatives }: Passage, holdOut: boolean) =>
  alternatives.filter((_, place) => !holdOut || !isHeldOut(place))

/** A few passages at a time: cutting texts into words takes its time, and questions are answered in between. */
async function* lesson({ passages, feedback, tokens }: Base, holdOut: boolean) {
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
  const helpful = feedback.flatMap(({ question, articleId, value }) => {
    const title = titles.get(articleId)
    return title && value > 0.5 ? [{ question, title }] : []
  })
  yield {
    texts: feedback.map(({ question }) => tokens.words(question)),
    pairs: helpful.map(({ question, title }) => pairOf(question, title, tokens)),
  }
}

const pairOf = (asked: string, known: string, tokens: Tokens): WordPair => ({
  asked: tokens.words(asked),
  known: tokens.words(known),
})

async function measure({ passages, tokens }: Base, learnt: LearntRelations, index: SearchIndex) {
  const relations = createRelations(learnt)
  for (let start = 0; start < passages.length; start += slice) {
    await index.upsert(passages.slice(start, start + slice).map(toDocument))
    await pause()
  }
  const asked = passages.flatMap(({ articleId, language, alternatives }) =>
    alternatives.filter((_, place) => isHeldOut(place)).map((text) => ({ articleId, language, text })),
  )
  const step = Math.max(1, Math.ceil(asked.length / mostAsked))
  const questions = asked.filter((_, place) => place % step === 0)
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
