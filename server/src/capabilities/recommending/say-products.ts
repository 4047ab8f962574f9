/** The words that name products: which fit, by what, and where none does, what cannot be met and what comes nearest. */
import type { Citation, Language, QuickReply } from '@lingxi/contract/message'
import type { Wish, WishCondition } from '@lingxi/contract/wish'
import type { Held } from './hold-condition.ts'
import type { Missing } from './missing.ts'
import type { Ranked } from './rank-products.ts'
import { productWords } from './product-words.ts'
import { signOf } from './read-ranges.ts'

type Named = { wish: Wish; ranked: Ranked[]; shown: Ranked[]; left: number; language: Language }
type Saying = { text: string; quickReplies: QuickReply[]; citations: Citation[] }

const button = (text: string): QuickReply => ({ label: text, text })
const mostButtons = 3
const longestQuote = 80

export function sayProducts({ wish, ranked, shown, left, language }: Named): Saying {
  const say = productWords[language]
  const fits = wish.fit > 0
  const head = fits ? headOfFitting(wish, shown, language) : headOfNearest(wish, ranked, language)
  const foreign = ranked[0]?.held.find((held) => held.foreign)
  const note = foreign && say.foreign(quote(foreign.condition.said, language), signOf(currencyOf(ranked) ?? 'money ¥'))
  const loose = fits ? [] : loosening(wish.conditions, shown[0]?.held ?? [], language)
  const further = left > 0 ? [button(say.more)] : []
  const cheaper = fits && hasCheaper(ranked, shown) ? [button(say.cheaper)] : []
  return {
    text: [head, shown.map((each) => lineOf(each, language)).join('\n'), note, fits ? '' : say.loosen]
      .filter(Boolean)
      .join('\n\n'),
    quickReplies: [...loose, ...further, ...cheaper].slice(0, mostButtons),
    citations: shown.map(citationOf),
  }
}

/** Too many fit: one thing is asked for. */
export function sayQuestion(
  { about, choices }: Missing,
  wish: Wish,
  language: Language,
): Pick<Saying, 'text' | 'quickReplies'> {
  const say = productWords[language]
  const ask = about === 'price' ? say.askPrice : say.askAttribute(about)
  return { text: say.tooMany(wish.sought, wish.fit, ask), quickReplies: [...choices.map(button), button(say.whatever)] }
}

function headOfFitting(wish: Wish, shown: Ranked[], language: Language): string {
  const say = productWords[language]
  if (shown.length === 0) return say.noMore(wish.sought)
  const conditions = wish.conditions.map(({ kind, said }) => (kind === 'without' ? say.without(said) : said))
  return say.fitting({
    sought: wish.sought,
    count: wish.fit,
    shown: shown.length,
    conditions: listOf(conditions, language),
    order: wish.order,
  })
}

function headOfNearest({ sought, conditions }: Wish, ranked: Ranked[], language: Language): string {
  const say = productWords[language]
  const verdictsOf = (place: number) => ranked.map(({ held }) => held[place]!)
  const reasons = conditions.flatMap((condition, place) => {
    const verdicts = verdictsOf(place)
    if (verdicts.some(({ verdict, foreign }) => verdict === 'met' || foreign)) return []
    return [
      verdicts.every(({ verdict }) => verdict === 'unsaid')
        ? notSaid(condition, language)
        : say.notMet(named(condition, language)),
    ]
  })
  const isForeign = ranked[0]?.held.some((held) => held.foreign)
  if (reasons.length > 0) return say.nearest(sought, reasons.join(say.join))
  const together = conditions
    .filter((_, place) => !verdictsOf(place).some(({ foreign }) => foreign))
    .map((condition) => named(condition, language))
  if (together.length < 2 && isForeign) return say.uncompared(sought)
  return say.nearestTogether(sought, together.join(language === 'zh' ? '' : ', '))
}

/** `**Name** · ¥89 · 适合敏感肌`, and what of it does not fit or is not said. */
function lineOf({ read, held }: Ranked, language: Language): string {
  const say = productWords[language]
  const { title, price } = read.product
  const quotes = [...new Set(held.flatMap(({ shown }) => (shown ? [plain(shown)] : [])))]
  const gaps = held.flatMap((each) => (each.verdict === 'met' || each.foreign ? [] : [gapOf(each, language)]))
  return `- ${[`**${plain(title)}**`, price ? plain(price.said) : '', ...quotes].filter(Boolean).join(' · ')}${gaps.length > 0 ? say.gaps(gaps.join(say.join)) : ''}`
}

function gapOf({ condition, verdict }: Held, language: Language): string {
  return verdict === 'unsaid' ? notSaid(condition, language) : productWords[language].misses(named(condition, language))
}

const named = ({ kind, said }: WishCondition, language: Language) =>
  quote(kind === 'without' ? productWords[language].without(said) : said, language)
const notSaid = ({ kind, said }: WishCondition, language: Language) => {
  const say = productWords[language]
  return kind === 'without' ? say.notSaidWhether(quote(said, language)) : say.notSaid(quote(said, language))
}

function loosening(conditions: WishCondition[], held: Held[], language: Language): QuickReply[] {
  const say = productWords[language]
  return conditions.flatMap((condition, place) => {
    if (held[place]?.verdict === 'met') return []
    const isPrice = condition.kind === 'range' && condition.dimension.startsWith('money')
    return [button(isPrice ? say.anyPrice : say.notNeeded(condition.said))]
  })
}

/** From the price to the last words that decide: one place in the article that holds all that was said of it. */
function citationOf({ read: { product }, held }: Ranked): Citation {
  const { articleId, title, body, price, attributes, variant } = product
  const spans = [...(price ? [price] : []), ...held.flatMap(({ span }) => (span ? [span] : []))]
  const stated = spans.length > 0 ? spans : attributes.slice(0, 1)
  const start = stated.length > 0 ? Math.min(...stated.map((span) => span.start)) : 0
  const end = stated.length > 0 ? Math.max(...stated.map((span) => span.end)) : body.length
  return { articleId, title, start, end, quote: body.slice(start, end), ...(variant && { variant }) }
}

function hasCheaper(all: Ranked[], shown: Ranked[]): boolean {
  const lowest = (some: Ranked[]) => Math.min(...some.map(({ read }) => read.product.price?.amount ?? Infinity))
  return shown.length > 0 && lowest(all) < lowest(shown)
}

const currencyOf = (ranked: Ranked[]) => ranked.find(({ read }) => read.product.price)?.read.product.price?.currency
const quote = (said: string, language: Language) => (language === 'zh' ? `「${said}」` : `“${said}”`)
const listOf = (said: string[], language: Language) =>
  said.map((each) => quote(each, language)).join(language === 'zh' ? '' : ', ')

/** A quote is words, not Markdown. */
function plain(text: string): string {
  const bare = text
    .replace(/[*_`#<>|[\]]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s.。;；,，]+$/, '')
    .trim()
  return bare.length > longestQuote ? `${bare.slice(0, longestQuote).toWellFormed()}…` : bare
}
