/**
 * A catalogue from a CSV file: one article a product and language, with its facts as a list and then its description.
 * Columns: sku, name_zh, name_en, price, and optionally category, category_zh, category_en (paths such as `商品/茶`),
 * colours, sizes, description_zh, description_en.
 * Lists are separated by `|`; an entry `白 / White` is Chinese and English.
 */
import type { Language } from '@lingxi/contract/message'
import type { CsvRecord } from '#platform/documents'
import { categoryOf } from './read-questions.ts'
import { type ImportOptions, type ReadRow, splitList, toRow } from './read-rows.ts'

const labels = {
  zh: { sku: '货号', price: '价格', colours: '颜色', sizes: '规格尺码', mark: '：', separator: '、' },
  en: { sku: 'Article number', price: 'Price', colours: 'Colours', sizes: 'Sizes', mark: ': ', separator: ', ' },
}

export function productColumns(header: string[]): Map<string, number> | undefined {
  const columns = new Map(header.map((name, place) => [name.trim().toLowerCase(), place]))
  return columns.has('sku') && (columns.has('name_zh') || columns.has('name_en')) ? columns : undefined
}

export function readProducts(records: CsvRecord[], columns: Map<string, number>, options: ImportOptions): ReadRow[] {
  return records.flatMap((record, place) => {
    const row = place + 1
    if ('broken' in record) return [{ row, title: '', refused: record.broken }]
    const cell = (name: string) => record.fields[columns.get(name) ?? -1]?.trim() ?? ''
    const sku = cell('sku')
    if (sku === '') return [{ row, title: cell('name_zh'), refused: 'The product has no article number.' }]
    const named = (['zh', 'en'] as const).filter((language) => cell(`name_${language}`) !== '')
    if (named.length === 0) return [{ row, title: sku, refused: 'The product has no name.' }]
    return named.map((language) =>
      toRow(
        { row, source: `${options.name}#${sku}/${language}` },
        {
          title: cell(`name_${language}`),
          body: bodyOf(cell, language),
          language,
          tags: ['product', cell('category')].filter((tag) => tag !== ''),
          category: categoryOf(cell(`category_${language}`)),
          alternatives: [sku],
          status: options.status,
          validFrom: null,
          validUntil: null,
        },
      ),
    )
  })
}

function bodyOf(cell: (name: string) => string, language: Language): string {
  const { mark, separator, ...label } = labels[language]
  const price = cell('price')
  const facts: [string, string][] = [
    [label.sku, cell('sku')],
    [label.price, /^\d+(\.\d+)?$/.test(price) ? `¥${price}` : price],
    [label.colours, inLanguage(cell('colours'), language).join(separator)],
    [label.sizes, inLanguage(cell('sizes'), language).join(separator)],
  ]
  const lines = facts.filter(([, value]) => value !== '').map(([name, value]) => `- ${name}${mark}${value}`)
  return [lines.join('\n'), cell(`description_${language}`)].filter((part) => part !== '').join('\n\n')
}

function inLanguage(list: string, language: Language): string[] {
  return splitList(list).map((entry) => {
    const [chinese, english] = entry.split(/\s+\/\s+/)
    return (language === 'zh' ? chinese : (english ?? chinese))!
  })
}
