/**
 * A text read as concepts: what everyday speech means by its words, whichever words it takes. "同一单给我划走了两笔" and "重复扣款"
 * are both `charged` and `twice`. The words are general knowledge of customer service in Chinese and English, not a company's own.
 * A Chinese text is cut by the longest wording at each place, and by the dictionary where no wording of two characters fits;
 * an English one by the longest run of stems. Linear in the text; pure.
 */
import type { Tokens } from '#platform/search'
import { colloquial } from './colloquial.ts'
import { delivery } from './delivery.ts'
import { withDerived } from './derived.ts'
import { money } from './money.ts'
import { aside, talk } from './talk.ts'
import { goods, things } from './things.ts'

/** A word or phrase of the text with all it may mean; no concept: a word that everyday speech does not place. */
export type Spoken = { word: string; concepts: readonly string[] }
export type ReadConcepts = (text: string) => Spoken[]

const none: readonly string[] = []
const longestRead = 1_000
const mostRemembered = 10_000
/** A number with what it counts: said of anything. */
const counting =
  /^[零一二三四五六七八九十百千万两半几多好数第]+(?:[个张件支样双条块元天次回单箱种岁顿束把只位盒瓶包袋卷页本台部套份笔层楼年月周日号点分秒斤克米寸]|位数|分钟|小时)?$/
const isHan = (character: string) => /\p{Script=Han}/u.test(character)

export function createConcepts({ tokens }: { tokens: Tokens }): ReadConcepts {
  const chinese = new Map<string, string[]>()
  const english = new Map<string, string[]>()
  const quiet = {
    zh: new Set(aside.zh.split(/\s+/)),
    en: new Set(aside.en.split(/\s+/).flatMap((word) => tokens.words(word))),
  }
  fill(goods, 'goods-')
  for (const table of [delivery, money, things, talk, colloquial]) fill(table)
  const longest = {
    zh: Math.max(...[...chinese.keys(), ...quiet.zh].map((word) => word.length)),
    en: Math.max(...[...english.keys()].map((phrase) => phrase.split(' ').length)),
  }

  function fill(table: string, prefix = ''): void {
    for (const line of table.trim().split('\n')) {
      const [, name, words] = /^([\w-]+): (.*)$/.exec(line)!
      const [own = '', other = ''] = words!.split(' | ')
      for (const word of [...own.split(' '), ...other.split(' ')]) add(prefix + name, word.replaceAll('_', ' '))
    }
  }
  function add(name: string, word: string): void {
    if (word === '') return
    const han = isHan(word)
    const key = han ? tokens.fold(word) : tokens.words(word).join(' ')
    const among = han ? chinese : english
    const known = among.get(key) ?? []
    if (!known.includes(name)) among.set(key, [...known, name])
  }

  function readChinese(run: string, into: Spoken[]): void {
    for (let at = 0; at < run.length; ) {
      const wording = longestAt(run, at)
      const word = wording.length > 1 ? wording : dictionaryWordAt(run, at) || wording || run[at]!
      if (chinese.has(word) || !saysNothing(word)) into.push({ word, concepts: chinese.get(word) ?? none })
      at += word.length
    }
  }
  const saysNothing = (word: string) =>
    counting.test(word) ||
    quiet.zh.has(word) ||
    tokens.isFiller(word) ||
    [...word].every((character) => quiet.zh.has(character))
  function longestAt(run: string, at: number): string {
    for (let length = Math.min(longest.zh, run.length - at); length > 0; length--) {
      const word = run.slice(at, at + length)
      if (chinese.has(word) || quiet.zh.has(word)) return word
    }
    return ''
  }
  /** A word that the dictionary knows: one that is not would be searched for by its pairs only. */
  function dictionaryWordAt(run: string, at: number): string {
    const word = tokens.words(run.slice(at, at + 6))[0] ?? ''
    if (word.length < 2 || !run.startsWith(word, at)) return ''
    // A filler is passed over as a whole: 直接 is not 直 and 接.
    return tokens.isFiller(word) || tokens.isWord(word) ? word : ''
  }

  function readEnglish(words: string[], into: Spoken[]): void {
    for (let at = 0; at < words.length; ) {
      let taken = 1
      for (let length = Math.min(longest.en, words.length - at); length > 1; length--)
        if (english.has(words.slice(at, at + length).join(' '))) {
          taken = length
          break
        }
      const word = words.slice(at, at + taken).join(' ')
      const concepts = english.get(word)
      if (concepts || (!quiet.en.has(word) && !tokens.isFiller(word))) into.push({ word, concepts: concepts ?? none })
      at += taken
    }
  }

  function readAll(text: string): Spoken[] {
    const spoken: Spoken[] = []
    let latin: string[] = []
    const flush = () => {
      readEnglish(latin, spoken)
      latin = []
    }
    for (const [, han, other] of tokens
      .fold(text.slice(0, longestRead))
      .matchAll(/(\p{Script=Han}+)|([^\p{Script=Han}]+)/gu)) {
      if (han) {
        flush()
        readChinese(han, spoken)
      } else latin.push(...tokens.words(other!))
    }
    flush()
    return spoken
  }

  const remembered = new Map<string, Spoken[]>()
  return (text) => {
    const known = remembered.get(text)
    if (known) return known
    const spoken = withDerived(readAll(text))
    if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value!)
    remembered.set(text, spoken)
    return spoken
  }
}
