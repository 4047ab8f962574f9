/** A product of the catalogue as conditions are held against it: its kinds, its attributes, and what its text says. */
import type { Citation, Language } from '@lingxi/contract/message'
import { type Quantity, quantitiesOf } from '#platform/quantities'
import type { Tokens } from '#platform/search'

export type Span = { start: number; end: number }
/** What is read of a product; offsets are those of its article's body, in UTF-16 units. */
export type CatalogueProduct = {
  articleId: string
  title: string
  language: Language
  body: string
  code: string | null
  labels: readonly string[]
  price: (Span & { currency: string; amount: number; said: string }) | null
  attributes: readonly (Span & { name: string; value: string })[]
  /** Which other text of its article this is, where it is one. */
  variant?: Citation['variant']
}
export type ReadConcepts = (text: string) => { word: string; concepts: readonly string[] }[]

/** A piece of the text with all that a condition looks for in it. `single`: it is one word or fixed phrase, so that what it means is all that it says. */
export type Piece = { text: string; folded: string; words: string; concepts: ReadonlySet<string>; single: boolean }
export type Said = Span & Piece
export type Value = Said & { name: string; items: Piece[] }
export type ReadProduct = {
  product: CatalogueProduct
  /** What it is called without sizes and remarks: its last words say what it is. */
  head: string
  headWords: string[]
  labels: string[]
  kinds: ReadonlySet<string>
  title: Said
  values: Value[]
  clauses: Said[]
  quantities: (Quantity & { quote: string })[]
}
export type Readers = { tokens: Tokens; readConcepts: ReadConcepts }

const isGoods = (concept: string) => concept.startsWith('goods-')
const longestKind = 6
const ofBoth = { zh: /[^，,。；;！？!?\n]+/g, en: /(?:[^.;:!?\n]|[.:](?!\s))+/g }
/** Ends many names and tells nothing alone. */
const saysLittle = /^(?:bags?|sets?|box|case|packs?|kits?|盒|袋|套)$/i
const listMark = /[、，,;；/|]\s*/

const readBefore = new WeakMap<CatalogueProduct, ReadProduct>()

export function readProduct(product: CatalogueProduct, readers: Readers): ReadProduct {
  let read = readBefore.get(product)
  if (!read) readBefore.set(product, (read = readAnew(product, readers)))
  return read
}

function readAnew(product: CatalogueProduct, readers: Readers): ReadProduct {
  const { tokens } = readers
  const { title, language, body, attributes } = product
  const say = (text: string, { start, end }: Span): Said => ({ ...readText(text, readers), start, end })
  const head = tokens.fold(headOf(title, language))
  const values = attributes.map((attribute): Value => {
    const items = attribute.value.split(listMark).filter(Boolean)
    return {
      ...say(attribute.value, attribute),
      name: attribute.name,
      items: items.map((item) => readText(item, readers)),
    }
  })
  const from = attributes.at(-1)?.end ?? 0
  const clauses = [...body.slice(from).matchAll(ofBoth[language])].flatMap(({ 0: text, index }) => {
    const start = from + index + (text.length - text.trimStart().length)
    return text.trim() === '' ? [] : [say(text.trim(), { start, end: start + text.trim().length })]
  })
  return {
    product,
    head,
    headWords: tokens.words(head),
    labels: product.labels.map(tokens.fold),
    kinds: kindsOf(product, head, readers),
    title: say(title, { start: 0, end: 0 }),
    values,
    clauses,
    quantities: quantitiesIn(product, clauses),
  }
}

function readText(text: string, { tokens, readConcepts }: Readers): Piece {
  const spoken = readConcepts(text)
  const concepts = new Set(spoken.flatMap((each) => each.concepts))
  const folded = tokens.fold(text).trim()
  return {
    text,
    folded,
    words: ` ${tokens.words(text).join(' ')} `,
    concepts,
    single: spoken.length === 1 && isWhole(folded, spoken[0]!.word),
  }
}

/** Words that say little are left out of what is spoken: "after rain" is no rain. */
function isWhole(folded: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(folded)) return folded === word
  return folded.split(/\s+/).length === word.split(' ').length
}

/** `10000mAh移动电源`, `可换芯中性笔（10支）`, `Mineral Sun Lotion SPF 50`, `Organic Cotton Socks, Five Pairs`. */
function headOf(title: string, language: Language): string {
  const bare = title.replace(/[（(][^）)]*[）)]/g, ' ').trim()
  if (language === 'zh') return bare.replace(/[\s·]*[A-Za-z0-9.+\s-]+$/, '').trim() || bare
  return (
    bare
      .split(/,\s|\s(?:with|of|for|in)\s/)[0]!
      .replace(/(?:\s+(?:[A-Z]{2,}|\d[\w.]*|ml|cm))+$/, '')
      .trim() || bare
  )
}

/** What everyday speech takes the end of its name for, and the labels that sort it. */
function kindsOf({ title, labels, language }: CatalogueProduct, head: string, { tokens, readConcepts }: Readers) {
  const goodsIn = (text: string) => readConcepts(text).flatMap(({ concepts }) => concepts.filter(isGoods))
  const sorted = labels.flatMap(goodsIn)
  // What sorts it stands in its name: 旅行护肤四件套 is no bedding, whatever 四件套 may be elsewhere.
  const named = goodsIn(title).filter((concept) => sorted.includes(concept))
  const ends = named.length > 0 ? [] : endsOf(head, language).flatMap((end) => asOneWord(end, { tokens, readConcepts }))
  return new Set([...sorted, ...named, ...ends])
}

function endsOf(head: string, language: Language): string[] {
  const units = language === 'zh' ? [...head] : head.split(/\s+/)
  const most = Math.min(longestKind, units.length)
  const ends = Array.from({ length: most }, (_, place) => units.slice(-place - 1).join(language === 'zh' ? '' : ' '))
  // 围裙 is no 裙.
  return ends.filter((end) => end === head || !(saysLittle.test(end) || (end === '裙' && head.endsWith('围裙'))))
}

/** The kinds of goods that a text names when it is one word or one fixed phrase, and nothing beside it. */
export function asOneWord(text: string, { tokens, readConcepts }: Readers): string[] {
  const [only, ...others] = readConcepts(text)
  const whole = /\p{Script=Han}/u.test(text) ? tokens.fold(text) : tokens.words(text).join(' ')
  return only && others.length === 0 && only.word === whole ? only.concepts.filter(isGoods) : []
}

function quantitiesIn({ title, language, attributes, price }: CatalogueProduct, clauses: Said[]) {
  const stated = attributes.filter(({ start }) => start !== price?.start)
  const texts = [
    ...stated.map(({ name, value, start, end }) => ({
      text: value,
      quote: `${name}${language === 'zh' ? '：' : ': '}${value}`,
      start,
      end,
    })),
    { text: title, quote: '', start: 0, end: 0 },
    ...clauses.map(({ text, start, end }) => ({ text, quote: text, start, end })),
  ]
  return texts.flatMap(({ text, quote, start, end }) =>
    quantitiesOf(text).map((quantity) => ({ ...quantity, quote, start, end })),
  )
}
