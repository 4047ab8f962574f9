/**
 * The words of a message with their parts of speech. Chinese by jieba, whose tags are mapped to the universal ones
 * (Universal Dependencies v2); English by wink-nlp, which is read in when the first Latin word comes (0.1 s, 30 MB).
 */
import type { Word } from '@lingxi/contract/understanding'
import type { Tokens } from '#platform/search'
import { sourceSpan, type Traced } from './traced.ts'

type PartOfSpeech = Word['partOfSpeech']
type Piece = { text: string; start: number; end: number; partOfSpeech: PartOfSpeech }
type TagEnglish = (text: string) => { word: string; tag: string }[]

/** By the first letter, but for these, of jieba's tags (ICTCLAS). */
const wholeTags: Record<string, PartOfSpeech> = {
  nr: 'propn',
  ns: 'propn',
  nt: 'propn',
  nz: 'propn',
  nrt: 'propn',
  nrfg: 'propn',
  eng: 'noun',
  vi: 'verb',
  zg: 'x',
}
const firstLetters: Record<string, PartOfSpeech> = {
  n: 'noun',
  t: 'noun',
  s: 'noun',
  f: 'noun',
  v: 'verb',
  a: 'adj',
  b: 'adj',
  z: 'adj',
  d: 'adv',
  m: 'num',
  q: 'noun',
  r: 'pron',
  p: 'adp',
  c: 'cconj',
  u: 'part',
  y: 'part',
  k: 'part',
  e: 'intj',
  o: 'intj',
  w: 'punct',
  i: 'noun',
  j: 'noun',
  l: 'verb',
}
const pieces = /(\p{Script=Han}+)|([^\p{Script=Han}]+)/gu
const longest = 2_000

export async function readEnglish(): Promise<TagEnglish> {
  const [{ default: wink }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = wink(model, ['sbd', 'pos'])
  return (text) => {
    const tokens = nlp.readDoc(text).tokens()
    const tags = tokens.out(nlp.its.pos) as string[]
    return (tokens.out() as string[]).map((word, at) => ({ word, tag: tags[at]! }))
  }
}

export function createWordReader({ tokens }: { tokens: Pick<Tokens, 'tagged'> }) {
  let english: Promise<TagEnglish> | undefined

  /** The words of a normalised text, shown where the message has them; nothing past 2,000 characters. */
  return async function readWords(text: string, normalised: Traced): Promise<Word[]> {
    const read: Piece[] = []
    for (const { 0: run, 1: chinese, index } of normalised.text.slice(0, longest).matchAll(pieces)) {
      if (chinese) read.push(...placed(tokens.tagged(run), run, index).map(universal))
      else if (/\S/.test(run)) read.push(...placed((await (english ??= readEnglish()))(run), run, index).map(lower))
    }
    const words: Word[] = []
    for (const { start, end, partOfSpeech } of read) {
      const span = sourceSpan(normalised, start, end)
      const last = words.at(-1)
      // An emoji is spelt by its name, which is of several words: of the message it is one sign.
      if (last?.start === span.start && last.end === span.end) last.partOfSpeech = 'sym'
      else words.push({ text: text.slice(span.start, span.end), ...span, partOfSpeech })
    }
    return words
  }
}

/** Where each word stands in the run they were read from; what stands nowhere is left out. */
function placed(words: { word: string; tag: string }[], run: string, from: number) {
  let at = 0
  return words.flatMap(({ word, tag }) => {
    const found = word === '' ? -1 : run.indexOf(word, at)
    if (found < 0) return []
    at = found + word.length
    return [{ text: word, tag, start: from + found, end: from + at }]
  })
}

type Tagged = { text: string; tag: string; start: number; end: number }
const universal = ({ tag, ...rest }: Tagged): Piece => ({
  ...rest,
  partOfSpeech: wholeTags[tag] ?? firstLetters[tag[0] ?? ''] ?? 'x',
})
const lower = ({ tag, ...rest }: Tagged): Piece => {
  const known = tag.toLowerCase() as PartOfSpeech
  return { ...rest, partOfSpeech: known === ('space' as string) ? 'x' : known }
}
