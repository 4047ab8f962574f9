import { describe, expect, it } from 'vitest'
import { aManual, aPdf, encrypted, linesAt, readWhole } from '../documents.testing.ts'

const left = [
  'Parcels leave our house on the day after the',
  'payment has come in. On Sundays nothing is',
  'sent. Who orders before noon may ask for the',
  'evening courier, who comes between six and',
  'nine and rings twice before he goes away to',
  'the next street.',
]
const right = [
  'Returns are free of charge within thirty days',
  'when the goods are unworn and in their box.',
  'Put the slip that lies in the parcel on top',
  'and hand it in at any counter of the post. We',
  'pay back within five days by the way in which',
  'you had paid us before.',
]

describe('a PDF', () => {
  it('is read in two columns, each from top to bottom, with headings by their size', async () => {
    const texts = [
      { text: 'How we ship', x: 60, y: 780, size: 20 },
      ...linesAt(60, 740, left),
      ...linesAt(320, 740, right),
      { text: 'Questions', x: 60, y: 600, size: 14 },
      ...linesAt(60, 570, [
        'Write to us at any time, we answer on the same day and mostly within the hour, in two languages.',
      ]),
    ]
    const { text, outcome } = await readWhole({ name: 'a.pdf', bytes: await aPdf([{ texts }]) })
    expect(outcome).toMatchObject({ outcome: 'read', format: 'pdf' })
    expect(text).toBe(
      `# How we ship\n\n${left.join(' ')}\n\n${right.join(' ')}\n\n## Questions\n\nWrite to us at any time, we answer on the same day and mostly within the hour, in two languages.`,
    )
  })

  it('gives tables as tables, with what wraps in a cell joined', async () => {
    const row = (y: number, cells: string[]) => cells.map((text, place) => ({ text, x: 60 + 160 * place, y }))
    const texts = [
      ...linesAt(60, 780, ['What it costs to send a parcel:']),
      ...row(750, ['Weight', 'Price', 'Days']),
      ...row(736, ['up to 1 kg', '12', '2']),
      ...row(722, ['up to 5 kg', '18', '3']),
      { text: 'with insurance', x: 60, y: 708 },
      ...row(694, ['more', '30', '4']),
      ...linesAt(60, 640, ['Prices hold until further notice.']),
    ]
    const { text, pages } = await readWhole({ name: 'a.pdf', bytes: await aPdf([{ texts }]) })
    expect(text).toContain(
      '| Weight | Price | Days |\n| --- | --- | --- |\n| up to 1 kg | 12 | 2 |\n| up to 5 kg with insurance | 18 | 3 |\n| more | 30 | 4 |',
    )
    expect(text.startsWith('What it costs to send a parcel:\n\n|')).toBe(true)
    expect(pages[0]!.report.tables).toBe(1)
  })

  it('leaves out running heads and page numbers, joins what a page break parts, and says where each page begins', async () => {
    const page = (number: number, lines: string[]) => ({
      texts: [
        { text: 'House rules', x: 60, y: 815, size: 8 },
        ...linesAt(60, 760, lines),
        { text: `- ${number} -`, x: 290, y: 30, size: 8 },
      ],
    })
    const pages = [
      page(1, [
        'The first rule is about the door, which has to be closed behind everyone who goes',
        'through it, and above all',
      ]),
      page(2, ['by those who come back late.', 'Nobody sleeps in the hall.']),
      page(3, ['The third page says little.']),
      page(4, ['The fourth says less.']),
    ]
    const read = await readWhole({ name: 'rules.pdf', bytes: await aPdf(pages) })
    expect(read.text).not.toMatch(/House rules|- \d -/)
    expect(read.text).toContain('and above all by those who come back late.')
    const start = read.pages[0]!.text.length + read.pages[1]!.text.length
    expect(read.text.slice(start).trim().startsWith('The third page')).toBe(true)
  })

  it('of which pages are pictures names them, and is refused when all are', async () => {
    const words = { texts: linesAt(60, 700, ['There are some words on this page.']) }
    const mixed = await readWhole({ name: 'a.pdf', bytes: await aPdf([words, { picture: true }, {}]) })
    expect(mixed.pages.map(({ report }) => report.state)).toEqual(['read', 'scanned', 'empty'])
    expect(mixed.outcome.notes).toMatchObject([{ code: 'scanned-pages', count: 1 }])
    const scanned = await readWhole({ name: 'a.pdf', bytes: await aPdf([{ picture: true }, { picture: true }]) })
    expect(scanned.outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'only-pictures' } })
  })

  it('with a password is refused as such', async () => {
    const { PDFDocument } = await import('pdf-lib')
    const document = await PDFDocument.create()
    document.addPage()
    const plain = await document.save({ useObjectStreams: false })
    const { outcome } = await readWhole({ name: 'a.pdf', bytes: encrypted(plain) })
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'encrypted' } })
  })

  it('that was cut off gives what is left of it and says so, or is refused as damaged', async () => {
    const whole = await aManual(12)
    const cut = await readWhole({ name: 'a.pdf', bytes: whole.subarray(0, whole.length * 0.7) })
    if (cut.outcome.outcome === 'read') expect(cut.outcome.notes.map(({ code }) => code)).toContain('truncated')
    else expect(cut.outcome.refusal.code).toBe('damaged')
    const stump = await readWhole({ name: 'a.pdf', bytes: whole.subarray(0, 60) })
    expect(stump.outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'damaged' } })
  })
})
