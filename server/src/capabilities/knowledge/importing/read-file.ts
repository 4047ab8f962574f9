/** Which importer reads a file. A new one is a file beside this and a line here. */
import { Problem } from '@lingxi/contract/problem'
import { readCsv } from '#platform/documents'
import { decodeFile } from './decode-file.ts'
import { readMarkdown } from './read-markdown.ts'
import { productColumns, readProducts } from './read-products.ts'
import { questionColumns, readQuestions } from './read-questions.ts'
import type { ImportOptions, ReadRow } from './read-rows.ts'

export function readFile(bytes: Uint8Array, options: ImportOptions): ReadRow[] {
  if (/\.(md|markdown)$/i.test(options.name)) return readMarkdown(decodeFile(bytes), options)
  if (/\.csv$/i.test(options.name)) return readTable(decodeFile(bytes), options)
  throw new Problem('unsupported-media-type', { detail: 'Only Markdown (.md) and CSV (.csv) files can be imported.' })
}

function readTable(text: string, options: ImportOptions): ReadRow[] {
  const [header, ...records] = readCsv(text)
  const names = header && 'fields' in header ? header.fields : []
  const questions = questionColumns(names)
  if (questions) return readQuestions(records, questions, options)
  const products = productColumns(names)
  if (products) return readProducts(records, products, options)
  throw new Problem('invalid-request', {
    detail:
      'The first line of the CSV has to name the columns: question and answer (问题, 答案), or sku and name_zh or name_en.',
  })
}
