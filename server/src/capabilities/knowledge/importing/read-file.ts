/** Which importer reads a file that is text. Files of other kinds come through sources. */
import { Problem } from '@lingxi/contract/problem'
import { readCsv } from '#platform/documents'
import { decodeFile } from './decode-file.ts'
import { readMarkdown } from './read-markdown.ts'
import type { ImportOptions, ReadRow } from './read-rows.ts'
import { readTable } from './rows-of-document.ts'

export function readFile(bytes: Uint8Array, options: ImportOptions): ReadRow[] {
  if (/\.(md|markdown)$/i.test(options.name)) return readMarkdown(decodeFile(bytes), options)
  if (!/\.csv$/i.test(options.name))
    throw new Problem('unsupported-media-type', { detail: 'Only Markdown (.md) and CSV (.csv) files can be imported.' })
  const rows = readTable(readCsv(decodeFile(bytes)), options)
  if (rows) return rows
  throw new Problem('invalid-request', {
    detail:
      'The first line of the CSV has to name the columns: question and answer (问题, 答案), or those of a catalogue: name with sku or price (名称, 货号, 价格).',
  })
}
