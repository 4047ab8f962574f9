/**
 * How likely a stored question is the asked one, 0–1: logistic regression over a few signs of likeness. The weights were
 * learnt in two steps. `npm run eval -- calibrate` asks each of the demo shop's own other wordings, once with its entry in the
 * base (right), once without and once with a word that no shop has (wrong). From there a conditional logit over the candidates
 * of the development questions of evals/answers, with "none of them" as one more choice and a pull back to the first weights.
 */
import type { Tokens } from '#platform/search'
import { type Named, oncePer, oncePerName } from './names.ts'
import type { Read, Reading, Spoken } from './reading.ts'
import { type AskedWord, coverageOf, type EvidencePassage, type Holds, holdingOf, remembering } from './evidence.ts'

export const signs = [
  'wording',
  'body',
  'mirror',
  'strange',
  'missing',
  'other',
  'kind',
  'pairs',
  'rank',
  'lead',
  'mass',
] as const
export type Signs = Record<(typeof signs)[number], number>

/** The question as it was asked, and where the passage stands among those found for it. */
export type Standing = { asked: AskedWord[]; rank: number; lead: number }

export const learnt: Signs & { constant: number } = {
  constant: -5.87,
  wording: 1.77,
  body: 2.36,
  mirror: 4.19,
  strange: -4.41,
  missing: -1.5,
  other: -1.99,
  kind: 0.59,
  pairs: 0,
  rank: 0.65,
  lead: 2.47,
  mass: 2.33,
}

/** A wording that holds all that was asked, and of which all was asked, is the same question, however short it is. */
/** What a text says beside its question is there, if not what it is about. */
const bodyCredit = 0.8
const sameEnough = 0.88

export function judge(found: Signs): number {
  let sum = learnt.constant
  for (const sign of signs) sum += learnt[sign] * found[sign]
  const likely = 1 / (1 + Math.exp(-sum))
  const same = Math.min(found.wording, found.mirror)
  return same >= sameEnough ? Math.max(likely, same * same * 0.98) : likely
}

export function createSigns({ tokens, read }: { tokens: Tokens; read: Read }) {
  /** Each wording with its words, as if it were the question. */
  const wordingsWithWords = oncePerName((passage) =>
    wordingsOf(passage).map((wording) => ({
      wording,
      words: distinct(read(wording).spoken).map(({ word, concepts }) => ({
        word,
        weight: weightOf(tokens, word, concepts),
        alike: [],
        concepts,
      })),
    })),
  )
  const questionOf = oncePer((asked: AskedWord[]) => ({
    said: inQuestion(asked),
    terms: read(asked.map(({ word }) => word).join(' ')).terms,
    mass: Math.min(1, asked.reduce((sum, { weight }) => sum + weight, 0) / 2),
  }))

  /** How far the question, with all that may be meant by it, holds a word of a wording. */
  function inQuestion(asked: AskedWord[]): Holds {
    const said = read(asked.flatMap(({ word, alike }) => [word, ...alike]).join(' '))
    const concepts = new Set(asked.flatMap((each) => each.concepts ?? []))
    const holds = holdingOf({ ...said, concepts })
    const known = new Map<string, number>()
    // The wordings of a base share most of their words, so what was found is kept by the word itself.
    return (word) => {
      let held = known.get(word.word)
      if (held === undefined) known.set(word.word, (held = holds(word)))
      return held
    }
  }

  /** The signs of the wording that fits best. */
  return function signsOf(passage: EvidencePassage, { asked, rank, lead }: Standing): Signs {
    const { said, terms, mass } = questionOf(asked)
    const inBody = remembering(holdingOf(read(passage.text)))
    let best: Signs | undefined
    let likeliest = 0
    for (const { wording, words } of wordingsWithWords(passage)) {
      const reading = read(wording)
      const held = heldOf(asked, holdingOf(reading), inBody)
      const pairs = likeness(terms, reading.terms)
      const found: Signs = {
        ...held,
        mirror: coverageOf(words, said),
        other: otherThing(asked, reading),
        kind: kindOf(asked, reading),
        pairs,
        rank,
        lead,
        mass,
      }
      const likely = judge(found)
      if (!best || likely > likeliest) [best, likeliest] = [found, likely]
    }
    if (!best) throw new Error('a stored question without any wording')
    return best
  }
}

const distinct = (spoken: Spoken[]) => [...new Map(spoken.map((each) => [each.word, each])).values()]

/** What kind of answer a wording looks for, and what any matter of a shop is about, says less than the rest. */
export const lightConcept = /^(?:ask-|order$|bought$|arrive$|my$|work$)/
function weightOf(tokens: Tokens, word: string, concepts: readonly string[]): number {
  if (concepts.length === 0) return tokens.weightOf(word)
  return concepts.every((concept) => lightConcept.test(concept)) ? 0.35 : 1
}

/** 1 where the wording is about one kind of goods and the question about another. */
function otherThing(asked: AskedWord[], { concepts }: Reading): number {
  const goods = asked.flatMap((word) => word.concepts ?? []).filter(isGoods)
  if (goods.length === 0 || goods.some((concept) => concepts.has(concept))) return 0
  return [...concepts].some(isGoods) ? 1 : 0
}
const isGoods = (concept: string) => concept.startsWith('goods-')

/** Whether both look for the same kind of answer: 1 the same, −1 another, 0 where one of them does not say. */
function kindOf(asked: AskedWord[], { concepts }: Reading): number {
  const sought = asked.flatMap((word) => word.concepts ?? []).filter(isTellingKind)
  const given = [...concepts].filter(isTellingKind)
  if (sought.length === 0 || given.length === 0) return 0
  return sought.some((kind) => given.includes(kind)) ? 1 : -1
}
/** "Can I" and "how do I" are said of anything. */
const isTellingKind = (concept: string) => /^(?:ask-(?:amount|duration|when|why|count)|who|where)$/.test(concept)

/**
 * The share of the question that a wording holds and that wording and answer hold together; the weight of the most telling
 * word that neither holds: `strange` where everyday speech does not know it, `missing` where it does.
 */
function heldOf(asked: AskedWord[], holds: Holds, inBody: Holds) {
  const lacking = { strange: 0, missing: 0 }
  const wording = coverageOf(asked, holds)
  const body = coverageOf(asked, (word) => {
    const held = Math.max(holds(word), bodyCredit * inBody(word))
    const sign = (word.concepts ?? []).length === 0 ? 'strange' : 'missing'
    lacking[sign] = Math.max(lacking[sign], word.weight * (1 - held))
    return held
  })
  return { wording, body, ...lacking }
}

/** Terms in common, common words and pairs of characters included: Dice's coefficient. */
function likeness(one: Set<string>, other: Set<string>): number {
  let common = 0
  for (const term of one) if (other.has(term)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

/** A title may ask two things at once: each is a wording of its own, and so is the whole. */
function wordingsOf({ title, alternatives }: Named): string[] {
  const parts = title.split(/(?<=[?？])/).map((part) => part.trim())
  return [...new Set([title, ...parts, ...alternatives])].filter((wording) => wording !== '')
}
