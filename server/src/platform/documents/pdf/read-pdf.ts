/** PDF through pdf.js, page by page: text in reading order, headings by their size, tables by their columns. */
import type { PageReport } from '@lingxi/contract/source'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { DocumentPart } from '../documents.ts'
import { type Notes, Refused } from '../refusals.ts'
import { type Block, blocksOf } from './blocks.ts'
import { columnsOf } from './columns.ts'
import { type Line, linesOf, type TextPiece } from './lines.ts'
import { type Survey, surveyPages } from './survey.ts'
import { createBlockWriter } from './write-blocks.ts'

type PagePart = Extract<DocumentPart, { kind: 'page' }>
export type ReadPdf = { title: string | null; language: string | null }

/** Pages looked at before reading, spread over the document in neighbours, for running heads differ from left to right. */
const surveyed = 40
/** Pages without words of which it is asked whether they hold a picture; of the others the same is assumed. */
const askedForPictures = 20
/** As many characters as a stray page number has. */
const fewestCharacters = 6

export async function readPdf(
  bytes: Uint8Array,
  { take, notes }: { take: (part: DocumentPart) => Promise<void>; notes: Notes },
): Promise<ReadPdf> {
  const complete = Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
  const { document, close } = await open(bytes)
  if (!complete) notes.add('truncated')
  try {
    const survey = await survey40(document)
    const pages = createPageReader(document, survey)
    const states = { read: 0, empty: 0, scanned: 0, refused: 0 }
    for (let page = 1; page <= document.numPages; page++) {
      const part = await pages.read(page)
      states[part.report.state]++
      await take(part)
    }
    if (states.scanned > 0) notes.add('scanned-pages', states.scanned)
    if (states.refused > 0) notes.add('unread-pages', states.refused)
    if (states.read === 0) throw new Refused(nothingRead(states))
    return await describe(document)
  } finally {
    await close()
  }
}

function nothingRead({ scanned, refused }: { scanned: number; refused: number }) {
  if (scanned > 0) return 'only-pictures'
  return refused > 0 ? 'damaged' : 'no-text'
}

async function open(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; close: () => Promise<void> }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = `${pathToFileURL(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))).pathname}/`
  const task = getDocument({
    data: bytes,
    // Chinese fonts that are not embedded name a table of characters; all of them lie beside the library.
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    wasmUrl: `${folder}wasm/`,
    useSystemFonts: false,
    disableFontFace: true,
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    return { document: await task.promise, close: () => task.destroy() }
  } catch (cause) {
    await task.destroy().catch(() => undefined)
    throw new Refused((cause as Error).name === 'PasswordException' ? 'encrypted' : 'damaged', cause)
  }
}

async function survey40(document: PDFDocumentProxy): Promise<Survey> {
  const step = Math.max(2, Math.ceil((2 * document.numPages) / surveyed))
  const pages: Line[][] = []
  for (let first = 1; first <= document.numPages; first += step)
    for (const number of [first, first + 1])
      if (number <= document.numPages) pages.push(await surveyedLines(document, number))
  return surveyPages(pages.filter((lines) => lines.length > 0))
}

async function surveyedLines(document: PDFDocumentProxy, number: number): Promise<Line[]> {
  try {
    return await withPage(document, number, textLines)
  } catch {
    // Reading it will say what is wrong with it.
    return []
  }
}

async function withPage<Result>(
  document: PDFDocumentProxy,
  number: number,
  use: (page: PDFPageProxy) => Promise<Result>,
): Promise<Result> {
  const page = await document.getPage(number)
  try {
    return await use(page)
  } finally {
    // What the page has loaded is let go, or memory grows with the document.
    page.cleanup()
  }
}

async function textLines(page: PDFPageProxy): Promise<Line[]> {
  const { items } = await page.getTextContent({ disableNormalization: false })
  return linesOf(items.filter((item): item is typeof item & TextPiece => 'str' in item))
}

function createPageReader(document: PDFDocumentProxy, survey: Survey) {
  const writer = createBlockWriter()
  let asked = 0
  let pictured = 0

  async function stateWithoutWords(page: PDFPageProxy): Promise<PageReport['state']> {
    if (asked >= askedForPictures) return pictured * 2 >= asked ? 'scanned' : 'empty'
    asked++
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const { fnArray } = await page.getOperatorList()
    const isPicture = fnArray.some((operation) =>
      [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].includes(operation),
    )
    if (isPicture) pictured++
    return isPicture ? 'scanned' : 'empty'
  }

  async function readPage(page: PDFPageProxy, number: number): Promise<PagePart> {
    const lines = (await textLines(page)).filter(
      (line, place, all) => !survey.isRunning(line, Math.min(place, all.length - 1 - place)),
    )
    const blocks = columnsOf(lines).flatMap((column) => blocksOf(column, survey))
    const text = blocks.length > 0 ? writer.add(blocks) : ''
    const characters = text.trim().length
    const state = characters < fewestCharacters ? await stateWithoutWords(page) : 'read'
    const tables = blocks.filter(({ kind }: Block) => kind === 'table').length
    return { kind: 'page', page: number, text, report: { page: number, state, characters, tables } }
  }

  return {
    /** A page that cannot be read costs itself and no other. */
    async read(number: number): Promise<PagePart> {
      try {
        return await withPage(document, number, (page) => readPage(page, number))
      } catch {
        const report = { page: number, state: 'refused' as const, characters: 0, tables: 0 }
        return { kind: 'page', page: number, text: '', report }
      }
    },
  }
}

async function describe(document: PDFDocumentProxy): Promise<ReadPdf> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const { Title: title, Language: language } = info as { Title?: unknown; Language?: unknown }
  return {
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null,
    language: typeof language === 'string' ? language : null,
  }
}
