/** Whether a written sentence is carried by the passages it names. Strict on numbers, names and words; it reads no logic. */
import type { Citation, Language } from '@lingxi/contract/message'
import type { Tokens } from '#platform/search'
import { cite, type EvidencePassage, holdingOf, textOf } from './evidence.ts'
import { unsupportedAmounts } from './numbers.ts'
import { contradicts } from './polarity.ts'
import { createReading } from './reading.ts'

export type Checked = { grounded: true; text: string; citations: Citation[] } | { grounded: false; reason: string }

/** The part of a sentence's words that its passages have to hold. */
const leastOverlap = 0.6
const marker = /\s*\[(\d{1,2})\]/g

export function createGrounding({ tokens }: { tokens: Tokens }) {
  const read = createReading({ tokens })

  /** `written` is one sentence or list item with its markers `[n]`, which are taken out of the text. */
  return function checkSentence(written: string, language: Language, passages: EvidencePassage[]): Checked {
    const numbers = [...written.matchAll(marker)].map(([, number]) => Number(number))
    const text = written.replace(marker, '')
    if (!isIn(language, text)) return no('another language')
    if (numbers.length === 0)
      return saysNothing(text) ? { grounded: true, text, citations: [] } : no('no passage named')
    const cited = [...new Set(numbers)].map((number) => passages[number - 1])
    if (cited.some((passage) => passage === undefined)) return no('a passage that is not there')
    const sources = cited.filter((passage) => passage !== undefined)
    const evidence = sources.map((passage) => `${passage.title}\n${passage.heading}\n${passage.text}`).join('\n')
    if (unsupportedAmounts(text, evidence).length > 0) return no('a number that is not there')
    if (overlap(text, evidence) < leastOverlap) return no('words that are not there')
    if (contradicts(tokens, text, evidence)) return no('the opposite of what is there')
    return { grounded: true, text, citations: sources.map((passage) => bestSpan(text, passage)) }
  }

  /** A lead-in to a list or a sentence of common words only, without any number. */
  function saysNothing(text: string): boolean {
    const plain = text.trim()
    return !/\d/.test(plain) && (plain === '' || /[:：]$/.test(plain) || contentOf(plain).length === 0)
  }

  function contentOf(text: string) {
    return [...new Set(tokens.words(text))]
      .map((word) => ({ word, weight: tokens.weightOf(word), alike: [] }))
      .filter(({ weight }) => weight >= 0.5)
  }

  function overlap(text: string, evidence: string): number {
    const words = contentOf(text)
    const holds = holdingOf(read(evidence))
    return words.length === 0 ? 1 : words.reduce((sum, word) => sum + holds(word), 0) / words.length
  }

  /** The sentence, item or row of the passage that shares most with what was written. */
  function bestSpan(text: string, passage: EvidencePassage): Citation {
    const holds = holdingOf(read(text))
    const shared = (span: { start: number; end: number }) =>
      contentOf(textOf(passage, span)).reduce((sum, word) => sum + holds(word), 0)
    const spans = passage.units.filter(({ kind }) => kind !== 'lead')
    const best = spans.reduce<{ start: number; end: number; score: number }>(
      (kept, { start, end }) => {
        const score = shared({ start, end })
        return score > kept.score ? { start, end, score } : kept
      },
      { start: passage.start, end: passage.end, score: 0 },
    )
    return cite(passage, best)
  }
}

const no = (reason: string): Checked => ({ grounded: false, reason })

function isIn(language: Language, text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/[a-z]+/gi)?.length ?? 0
  return language === 'zh' ? chinese > 0 || latin === 0 : chinese <= latin
}
