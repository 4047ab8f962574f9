/** The goods on the shelf: the demo shop's own catalogue, with today's prices. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Words } from './words.ts'

const Row = z.object({
  sku: z.string(),
  category: z.string(),
  name_zh: z.string(),
  name_en: z.string(),
  price: z.coerce.number(),
  colours: z.string(),
  sizes: z.string(),
})

export type Product = {
  sku: string
  category: string
  name: Words
  price: number
  colours: Words[]
  sizes: string[]
}

/** `白 / White`, or the same in both. */
function inBoth(written: string): Words {
  const [zh, en = zh] = written.split(' / ')
  return { zh: zh!.trim(), en: en!.trim() }
}

const listed = (cell: string) => (cell === '' ? [] : cell.split('|'))

function readProducts(): Product[] {
  const rows = parse(readFileSync(join(import.meta.dirname, '../../products/products.csv')), {
    columns: true,
    bom: true,
  })
  return z
    .array(Row)
    .parse(rows)
    .map(({ sku, category, name_zh, name_en, price, colours, sizes }) => ({
      sku,
      category,
      name: { zh: name_zh, en: name_en },
      price,
      colours: listed(colours).map(inBoth),
      sizes: listed(sizes),
    }))
}

export const products = readProducts()
const bySku = new Map(products.map((product) => [product.sku, product]))

/** Throws for a sku that nobody sells. */
export function productOf(sku: string): Product {
  const product = bySku.get(sku)
  if (!product) throw new Error(`there is no product ${sku}`)
  return product
}

/** Returned for no reason only while it is sealed. */
export const isSealed = ({ category }: Product): boolean => category === 'skincare' || category === 'tea'
/** Worn on the skin: not returned for no reason. */
export const isIntimate = ({ sku }: Product): boolean => sku === 'SG-CLO-007'
export const hasSizes = ({ category, sizes }: Product): boolean => /clothing|outdoor/.test(category) && sizes.length > 1

export const stockKey = (sku: string, colour: Words | null, size: string | null): string =>
  `${sku}/${colour?.en ?? '-'}/${size ?? '-'}`

/** `帆布鞋 白 39` and "Canvas Trainers, White, 39". */
export function titleOf(sku: string, colour: Words | null, size: string | null): Words {
  const { name, sizes } = productOf(sku)
  const which = sizes.length > 1 && size !== null ? inBoth(size) : null
  return {
    zh: [name.zh, colour?.zh, which?.zh].filter(Boolean).join(' '),
    en: [name.en, colour?.en, which?.en].filter(Boolean).join(', '),
  }
}
