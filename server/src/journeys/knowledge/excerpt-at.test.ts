import { describe, expect, it } from 'vitest'
import { excerptAt } from './excerpt-at.ts'

const first = '# Lamp\n\nThis lamp is for desks.\n\n'
const second = '## Warranty\n\nThree years from delivery.\n\n'
const text = `${first}${second}## Care\n\nWipe it dry.`
const pages = [
  { page: 1, start: 0 },
  { page: 2, label: 'Warranty', start: first.length },
  { page: 3, start: first.length + second.length },
]
const quote = 'Three years'
const at = text.indexOf(quote)
const shownMark = (shown: ReturnType<typeof excerptAt>) =>
  shown.mark && shown.text.slice(shown.mark.start, shown.mark.end)

describe('an original opened at cited words', () => {
  it('shows the page with the words marked', () => {
    const shown = excerptAt({ text, pages }, { quote, place: { start: at, end: at + quote.length, retold: false } })
    expect(shown).toMatchObject({ page: { number: 2, label: 'Warranty' }, text: second.trimEnd(), start: first.length })
    expect(shownMark(shown)).toBe(quote)
  })

  it('finds the words next to where they were, of several', () => {
    const moved = `${quote}. ${'x'.repeat(50)} ${quote}!`
    const shown = excerptAt({ text: moved, pages: [] }, { quote, place: { start: 60, end: 71, retold: false } })
    expect(shown.mark).toEqual({ start: moved.lastIndexOf(quote), end: moved.lastIndexOf(quote) + quote.length })
    expect(shown.page).toBeNull()
  })

  it('marks nothing where the words are gone, and still shows the page', () => {
    const shown = excerptAt({ text, pages }, { quote: 'Five years', place: { start: at, end: at + 10, retold: false } })
    expect(shown).toMatchObject({ mark: null, page: { number: 2 } })
  })

  it('marks the row where the words are told in another form, or the words where the row says them', () => {
    const row = { start: first.length, end: first.length + second.length, retold: true }
    expect(shownMark(excerptAt({ text, pages }, { quote: 'Warranty: three', place: row }))).toBe(second.trimEnd())
    expect(shownMark(excerptAt({ text, pages }, { quote, place: row }))).toBe(quote)
  })

  it('shows of a long text as much as a person looks at', () => {
    const lines = Array.from({ length: 5000 }, (_, place) => `Line ${place} of the text.\n`).join('')
    const sought = lines.indexOf('Line 4000')
    const shown = excerptAt(
      { text: lines, pages: [] },
      { quote: 'Line 4000', place: { start: sought, end: sought + 9, retold: false } },
    )
    expect(shown.text.length).toBeLessThanOrEqual(12_000)
    expect(shown.text).toMatch(/^Line \d+ of/)
    expect(shownMark(shown)).toBe('Line 4000')
  })
})
