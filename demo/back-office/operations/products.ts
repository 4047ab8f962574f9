/** What is on the shelf, and which size fits. */
import { z } from 'zod'
import { operation, refuse } from '../operation.ts'
import { hasSizes, type Product, productOf, products, stockKey, titleOf } from '../shop/products.ts'
import { Size } from '../shop/sizes.ts'
import type { Shop } from '../shop/shop.ts'
import { Day, dayOf, plusDays, Words } from '../shop/words.ts'
import { write } from './complaints.ts'

/** What a customer calls it: a sku, or words of its name. The product that shares most with them. */
function findProduct(words: string): Product | undefined {
  const said = words.trim().toLowerCase()
  const exact = products.find(
    ({ sku, name }) => sku.toLowerCase() === said || name.zh === said || name.en.toLowerCase() === said,
  )
  if (exact) return exact
  const scored = products.map((product) => ({ product, score: likeness(said, product) }))
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score >= 1 ? best.product : undefined
}

/** Pairs of Chinese signs and whole English words that both have; names end in what a thing is, so that counts a little more. */
function likeness(said: string, { name }: Product): number {
  const pairs = [...said.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair!)
  const inName =
    pairs.filter((pair) => name.zh.includes(pair)).length + (pairs.some((pair) => name.zh.endsWith(pair)) ? 0.5 : 0)
  const words = name.en.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const spoken = new Set((said.match(/[a-z]{3,}/g) ?? []).map(singular))
  return inName + words.filter((word) => spoken.has(singular(word))).length
}
const singular = (word: string) => word.replace(/s$/, '')

const unknown = () =>
  refuse(
    'unknown_product',
    '没有找到这件商品，换个说法或者告诉我货号试试。',
    'I could not find that product. Try its name or its number.',
  )

const SizeLeft = z.strictObject({ value: z.string(), label: Words, in_stock: z.int(), available: z.boolean() })

function sizesOf(shop: Shop, { sku, colours, sizes }: Product, colour: string | undefined) {
  const called = colour?.trim().toLowerCase().replace(/色$/u, '')
  const wanted = colours.filter(({ zh, en }) => !called || zh === called || en.toLowerCase() === called)
  const shown = wanted.length > 0 ? wanted : colours
  return (sizes.length > 0 ? sizes : [null]).map((size) => {
    const counts = (shown.length > 0 ? shown : [null]).map((each) => shop.stock[stockKey(sku, each, size)] ?? 0)
    const count = counts.reduce((sum, each) => sum + each, 0)
    const [zh = '', en = zh] = (size ?? '').split(' / ')
    return {
      value: size ?? '-',
      label: { zh: zh || '现货', en: en || 'in stock' },
      in_stock: count,
      available: count > 0,
    }
  })
}

export const checkStock = operation({
  name: 'check_stock',
  title: { zh: '查库存', en: 'Check stock' },
  summary: 'Whether a product, in a colour and size, is on the shelf; if not, when it is back.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/stock',
  input: z.strictObject({
    product: z.string().trim().min(1).max(200).describe('Its name or number, as the customer says it'),
    colour: z.string().trim().max(40).optional(),
    size: Size.optional(),
  }),
  output: z.strictObject({
    sku: z.string(),
    title: Words,
    price: z.number(),
    in_stock: z.boolean(),
    few: z.boolean().describe('Five or fewer are left'),
    sizes: z.array(SizeLeft),
    sizes_in_stock: Words,
    back: Day.nullable(),
  }),
  perform(shop, { product: words, colour, size }, now) {
    const product = findProduct(words)
    if (!product) return unknown()
    const sizes = sizesOf(shop, product, colour)
    const asked = size ? sizes.filter(({ value }) => value.toLowerCase() === size.toLowerCase()) : sizes
    if (asked.length === 0)
      return refuse(
        'unknown_size',
        `${product.name.zh}没有 ${size} 码。`,
        `${product.name.en} does not come in ${size}.`,
      )
    const left = asked.reduce((sum, { in_stock }) => sum + in_stock, 0)
    const there = sizes.filter(({ available }) => available).map(({ label }) => label)
    return {
      done: {
        sku: product.sku,
        title: product.name,
        price: product.price,
        in_stock: left > 0,
        few: left > 0 && left <= 5,
        sizes,
        sizes_in_stock: { zh: there.map(({ zh }) => zh).join('、'), en: there.map(({ en }) => en).join(', ') },
        back: left > 0 ? null : dayOf(plusDays(now, 16)),
      },
    }
  },
})

