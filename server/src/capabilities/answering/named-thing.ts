/** Whether a question asks for a thing by its name: by its number, half of its name, or the noun the name ends in. */
import type { Tokens } from '#platform/search'
import { type AskedWord, coverageOf, holdingOf } from './evidence.ts'
import { type Named, oncePer, oncePerName } from './names.ts'
import type { Read, Spoken } from './reading.ts'

const enoughOfName = 0.5
const enoughBesideNoun = 0.2
/** What a name ends in that is not its noun: sizes, counts, what follows a comma or stands in brackets. */
const aside = /(?:[,，](?!\d)|[（(·]).*$/
const measure = /^\d|^(ml|mah|cm|mm|g|kg|l|spf\w*|w)$|^[升毫厘米克寸色支对件套装片]+$/

export function createNaming({ tokens, read }: { tokens: Tokens; read: Read }) {
  const namesOf = oncePerName(({ title, alternatives }) =>
    [title, ...alternatives].map((name) => ({
      words: read(name).spoken.map(({ word, concepts }) => ({
        word,
        weight: tokens.weightOf(word),
        alike: [],
        concepts,
      })),
      noun: read(name.replace(aside, '')).spoken.findLast(({ word }) => !measure.test(word)),
    })),
  )
  const questionOf = oncePer((asked: AskedWord[]) => ({
    said: holdingOf({
      ...read(asked.map(({ word }) => word).join(' ')),
      concepts: new Set(asked.flatMap((each) => each.concepts ?? [])),
    }),
    meant: asked,
  }))

  return function isAskedFor(passage: Named, asked: AskedWord[]): boolean {
    const { said, meant } = questionOf(asked)
    return namesOf(passage).some(({ words, noun }) => {
      const share = coverageOf(words, said)
      return share >= enoughOfName || (share >= enoughBesideNoun && (isNoun(noun, meant) || isOfKind(words, meant)))
    })
  }
}

/** A name says what kind of goods it is, wherever it says so: 和纸胶带礼盒 is asked for by 胶带. */
function isOfKind(words: AskedWord[], meant: AskedWord[]): boolean {
  const kinds = meant.flatMap(({ concepts = [] }) => concepts.filter((concept) => concept.startsWith('goods-')))
  return words.some(({ concepts = [] }) => concepts.some((concept) => kinds.includes(concept)))
}

/** 短大衣 is meant by 大衣 and by 短大衣, Earbuds by earbuds and by what everyday speech calls them. */
function isNoun(noun: Spoken | undefined, meant: AskedWord[]): boolean {
  if (noun === undefined) return false
  return meant.some(({ word, alike, concepts = [] }) => {
    if (word === noun.word || alike.includes(noun.word)) return true
    if (concepts.some((concept) => noun.concepts.includes(concept))) return true
    return noun.word.endsWith(word) && /^\p{Script=Han}{2,}$/u.test(word)
  })
}
