import fc from 'fast-check'
import { expect, it } from 'vitest'
import { differenceOf, type DifferenceLine } from './text-difference.ts'

const told = (lines: DifferenceLine[]) =>
  lines.map((line) =>
    line.kind === 'skipped'
      ? `… ${line.count}`
      : line.parts.map(({ text, kind }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]).join(''),
  )

it('shows the words of a line that was rewritten, in both languages', () => {
  expect(told(differenceOf('退款 3 天到账。', '退款 5 天到账。'))).toEqual(['退款 -3-+5+ 天到账。'])
  expect(told(differenceOf('It takes three days.', 'It takes five days.'))).toEqual(['It takes -three-+five+ days.'])
})

it('shows lines that came and went, and skips what is far from them', () => {
  const lines = Array.from({ length: 10 }, (_, at) => `line ${at}`)
  const after = [...lines.slice(0, 8), 'new', ...lines.slice(8)]
  expect(told(differenceOf(lines.join('\n'), after.join('\n')))).toEqual([
    '… 6',
    'line 6',
    'line 7',
    '+new+',
    'line 8',
    'line 9',
  ])
})

it('shows nothing of two texts that are the same', () => {
  expect(differenceOf('a\nb', 'a\nb')).toEqual([{ kind: 'skipped', count: 2 }])
})

it('never loses a word of either text', () => {
  const text = fc
    .array(fc.constantFrom('退货', 'a', ' ', '\n', '。', 'b c'), { maxLength: 12 })
    .map((all) => all.join(''))
  const side = (lines: DifferenceLine[], other: 'added' | 'removed') =>
    lines.flatMap((line) => (line.kind === 'line' ? line.parts : [])).filter(({ kind }) => kind !== other)
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = differenceOf(before, after)
      if (lines.some(({ kind }) => kind === 'skipped')) return
      const plain = (whole: string) => whole.replaceAll('\n', '')
      const said = (other: 'added' | 'removed') =>
        plain(
          side(lines, other)
            .map((part) => part.text)
            .join(''),
        )
      expect([said('added'), said('removed')]).toEqual([plain(before), plain(after)])
    }),
  )
})
