/** Which kind of product a text names, by the words that this catalogue calls its products by. */
import type { Language } from '@lingxi/contract/message'
import type { SynonymsOf } from './recommending.ts'
import { asOneWord, type ReadProduct, type Readers } from './read-product.ts'

export type Kind = { said: string; start: number; end: number; members: ReadProduct[] }
type Looking = Readers & { language: Language; products: ReadProduct[]; synonyms: SynonymsOf }

const longest = { zh: 6, en: 3 }
/** From here on an English text says more about the thing, and no longer what it is. */
const further =
  /\b(?:for|with|without|under|below|over|above|that|which|between|around|about|less|more|up to|at least|made|in|from|who|size|sized)\b|[,.;!?，。；！？]/i

/** The last that is named: in both languages what is before it tells of it. Nothing where it does not end its phrase. */
export function findKind(text: string, looking: Looking): Kind | undefined {
  return looking.language === 'zh' ? findChinese(text, looking) : findEnglish(text, looking)
}

function findChinese(text: string, looking: Looking): Kind | undefined {
  for (let end = text.length; end > 0; end--) {
    if (!endsPhrase(text.slice(end))) continue
    for (let length = Math.min(longest.zh, end); length > 0; length--) {
      const said = text.slice(end - length, end)
      if (!/^[\p{Script=Han}a-z]+$/iu.test(said)) continue
      const members = membersOf(said, looking)
      if (members.length > 0) return { said, start: end - length, end, members }
    }
  }
  return undefined
}

/** What may follow a kind: nothing, a pause, or a word of wishing. */
const endsPhrase = (rest: string) =>
  /^\s*(?:$|[，,。；;！!？?、~～\s]|类|产品|的(?!\p{Script=Han}{0,6}(?:政策|说明|价格))|(?:有|没|推荐|哪|什么|买|呢|吗|吧|嘛|么|啊|可以推|求|要|不要|别|不含|价格|预算|多少钱以|怎么选|怎么挑|给|送|呀|最好|必须|带|是(?:哪|什么)|大概|左右|以内|\d|[一二两三四五六七八九]百))/u.test(
    rest,
  )

function findEnglish(text: string, looking: Looking): Kind | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
  let found: Kind | undefined
  for (let last = 0; last < words.length; last++) {
    const rest = text.slice(words[last]!.end).trimStart()
    if (
      rest !== '' &&
      further.exec(rest)?.index !== 0 &&
      !/^(?:do|can|would|you|please|is|are|instead|then)\b/i.test(rest)
    )
      continue
    const kind = phraseAt(text, { words: words.slice(Math.max(0, last - longest.en + 1), last + 1) }, looking)
    // The first phrase says what it is; one behind "for" or "with" tells of it.
    if (kind && (!found || !further.test(text.slice(found.end, kind.start)))) found = kind
  }
  return found
}

type Word = { word: string; start: number; end: number }
function phraseAt(text: string, { words }: { words: Word[] }, looking: Looking): Kind | undefined {
  for (let from = 0; from < words.length; from++) {
    const [start, end] = [words[from]!.start, words.at(-1)!.end]
    const said = text.slice(start, end)
    const members = membersOf(said, looking)
    if (members.length > 0) return { said, start, end, members }
  }
  return undefined
}

function membersOf(said: string, looking: Looking): ReadProduct[] {
  const { tokens, products, synonyms, language } = looking
  const words = tokens.words(said)
  if (words.every((word) => tokens.isFiller(word))) return []
  const others = words.length === 1 ? synonyms(words[0]!, language).map(({ word }) => word) : []
  const meant = new Set([said, ...others].flatMap((each) => asOneWord(each, looking)))
  const folded = [said, ...others].map(tokens.fold)
  return products.filter((product) => {
    if ([...product.kinds].some((kind) => meant.has(kind))) return true
    if (product.labels.some((label) => folded.includes(label))) return true
    return folded.some((each) => endsWith(product, each, looking))
  })
}

/** A single character ends too many names to be what was meant. */
function endsWith({ product, head, headWords, values }: ReadProduct, said: string, { tokens }: Looking): boolean {
  if (values.some(({ name, folded }) => /^(?:类别|类型|品类|分类|category|type|kind)$/i.test(name) && folded === said))
    return true
  if (product.language === 'zh') return said.length > 1 && head.endsWith(said)
  const words = tokens.words(said)
  return words.every((word, place) => headWords.at(place - words.length) === word)
}
