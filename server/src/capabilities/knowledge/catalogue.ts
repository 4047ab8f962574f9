/**
 * The products of the catalogue, read from their articles: an article with the tag `product` whose list at the beginning
 * states its attributes. Kept with the shelf, so that a change of an article is one of its product, and who may not read
 * the one never sees the other.
 */
import { mayRead, type Reader } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { type ChosenVariant, chooseVariant, nameVariant, situationOf } from '@lingxi/contract/variant'
import { quantitiesOf } from '#platform/quantities'

/** Offsets are those of the article's body, in UTF-16 units. */
export type Attribute = { name: string; value: string; start: number; end: number }
export type Price = { currency: string; amount: number; said: string; start: number; end: number }
export type Product = {
  articleId: string
  title: string
  language: Language
  body: string
  /** Its article number, where it has one: the same in both languages. */
  code: string | null
  /** Words that sort it: tags and the path of its category. */
  labels: string[]
  price: Price | null
  attributes: Attribute[]
  /** Which other text of the article this is, where it is one. */
  variant?: ChosenVariant | undefined
}
type Kept = {
  /** The article's own text, and its others, each where it states a product too. */
  texts: { own: Product; variants: Product[] }
  article: Pick<Article, 'audience' | 'validFrom' | 'validUntil' | 'variants'>
}
type Asker = { reader: Reader; channel?: string | null | undefined }

const productTag = 'product'
const fact = /^[-*] ([^：:\n]{1,40})\s*[：:]\s*(\S.*)$/gm
const priceName = /^(?:价格|售价|单价|现价|零售价|价钱|price|unit price|retail price|cost)/i
const codeName = /^(?:货号|商品编号|编号|型号|sku|article number|item number|product code)/i
const moment = (instant: string | null, otherwise: number) => (instant === null ? otherwise : Date.parse(instant))

export function createCatalogue() {
  const kept = new Map<string, Kept>()
  return {
    /** Follows an article as it is now; what is no published product is forgotten. */
    put(article: Article): void {
      const own = article.status === 'published' ? readProduct(article) : undefined
      if (!own) return void kept.delete(article.id)
      const variants = article.variants.map(({ body }, place) => {
        const product = readProduct({ ...article, body }) ?? { ...own, body, price: null, attributes: [] }
        return { ...product, variant: nameVariant(article.variants, place) }
      })
      kept.set(article.id, { texts: { own, variants }, article })
    },
    remove: (articleId: string): void => void kept.delete(articleId),
    /** Products that this reader may read at this moment (ms), each by the text that is for them. */
    readable({ reader, channel = null }: Asker, at: number): Product[] {
      const situation = situationOf(reader, channel, at)
      const found: Product[] = []
      for (const { texts, article } of kept.values()) {
        const { audience, validFrom, validUntil, variants } = article
        const holds = moment(validFrom, -Infinity) <= at && at < moment(validUntil, Infinity)
        if (!holds || !mayRead(reader, audience)) continue
        const place = variants.length === 0 ? undefined : chooseVariant(variants, situation)
        found.push(place === undefined ? texts.own : texts.variants[place]!)
      }
      return found
    },
  }
}

function readProduct({ id, title, language, body, tags, category, products }: Article): Product | undefined {
  if (!tags.includes(productTag)) return undefined
  const attributes = [...body.matchAll(fact)].map(({ 0: line, 1: name = '', 2: value = '', index }) => {
    return { name: name.trim(), value: value.trim(), start: index, end: index + line.length }
  })
  const labels = [...tags.filter((tag) => tag !== productTag), ...(category?.split('/') ?? [])]
  const code = attributes.find(({ name }) => codeName.test(name))?.value ?? products[0] ?? null
  return { articleId: id, title, language, body, code, labels, price: priceOf(attributes), attributes }
}

/** A price without a sign is in what its column names, and else in yuan. */
function priceOf(attributes: Attribute[]): Price | null {
  const stated = attributes.find(({ name }) => priceName.test(name))
  const money = stated && quantitiesOf(stated.value)[0]
  if (!money || !/^(?:money|number)/.test(money.dimension)) return null
  const currency = money.dimension === 'number' ? currencyOf(stated.name) : money.dimension
  return { currency, amount: money.from, said: stated.value, start: stated.start, end: stated.end }
}

const currencyOf = (name: string) => (/usd|\$/i.test(name) ? 'money $' : /eur|€/i.test(name) ? 'money €' : 'money ¥')
