import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chaptersOf } from './chapters.ts'

describe('a text that is too long for one article', () => {
  it('is cut so that nothing is lost, nothing is doubled and nothing is too long', () => {
    const line = fc.constantFrom(
      '# One',
      '## Two',
      'Some words here.',
      '| a | b |',
      '| --- | --- |',
      '| 1 | 2 |',
      '',
      '汉字汉字汉字😀😀',
    )
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.integer({ min: 60, max: 200 }), (lines, most) => {
        const text = lines.join('\n')
        const chapters = chaptersOf(text, most)
        expect(chapters.map(({ from, until }) => text.slice(from, until)).join('')).toBe(text)
        for (const { body, from, until, lead } of chapters) {
          expect(body.slice(lead)).toBe(text.slice(from, until))
          expect(body.length).toBeLessThanOrEqual(most)
          expect(body.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  it('is cut where chapters begin, short ones together, and says the head of a table again', () => {
    const chapter = (name: string) => `# ${name}\n\n${'x'.repeat(60)}\n\n`
    const named = chaptersOf(['A', 'B', 'C', 'D'].map(chapter).join(''), 200)
    expect(named.map(({ title }) => title)).toEqual(['A – B', 'C – D'])
    const rows = Array.from({ length: 30 }, (_, place) => `| item ${place} | ${place} |\n`).join('')
    const cut = chaptersOf(`| name | price |\n| --- | --- |\n${rows}`, 200)
    expect(cut.length).toBeGreaterThan(2)
    for (const { body } of cut) expect(body.startsWith('| name | price |\n| --- | --- |\n| item')).toBe(true)
  })
})
