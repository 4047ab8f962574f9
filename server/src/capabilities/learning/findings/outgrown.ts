/** What an article says of products that the catalogue says otherwise, or no longer has; and what its time has passed. */
import type { Article } from '@lingxi/contract/knowledge'
import type { FindingSpot, Spot } from '@lingxi/contract/learning'
import { quantitiesOf } from '#platform/quantities'
import { splitSentences } from './sentences.ts'
import { code } from './statements.ts'

export type Product = { code: string; name: string; price: number | null; articleId: string }

/** The catalogue, by article number; prices in the currency the articles name them in. */
export function outgrownIn(article: Article, products: Product[]): FindingSpot[] {
  const byCode = new Map(products.map((product) => [product.code, product]))
  const isOwn = products.some(({ articleId }) => articleId === article.id)
  const shapes = new Set(products.map((product) => shapeOf(product.code)))
  const found = splitSentences(article.body).flatMap((sentence) => {
    const spot: Spot = {
      articleId: article.id,
      field: 'body',
      start: sentence.start,
      end: sentence.end,
      quote: sentence.text,
    }
    const gone = (sentence.text.match(code) ?? []).filter((each) => shapes.has(shapeOf(each)) && !byCode.has(each))
    const named = products.filter((product) => mentions(sentence.text, product))
    const priced = isOwn || named.length !== 1 ? [] : otherPrice(sentence.text, named[0]!)
    return [
      ...gone.map((each) => ({ reason: 'product-gone', one: spot, other: null, values: [each], likeness: null })),
      ...priced.map((values) => ({ reason: 'other-price', one: spot, other: null, values, likeness: null })),
    ]
  })
  return found
}

/** `SG-CLO-001` is of the shape AA-AAA-999: only what looks like the company's own numbers can be missing from them. */
const shapeOf = (each: string) => each.replace(/[A-Z]/g, 'A').replace(/\d/g, '9')

const mentions = (text: string, { code: each, name }: Product) =>
  text.includes(each) || (name.length >= 4 && text.includes(name))

/** A price right beside the product's name that is not its price: no threshold, no range, no sum of several. */
function otherPrice(text: string, { price, code: each, name }: Product): string[][] {
  if (price === null) return []
  const at = text.includes(each) ? text.indexOf(each) + each.length : text.indexOf(name) + name.length
  const near = text.slice(at, at + 24)
  const stated = quantitiesOf(near).filter(
    ({ dimension, bound, from, to }) => dimension.startsWith('money') && bound === 'exact' && from === to,
  )
  const isPrice = /价|售|卖|只要|price|costs?|is|at|[:：]|^\s*[（(]?\s*[¥￥$]/i.test(near)
  const [only] = stated
  return only && stated.length === 1 && isPrice && Math.abs(only.from - price) > 0.005
    ? [[only.text, String(price)]]
    : []
}
