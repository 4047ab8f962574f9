/**
 * An answer taken from passages word for word, or the honest "unknown". Few wrong answers matter more than many answers:
 * what does not reach `needed` is not said, and only what is near is offered.
 */
import type { Citation, Language } from '@lingxi/contract/message'
import type { Tokens } from '#platform/search'
import type { AskedWord, EvidencePassage } from './evidence.ts'
import { createChoosing } from './choose-part.ts'
import { createReading, type ReadConcepts } from './reading.ts'
import { standingsOf } from './standing.ts'
import { present } from './present.ts'
import { words } from './replies.ts'
import { createWeighing, type Weighed } from './weigh-passage.ts'

export type Extracted =
  | { outcome: 'answered'; text: string; citations: Citation[]; support: number }
  | { outcome: 'unknown'; nearest: string[]; support: number }

/** The least support that is answered from, found on the development questions of evals/answers. */
export const needed = 0.8
/** Where two fit alike and the better one is sure enough, the other is said beside it from here on. */
const neededBeside = 0.6
/** A part of a question that stands for the whole. */
const neededOfPart = 0.8
/** What only the other language says is said when it is surer still, and nothing in the own language comes near. */
const neededOfOther = 0.85
const nearInOwn = 0.4
const nearEnough = 0.15
const clearEnough = 0.65
const mostRivals = 7
const parts = /[?？!！。；;\n，,]+|\s+(?:and|but|also|because|since)\s+|顺便|另外|还有/

export function createExtraction({
  tokens,
  readConcepts,
}: {
  tokens: Tokens
  readConcepts?: ReadConcepts | undefined
}) {
  const read = createReading({ tokens, readConcepts })
  const weighPassage = createWeighing({ tokens, read })
  const choosePart = createChoosing({ read })

  /** `passages` as knowledge found them for this question. `support` is 0–1 and compared with `needed`. */
  return function extractAnswer(question: string, language: Language, passages: EvidencePassage[]): Extracted {
    const asked = passages[0]?.asked ?? []
    const own = passages.filter((passage) => passage.language === language)
    const weighed = rank(own, asked)
    const best = weighed[0]
    if (best && best.support >= needed && !isTossUp(weighed)) return answer([best, ...second(question, best, own)])
    const both = bothOf(weighed)
    if (both) return answer(both, both[0].support)
    return (
      inParts(question, asked, own) ??
      fromOther(language, passages, best) ?? {
        outcome: 'unknown',
        nearest: nearestOf(weighed),
        support: round(best?.support ?? 0),
      }
    )
  }

  /** A question of several parts whose whole fits nothing: what answers a part surely answers it. */
  function inParts(question: string, asked: AskedWord[], own: EvidencePassage[]): Extracted | undefined {
    const texts = own.filter(({ kind }) => kind !== 'subject')
    const partly = partsOf(question, asked).map((part) => rank(texts, part))
    const sure = partly.flatMap((some) =>
      some[0] && some[0].support >= neededOfPart && !isTossUp(some) ? [some[0]] : [],
    )
    return sure.length > 0 ? answer(distinct(sure).slice(0, 2)) : undefined
  }

  function fromOther(
    language: Language,
    passages: EvidencePassage[],
    best: Weighed | undefined,
  ): Extracted | undefined {
    if ((best?.support ?? 0) >= nearInOwn) return undefined
    const others = passages.filter((passage) => passage.language !== language)
    const foreign = rank(others, passages[0]?.asked ?? [])[0]
    if (!foreign || foreign.support < neededOfOther) return undefined
    return inOtherLanguage(language, answer([foreign]))
  }

  /** `support`: that of the weakest source, unless another is said. */
  function answer(sources: Weighed[], support = Math.min(...sources.map((source) => source.support))): Extracted {
    const presented = sources.map((source) =>
      source.passage.kind === 'question'
        ? present({ ...source, units: choosePart(source.passage, source.passage.asked) })
        : present(source),
    )
    return {
      outcome: 'answered',
      text: presented.map(({ text }) => text).join('\n\n'),
      citations: presented.flatMap(({ citations }) => citations),
      support: round(support),
    }
  }

  function rank(passages: EvidencePassage[], asked: AskedWord[]): Weighed[] {
    return standingsOf(passages, asked)
      .map(({ passage, standing }) => weighPassage(passage, standing))
      .sort((one, other) => other.support - one.support || rankOf(one) - rankOf(other))
  }

  /** What else was asked in the same breath, when another source says it surely and the first does not. */
  function second(question: string, first: Weighed, own: EvidencePassage[]): Weighed[] {
    const asked = first.passage.asked
    const others = partsOf(question, asked).flatMap((part) => {
      if (rank([first.passage], part)[0]!.support >= 0.4) return []
      const best = rank(own, part)[0]
      return best && best.support >= neededOfPart ? [best] : []
    })
    return others.filter(({ passage }) => passage.articleId !== first.passage.articleId).slice(0, 1)
  }

  /** The asked words of each part of a question that has several and says something in each. */
  function partsOf(question: string, asked: AskedWord[]): AskedWord[][] {
    const split = question.split(parts).filter((part) => part.trim() !== '')
    if (split.length < 2) return []
    return split
      .map((part) => {
        const words = new Set(read(part).spoken.map(({ word }) => word))
        return asked.filter(({ word }) => words.has(word))
      })
      .filter((words) => words.reduce((sum, { weight }) => sum + weight, 0) >= 0.5)
  }
}

function inOtherLanguage(language: Language, found: Extracted): Extracted {
  return found.outcome === 'answered'
    ? { ...found, text: `${words.sayOtherLanguage(language)}\n\n${found.text}` }
    : found
}

/**
 * Several that fit alike: asking which one was meant beats guessing. How likely the best one is among them all and none of
 * them, by a conditional logit of their odds; another text of the same article is no rival.
 */
function isTossUp([best, ...others]: Weighed[]): boolean {
  if (!best) return false
  const rivals = others.filter(({ passage }) => passage.articleId !== best.passage.articleId)
  const odds = ({ support }: Weighed) => support / Math.max(1e-6, 1 - support)
  const all = 1 + odds(best) + rivals.slice(0, mostRivals).reduce((sum, rival) => sum + odds(rival), 0)
  return odds(best) / all < clearEnough
}

/** Two that surely fit alike: each says what it is about, and the customer has both. */
function bothOf([best, ...others]: Weighed[]): [Weighed, Weighed] | undefined {
  const rival = others.find(({ passage }) => passage.articleId !== best?.passage.articleId)
  if (!best || !rival || best.support < needed || rival.support < neededBeside) return undefined
  return [best, rival]
}

/** Stored questions before texts where both support an answer equally. */
const rankOf = ({ passage }: Weighed) => (passage.kind === 'question' ? 0 : 1)

function distinct(weighed: Weighed[]): Weighed[] {
  return weighed.filter(
    ({ passage }, place) => weighed.findIndex((other) => other.passage.articleId === passage.articleId) === place,
  )
}

function nearestOf(weighed: Weighed[]): string[] {
  const near = weighed.filter(({ passage, support }) => passage.kind === 'question' && support >= nearEnough)
  return near.slice(0, 3).map(({ passage }) => passage.title)
}

const round = (support: number) => Math.round(Math.min(1, support) * 1000) / 1000
