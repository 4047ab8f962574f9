/** Documents made on the spot for tests, in our own words. No file of somebody else's is kept. */
import { zipSync } from 'fflate'
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { writeXlsx } from 'hucre/xlsx'
import { createDocuments, type DocumentInput, type DocumentLimits, type DocumentPart } from './documents.ts'

export const utf8 = (text: string) => new TextEncoder().encode(text)

/** Libraries take a second to load, so the tests of a file share a thread. */
const shared = createDocuments()

/** Reads one document and gives everything that came out; with limits of its own on a thread of its own. */
export async function readWhole(input: DocumentInput, limits?: Partial<DocumentLimits>) {
  const documents = limits ? createDocuments(limits) : shared
  const parts: DocumentPart[] = []
  const outcome = await documents.read(input, (part) => void parts.push(part))
  if (limits) await documents.close()
  const pages = parts.filter((part) => part.kind === 'page')
  return { outcome, parts, pages, text: pages.map(({ text }) => text).join('') }
}

type Drawn = { text: string; x: number; y: number; size?: number }
export type DrawnPage = { texts?: Drawn[]; picture?: boolean }

/** A PDF with each text where it is put (points from the lower left of A4). */
export async function aPdf(pages: DrawnPage[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const picture = await document.embedPng(grey)
  for (const { texts = [], picture: pictured } of pages) {
    const page = document.addPage([595, 842])
    for (const { text, x, y, size = 10 } of texts) page.drawText(text, { x, y, size, font })
    if (pictured) page.drawImage(picture, { x: 50, y: 50, width: 495, height: 742 })
  }
  return document.save()
}

/** Lines of text from `y` downwards. */
export const linesAt = (x: number, y: number, lines: string[]) =>
  lines.map((text, place) => ({ text, x, y: y - 14 * place }))

/** A manual of so many pages: a chapter title each, text, and a running head and foot. */
export async function aManual(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) drawManualPage(document.addPage([595, 842]), number, font)
  return document.save()
}

function drawManualPage(page: PDFPage, number: number, font: PDFFont): void {
  const draw = (text: string, y: number, size = 10) => page.drawText(text, { x: 60, y, size, font })
  draw('Workshop manual, second edition', 810, 8)
  draw(`Chapter ${number} of the lathe`, 770, 18)
  for (let line = 0; line < 40; line++)
    draw(
      `Turn the wheel number ${number} slowly by ${line} degrees until the mark meets the line on the bed.`,
      740 - 15 * line,
    )
  draw(`${number}`, 30, 8)
}

/** One grey dot. */
const grey = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGN4AgAA+gD5s4/kXwAAAABJRU5ErkJggg==',
  'base64',
)

/** The entry of a PDF's trailer that says it is encrypted; nobody knows the password. */
export function encrypted(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const lock = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`
  return new Uint8Array(
    Buffer.from(
      text.replace(/trailer\s*<</, `trailer\n<< /Encrypt ${lock} /ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>]`),
      'latin1',
    ),
  )
}

const files = (entries: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([path, content]) => [path, typeof content === 'string' ? utf8(content) : content]),
    ),
  )

export const aZip = files

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const aParagraph = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A Word document with this body; styles `Heading1`, `Heading2` are known. */
export function aDocx(body: string, more: Record<string, string> = {}): Uint8Array {
  const style = (depth: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${depth}"><w:name w:val="heading ${depth}"/></w:style>`
  return files({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${word}">${style(1)}${style(2)}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export type DrawnSlide = { title: string; bullets: string[]; notes?: string; rows?: string[][] }

export function aPptx(slides: DrawnSlide[]): Uint8Array {
  const drawing =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
  const shape = (type: string, texts: string[]) =>
    `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${texts.map(paragraph).join('')}</p:txBody></p:sp>`
  const table = (rows: string[][]) =>
    `<p:graphicFrame><a:graphic><a:graphicData><a:tbl>${rows.map((row) => `<a:tr>${row.map((cell) => `<a:tc><a:txBody>${paragraph(cell)}</a:txBody></a:tc>`).join('')}</a:tr>`).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  const entries: Record<string, string> = {
    'ppt/presentation.xml': `<p:presentation ${drawing}><p:sldIdLst>${slides.map((_, place) => `<p:sldId id="${256 + place}" r:id="s${place}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships xmlns="${relationships}">${slides.map((_, place) => `<Relationship Id="s${place}" Type="${office}/slide" Target="slides/slide${slides.length - place}.xml"/>`).join('')}</Relationships>`,
  }
  slides.forEach(({ title, bullets, notes, rows }, place) => {
    const name = `slide${slides.length - place}`
    entries[`ppt/slides/${name}.xml`] =
      `<p:sld ${drawing}><p:cSld><p:spTree>${shape('title', [title])}${shape('body', bullets)}${rows ? table(rows) : ''}${shape('sldNum', ['9'])}</p:spTree></p:cSld></p:sld>`
    if (!notes) return
    entries[`ppt/slides/_rels/${name}.xml.rels`] =
      `<Relationships xmlns="${relationships}"><Relationship Id="n" Type="${office}/notesSlide" Target="../notesSlides/${name}.xml"/></Relationships>`
    entries[`ppt/notesSlides/${name}.xml`] =
      `<p:notes ${drawing}><p:cSld><p:spTree>${shape('body', [notes])}</p:spTree></p:cSld></p:notes>`
  })
  return files(entries)
}

type Sheets = NonNullable<Parameters<typeof writeXlsx>[0]>['sheets']
export const anXlsx = (sheets: Sheets): Promise<Uint8Array> => writeXlsx({ sheets })