export const otherSizes = operation({
  name: 'list_sizes',
  title: { zh: '看看有哪些尺码', en: 'List the sizes' },
  summary: 'The sizes of a product that are on the shelf in a colour.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/products/{sku}/sizes',
  input: z.strictObject({ sku: z.string().regex(/^SG-[A-Z]{3}-\d{3}$/), colour: z.string().max(40).optional() }),
  output: z.strictObject({ title: Words, sizes: z.array(SizeLeft), choices: z.array(z.string()) }),
  perform(shop, { sku, colour }) {
    if (!products.some((product) => product.sku === sku)) return unknown()
    const product = productOf(sku)
    const sizes = sizesOf(shop, product, colour)
    const choices = sizes.filter(({ available }) => available).map(({ value }) => value)
    return { done: { title: titleOf(sku, null, null), sizes, choices } }
  },
})

export const noticeStock = operation({
  name: 'notify_when_in_stock',
  title: { zh: '到货提醒', en: 'Tell when it is back' },
  summary: 'Sends a text message once a product that is sold out is back. Reserves nothing.',
  effect: 'act',
  care: 'none',
  method: 'POST',
  path: '/stock/notices',
  input: z.strictObject({
    sku: z.string().regex(/^SG-[A-Z]{3}-\d{3}$/),
    size: Size.optional(),
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d{8,15}$/, 'is a telephone number'),
  }),
  output: z.strictObject({ notice_number: z.string(), title: Words }),
  perform(shop, { sku, size, phone }, now) {
    if (!products.some((product) => product.sku === sku)) return unknown()
    const number = write(shop, { kind: 'notice', order: null, phone, about: sku, text: size ?? '', amount: 0, at: now })
    return { done: { notice_number: number, title: productOf(sku).name } }
  },
})

/** Centimetres and kilograms up to which a letter fits; the larger of the two decides. */
const letters: [size: string, height: number, weight: number][] = [
  ['S', 165, 55],
  ['M', 174, 66],
  ['L', 180, 76],
  ['XL', 186, 86],
  ['XXL', 194, 98],
]

export const adviseSize = operation({
  name: 'advise_size',
  title: { zh: '选尺码', en: 'Advise a size' },
  summary: 'Which size of a piece of clothing fits somebody of a height (cm) and weight (kg). Shoes go by foot length.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/size-advice',
  input: z.strictObject({
    product: z.string().trim().min(1).max(200),
    height: z.coerce.number().min(100).max(230),
    weight: z.coerce.number().min(25).max(250),
  }),
  output: z.strictObject({ title: Words, size: z.string(), note: Words, in_stock: z.boolean() }),
  perform(shop, { product: words, height, weight }) {
    const product = findProduct(words)
    if (!product) return unknown()
    if (!hasSizes(product) || !product.sizes.includes('M'))
      return refuse(
        'no_letters',
        '这件商品不按身高体重选码：鞋子按平时的鞋码，牛仔裤按腰围，其他的只有一种规格。',
        'This one does not go by height and weight: shoes by your usual size, jeans by the waist, and the rest come in one size.',
      )
    const fitting = letters.filter(
      ([size, most, heaviest]) => product.sizes.includes(size) && height <= most && weight <= heaviest,
    )
    const [best] = fitting[0] ?? []
    const largest = product.sizes.at(-1)!
    const size = best ?? largest
    const available = sizesOf(shop, product, undefined).find(({ value }) => value === size)?.available ?? false
    return { done: { title: product.name, size, note: noteOf(best !== undefined), in_stock: available } }
  },
})

const noteOf = (fits: boolean): Words =>
  fits
    ? { zh: '喜欢宽松可以大一码。', en: 'For a loose fit take one size up.' }
    : { zh: '这是我们最大的码，可能会偏紧。', en: 'It is our largest size and may be tight.' }
