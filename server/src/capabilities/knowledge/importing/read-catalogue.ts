/**
 * A catalogue of any columns: one article a product, each column an attribute in the words of its heading. What has no
 * article number and no price beside a name is no catalogue.
 */
import type { CsvRecord } from '#platform/documents'
import { detectLanguage } from '../detect-language.ts'
import { productColumn } from './column-names.ts'
import { categoryOf } from './read-questions.ts'
import { type ImportOptions, type ReadRow, toRow } from './read-rows.ts'

type CatalogueColumns = {
  header: string[]
  name: number
  sku: number | undefined
  category: number | undefined
  description: number | undefined
}
/** A cell with so many characters is a text, not an attribute. */
const longText = 120

export function catalogueColumns(header: string[]): CatalogueColumns | undefined {
  const named = header.map(productColumn)
  const place = (column: ReturnType<typeof productColumn>) => {
    const found = named.indexOf(column)
    return found < 0 ? undefined : found
  }
  const [name, sku, price] = [place('name'), place('sku'), place('price')]
  if (name === undefined || (sku === undefined && price === undefined)) return undefined
  return { header, name, sku, category: place('category'), description: place('description') }
}

export function readCatalogue(records: CsvRecord[], columns: CatalogueColumns, options: ImportOptions): ReadRow[] {
  const seen = new Map<string, number>()
  return records.map((record, place): ReadRow => {
    const row = place + 1
    if ('broken' in record) return { row, title: '', refused: record.broken }
    const cell = (at: number | undefined) => (at === undefined ? '' : (record.fields[at]?.trim() ?? ''))
    const title = cell(columns.name)
    const sku = cell(columns.sku)
    if (title === '') return { row, title: sku, refused: 'The product has no name.' }
    const key = sku || title
    const earlier = seen.get(key)
    if (earlier) return { row, title, refused: `The same product is already in row ${earlier}.` }
    seen.set(key, row)
    const body = bodyOf(record.fields, columns)
    const category = categoryOf(cell(columns.category))
    return toRow(
      { row, source: `${options.name}#${key}` },
      {
        title,
        body: body || title,
        language: options.language ?? detectLanguage(`${title} ${body}`),
        tags: ['product'],
        alternatives: sku === '' ? [] : [sku],
        status: options.status,
        category,
        products: sku === '' ? [] : [sku.slice(0, 80)],
        validFrom: null,
        validUntil: null,
      },
    )
  })
}

function bodyOf(fields: string[], { header, name, description }: CatalogueColumns): string {
  const chinese = /\p{Script=Han}/u.test(header.join(''))
  const facts: string[] = []
  const texts: string[] = []
  header.forEach((heading, place) => {
    const value = fields[place]?.trim() ?? ''
    if (value === '' || place === name || heading.trim() === '') return
    if (place === description || value.length > longText) texts.push(value)
    else facts.push(`- ${heading.trim()}${chinese ? '：' : ': '}${value.replace(/\s*\n\s*/g, chinese ? '；' : '; ')}`)
  })
  return [facts.join('\n'), ...texts].filter((part) => part !== '').join('\n\n')
}
