/** Where many products fit, the one thing to ask for: what divides them best. */
import type { Language } from '@lingxi/contract/message'
import type { ReadProduct } from './read-product.ts'
import { signOf } from './read-ranges.ts'

/** `about`: a column of the catalogue or `price`; `choices` are said in the customer's name. */
export type Missing = { about: string; choices: string[] }

const mostChoices = 4
const mostValues = 12
const leastStated = 0.6
const noChoice = /货号|编号|型号|条码|链接|图片|库存|价格|售价|单价|price|sku|number|code|link|image|stock|weight/i
/** What three even parts tell, in bits. */
const ofPrice = Math.log2(3)

export function chooseQuestion(products: ReadProduct[], language: Language): Missing | undefined {
  const columns = Map.groupBy(
    products.flatMap(({ values }) => values),
    ({ name }) => name,
  )
  const choices = [...columns].flatMap(([about, values]) => {
    if (noChoice.test(about) || values.length < leastStated * products.length) return []
    const counts = countsOf(values.flatMap(({ text }) => text.split(/[、,，;；/|]\s*/)).map((value) => value.trim()))
    if (counts.length < 2 || counts.length > mostValues) return []
    return [{ about, choices: counts.slice(0, mostChoices).map(([value]) => value), tells: entropyOf(counts) }]
  })
  const price = pricesOf(products, language)
  const best = [...choices, ...(price ? [{ ...price, tells: ofPrice }] : [])].toSorted(
    (one, other) => other.tells - one.tells,
  )[0]
  return best && { about: best.about, choices: best.choices }
}

const countsOf = (values: string[]) =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, some]): [string, number] => [value, some.length])
    .toSorted(([, one], [, other]) => other - one)

function entropyOf(counts: [string, number][]): number {
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  return -counts.reduce((sum, [, count]) => sum + (count / all) * Math.log2(count / all), 0)
}

/** Thirds of the prices, at round numbers. */
function pricesOf(products: ReadProduct[], language: Language): Missing | undefined {
  const prices = products
    .flatMap(({ product }) => (product.price ? [product.price.amount] : []))
    .toSorted((a, b) => a - b)
  if (prices.length < leastStated * products.length) return undefined
  const [low, high] = [
    rounded(prices[Math.floor(prices.length / 3)]!),
    rounded(prices[Math.floor((2 * prices.length) / 3)]!),
  ]
  if (low >= high) return undefined
  const sign = signOf(products.find(({ product }) => product.price)!.product.price!.currency)
  const choices =
    language === 'zh'
      ? [`${sign}${low} 以内`, `${sign}${low}–${high}`, `${sign}${high} 以上`]
      : [`under ${sign}${low}`, `${sign}${low}–${high}`, `over ${sign}${high}`]
  return { about: 'price', choices }
}

function rounded(price: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(price, 1))) - 1) * (price >= 100 ? 5 : 1)
  return Math.max(step, Math.round(price / step) * step)
}
