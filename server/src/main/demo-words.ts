/** What the invented shop teaches beside the packs: how its goods are called, and numbers that only a shop knows. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DictionaryDraft, EntityTypeDraft, PatternDraft } from '@lingxi/contract/teaching'
import { parse as parseTable } from 'csv-parse/sync'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Teaching } from '#teaching'

const demo = join(import.meta.dirname, '../../../demo')
const Words = z.strictObject({
  patterns: z.array(PatternDraft),
  titles: z.record(z.string(), EntityTypeDraft.shape.title),
  products: z.record(z.string(), z.array(z.string())),
})
const Products = z.array(z.object({ sku: z.string(), name_zh: z.string(), name_en: z.string() }))

/** A product is known by its Chinese name, whatever it was called. */
export function readDemoWords() {
  const { patterns, titles, products } = Words.parse(parse(readFileSync(join(demo, 'teaching/words.yml'), 'utf8')))
  const catalogue = Products.parse(
    parseTable(readFileSync(join(demo, 'products/products.csv')), { columns: true, bom: true }),
  )
  return {
    patterns,
    types: Object.entries(titles).map(([name, title]) => EntityTypeDraft.parse({ name, title })),
    entries: catalogue.map(({ sku, name_zh, name_en }) =>
      DictionaryDraft.parse({ type: 'product', value: name_zh, words: [name_en, sku, ...(products[sku] ?? [])] }),
    ),
  }
}

/** For a company where none of it is there yet. */
export async function teachDemoWords(tenantId: string, { entities }: Pick<Teaching, 'entities'>): Promise<void> {
  const { patterns, types, entries } = readDemoWords()
  for (const type of types) await entities.addType(tenantId, type, null)
  for (const pattern of patterns) await entities.addPattern(tenantId, pattern, null)
  await entities.addEntries(tenantId, { entries, by: null })
}
