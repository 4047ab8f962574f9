/** One document, whatever it is: the reader of its format, and what they all have in common. Runs within the thread. */
import type { PageReport } from '@lingxi/contract/source'
import { type Budget, createBudget, openArchive } from './archive.ts'
import { decodeText } from './decode-text.ts'
import type { DocumentInput, DocumentLimits, DocumentPart, ReadOutcome, ReadTable } from './documents.ts'
import { type DocumentFormat, formatOf } from './formats.ts'
import { sheetMarkdown } from './office/sheet-markdown.ts'
import { readCsv } from './read-csv.ts'
import { createNotes, type Notes, refuse, Refused } from './refusals.ts'
import { textToMarkdown } from './write-markdown.ts'

type Take = (part: DocumentPart) => Promise<void>
type Reading = { input: DocumentInput; limits: DocumentLimits; take: Take; notes: Notes }
type Found = Partial<Pick<Extract<ReadOutcome, { outcome: 'read' }>, 'title' | 'language' | 'tables' | 'page'>>

export async function readDocument(
  input: DocumentInput,
  { limits, take }: { limits: DocumentLimits; take: Take },
): Promise<ReadOutcome> {
  const notes = createNotes()
  try {
    if (input.bytes.length === 0) throw new Refused('empty')
    const format = formatOf(input)
    const found = await readers[format]({ input, limits, take, notes })
    const read = { title: null, language: null, tables: [], page: null, ...found }
    return { outcome: 'read', format, ...read, notes: notes.list() }
  } catch (error) {
    const code = error instanceof Refused ? error.code : error instanceof RangeError ? 'too-deep' : 'unreadable'
    return { outcome: 'refused', refusal: refuse(code), notes: notes.list() }
  }
}

const readers: Record<DocumentFormat, (reading: Reading) => Promise<Found>> = {
  async pdf({ input, take, notes }) {
    const { readPdf } = await import('./pdf/read-pdf.ts')
    return readPdf(input.bytes, { take, notes })
  },
  async docx({ input, limits, take, notes }) {
    const { readDocx } = await import('./office/read-docx.ts')
    const { markdown, title, tables } = await readDocx(input.bytes, limits, notes)
    await takeWhole(take, { text: markdown, tables })
    return { title }
  },
  async xlsx({ input, limits, take, notes }) {
    const { readXlsx } = await import('./office/read-xlsx.ts')
    const tables = await readXlsx(input.bytes, limits, notes)
    await takeTables(take, tables)
    return { tables }
  },
  async pptx({ input, limits, take, notes }) {
    const { readPptx } = await import('./office/read-pptx.ts')
    let begun = false
    let scanned = 0
    for await (const { number, markdown, tables, pictures, characters } of readPptx(input.bytes, limits)) {
      const state = characters > 0 ? 'read' : pictures > 0 ? 'scanned' : 'empty'
      if (state === 'scanned') scanned++
      const text = begun && markdown !== '' ? `\n\n${markdown}` : markdown
      begun ||= markdown !== ''
      await take({ kind: 'page', page: number, text, report: { page: number, state, characters, tables } })
    }
    if (scanned > 0) notes.add('scanned-pages', scanned)
    if (!begun) throw new Refused(scanned > 0 ? 'only-pictures' : 'no-text')
    return {}
  },
  async csv({ input, take, notes }) {
    const records = readCsv(decodeText(input.bytes, notes))
    const broken = records.filter((record) => 'broken' in record).length
    if (broken > 0) notes.add('broken-rows', broken)
    const tables = [{ name: '', records }]
    await takeTables(take, tables)
    return { tables }
  },
  async html({ input, take, notes }) {
    const { readHtml } = await import('./html/read-html.ts')
    const { decodeHtml } = await import('./html/decode-html.ts')
    const html = decodeHtml(input, notes)
    const { markdown, title, language, page, tables } = readHtml(html, { address: input.address })
    await takeWhole(take, { text: markdown, tables, mayBeEmpty: page.links.length > 0 })
    return { title, language, page }
  },
  async markdown({ input, take, notes }) {
    const text = decodeText(input.bytes, notes)
    await takeWhole(take, { text, tables: 0 })
    return { title: /^#{1,6}[ \t]+(.+?)[ \t#]*$/m.exec(text)?.[1] ?? null }
  },
  async text({ input, take, notes }) {
    await takeWhole(take, { text: textToMarkdown(decodeText(input.bytes, notes)), tables: 0 })
    return {}
  },
  async zip({ input, limits, take, notes }) {
    const files = await takeFiles(
      { bytes: input.bytes, path: '', depth: 1 },
      { budget: createBudget(limits), limits, take, notes },
    )
    if (files === 0) throw new Refused('no-text')
    return {}
  },
  'old-office'({ input }) {
    // The same container holds both: what is old, and what is new with a password.
    throw new Refused(/\.(docx|xlsx|pptx)$/i.test(input.name) ? 'encrypted' : 'old-format')
  },
  unknown() {
    throw new Refused('unknown-format')
  },
}

async function takeWhole(
  take: Take,
  { text, tables, mayBeEmpty = false }: { text: string; tables: number; mayBeEmpty?: boolean },
) {
  if (text.trim() === '' && !mayBeEmpty) throw new Refused('no-text')
  const report: PageReport = { page: 1, state: text === '' ? 'empty' : 'read', characters: text.length, tables }
  await take({ kind: 'page', page: 1, text, report })
}

async function takeTables(take: Take, tables: ReadTable[]): Promise<void> {
  let begun = false
  for (const [place, table] of tables.entries()) {
    const { markdown, tables: count, places } = sheetMarkdown(table, 2)
    for (const [number, at] of places) {
      const record = table.records[number]!
      if ('fields' in record) record.place = at
    }
    const empty =
      count === 0 && table.records.every((record) => 'fields' in record && record.fields.every((cell) => cell === ''))
    const text = empty ? '' : (begun ? '\n\n' : '') + markdown
    begun ||= !empty
    const report: PageReport = {
      page: place + 1,
      state: empty ? 'empty' : 'read',
      characters: text.length,
      tables: count,
    }
    if (table.name !== '') report.label = table.name
    await take({ kind: 'page', page: place + 1, label: table.name || undefined, text, report })
  }
  if (!begun) throw new Refused('no-text')
}

type Unpacking = { budget: Budget; limits: DocumentLimits; take: Take; notes: Notes }

/** How many files it gave. What is unsafe, locked or of no kind that can be read costs itself and no other file. */
async function takeFiles(
  archive: { bytes: Uint8Array; path: string; depth: number },
  unpacking: Unpacking,
): Promise<number> {
  const { budget, limits, take, notes } = unpacking
  if (archive.depth > limits.deepest) throw new Refused('too-deep')
  let files = 0
  for (const entry of await openArchive(archive.bytes, budget)) {
    const path = archive.path === '' ? entry.path : `${archive.path}/${entry.path}`
    if (!entry.safe) notes.add('unsafe-paths')
    else if (/(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/.test(entry.path)) continue
    else if (entry.encrypted) notes.add('encrypted-files')
    else {
      const bytes = await entry.unpack()
      const format = formatOf({ name: entry.path, bytes })
      if (format === 'zip') files += await takeFiles({ bytes, path, depth: archive.depth + 1 }, unpacking)
      else if (format === 'unknown') notes.add('skipped-files')
      else {
        files++
        await take({ kind: 'file', path, bytes })
      }
    }
  }
  return files
}
