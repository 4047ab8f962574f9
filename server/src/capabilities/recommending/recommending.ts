/**
 * Which products of a catalogue fit what a customer looks for. The kind of product and the conditions are read from the
 * question, held against what the products' articles state, and told with the words that decide it. Promises: every
 * property it names stands in the article it cites; what an article does not say counts as not said; nothing is found
 * for who asks something else. Pure.
 */
import type { Citation, Language, QuickReply } from '@lingxi/contract/message'
import type { Wish } from '@lingxi/contract/wish'
import type { Tokens } from '#platform/search'
import { followWish } from './follow-wish.ts'
import { chooseQuestion } from './missing.ts'
import { type CatalogueProduct, readProduct, type ReadConcepts, type ReadProduct } from './read-product.ts'
import { readWish, type WishedFor } from './read-wish.ts'
import { rankProducts } from './rank-products.ts'
import { sayProducts, sayQuestion } from './say-products.ts'

export type { CatalogueProduct } from './read-product.ts'
/** Other words that the company taught for one. */
export type SynonymsOf = (word: string, language: Language) => readonly { word: string }[]
export type Reading = { tokens: Tokens; readConcepts: ReadConcepts; synonyms: SynonymsOf }

export type AskedFor = {
  said: string
  language: Language
  /** What was looked for before in this conversation, where that is still at hand. */
  before: Wish | undefined
  /** What the customer may see, in both languages. */
  products: readonly CatalogueProduct[]
  /** The company's own words at work. */
  tokens: Tokens
  synonyms: SynonymsOf
}
export type Recommendation = { text: string; quickReplies: QuickReply[]; citations: Citation[]; wish: Wish }
export type Recommend = ReturnType<typeof createRecommending>

/** So many that fit are not named without asking for one thing more. */
const mostUnasked = 12
const mostShown = 3
const longestSaid = 300

export function createRecommending({ readConcepts }: { readConcepts: ReadConcepts }) {
  /** Undefined where no product is looked for, or none of that kind is in the catalogue. */
  return function recommend(asked: AskedFor): Recommendation | undefined {
    const { language, before, tokens, synonyms } = asked
    if (asked.said.length > longestSaid) return undefined
    const reading = { tokens, readConcepts, synonyms }
    const all = asked.products.map((product) => readProduct(product, reading))
    const own = all.filter(({ product }) => product.language === language)
    const products = own.length > 0 ? own : all
    if (products.length === 0) return undefined
    const context = { said: asked.said, language, reading, products, currency: currencyOf(products) }
    const wished = (before && followWish(context, before)) ?? readWish(context)
    return wished && name(wished, { language, reading, before })
  }

  function name(
    wished: WishedFor,
    { language, reading, before }: { language: Language; reading: Reading; before: Wish | undefined },
  ): Recommendation {
    const { sought, conditions, order, members, skip = [] } = wished
    const ranked = rankProducts(members, wished, reading)
    const wish = {
      sought,
      conditions,
      order,
      products: members.length,
      fit: ranked.filter(({ fits }) => fits).length,
      shown: skip,
      asked: null,
    }
    const question =
      conditions.length === 0 && order === 'fit' && wish.fit > mostUnasked && !before?.asked && skip.length === 0
        ? chooseQuestion(members, language)
        : undefined
    if (question)
      return { ...sayQuestion(question, wish, language), citations: [], wish: { ...wish, asked: question.about } }
    const open = ranked.filter(({ read, fits }) => !skip.includes(read.product.articleId) && (fits || wish.fit === 0))
    const shown = open.slice(0, mostShown)
    const said = sayProducts({ wish, ranked, shown, left: open.length - shown.length, language })
    return { ...said, wish: { ...wish, shown: [...skip, ...shown.map(({ read }) => read.product.articleId)] } }
  }
}

function currencyOf(products: ReadProduct[]): string {
  const counts = Map.groupBy(products, ({ product }) => product.price?.currency ?? '')
  counts.delete('')
  const most = [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0]
  return most?.[0] ?? 'money ¥'
}
