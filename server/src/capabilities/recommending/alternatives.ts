/** The wordings that answer for a condition: its own word, what the company and everyday speech take for the same. */
import type { Language } from '@lingxi/contract/message'
import type { Piece } from './read-product.ts'
import type { Reading } from './recommending.ts'

/** `value`: one of a column's values, where a single character is enough; `text`: running text. */
export type Where = 'value' | 'text'
export type Alternative = {
  in(piece: Piece, where: Where): boolean
  /** Where it stands in a text, if its own letters do. */
  at(piece: { text: string; folded: string }): { start: number; end: number } | undefined
}

/** Signs around the word that say nothing of it: 黑色 is 黑, 42码 is 42. */
const around =
  /^(?:带有?|有|能|可以?|会|支持|是|要|偏|较|比较)(?=..)|(?<=.)(?:色系?|款|型|式|码|号|系|的|皮肤?|肌肤?|质)$/gu
const numeral = /^[一二两三四五六七八九十几]$/
const isAttribute = (concept: string) => !/^(?:goods-|ask-)/.test(concept)

export function alternativesOf(
  said: string,
  language: Language,
  { tokens, readConcepts, synonyms }: Reading,
): Alternative[] {
  const own = tokens.fold(said)
  const shorter = own.replace(around, '')
  const bare = numeral.test(shorter) ? own : shorter
  const taught = tokens
    .words(own)
    .flatMap((word) => synonyms(word, language))
    .map(({ word }) => word)
  const spoken = readConcepts(own)
  const whole = [own, bare, tokens.words(own).join(' ')]
  const meant = spoken.length === 1 && whole.includes(spoken[0]!.word) ? spoken[0]!.concepts.filter(isAttribute) : []
  return [
    ...[...new Set([own, bare, ...taught])].filter(Boolean).map((wording) => asWritten(wording, tokens.words(wording))),
    ...(meant.length > 0 ? [asMeant(meant)] : []),
    ...deniedForm(own, language),
  ]
}

function asWritten(wording: string, words: string[]): Alternative {
  const chinese = /\p{Script=Han}/u.test(wording)
  const phrase = ` ${words.join(' ')} `
  return {
    in({ folded, words: said }, where) {
      if (!chinese) return words.length > 0 && said.includes(phrase)
      return (wording.length > 1 || where === 'value') && folded.includes(wording)
    },
    at({ text, folded }) {
      const key = chinese ? wording : (words[0] ?? wording)
      const start = (folded.length === text.length ? folded : text.toLowerCase()).indexOf(key)
      return start < 0 ? undefined : { start, end: start + key.length }
    },
  }
}

const asMeant = (concepts: readonly string[]): Alternative => ({
  in: (piece, where) => (where === 'text' || piece.single) && concepts.some((concept) => piece.concepts.has(concept)),
  at: () => undefined,
})

/** 无香精 is said as 不含香精 too, "fragrance-free" as "free of fragrance": what is denied is found by the word alone. */
function deniedForm(own: string, language: Language): Alternative[] {
  const what = language === 'zh' ? /^(?:无|零|不含|0)(.{2,})$/u.exec(own)?.[1] : /^(.{3,})[\s-]free$/.exec(own)?.[1]
  if (!what) return []
  const saysNo = language === 'zh' ? /不含|无|没有|不添加|未添加/ : /\b(?:free (?:of|from)|without|no)\b/
  return [{ in: ({ folded }) => folded.includes(what) && saysNo.test(folded), at: () => undefined }]
}
