import { expect, it } from 'vitest'
import { locateQuote } from './locate-quote.ts'
import { markEnd, marked, markStart } from './marked-span.ts'

const shown = (source: string, quote: string) => {
  const start = source.indexOf(quote)
  return marked(source, { start, end: start + quote.length })
    .replace(markStart, '[')
    .replace(markEnd, ']')
}

it('marks words inside a line', () => {
  expect(shown('Free within 7 days.', 'within 7 days')).toBe('Free [within 7 days].')
})

it('leaves what opens a block first in its line', () => {
  expect(shown('# 退货\n\n- 七天内可退', '- 七天内可退')).toBe('# 退货\n\n- [七天内可退]')
  expect(shown('## 退货政策\n七天', '## 退货政策')).toBe('## [退货政策]\n七天')
})

it('marks a span over several blocks', () => {
  expect(shown('One.\n\nTwo.\n', 'One.\n\nTwo.\n')).toBe('[One.\n\nTwo.]\n')
})

it('finds a quote at its offsets, then where it moved to, and says when it is gone', () => {
  expect(locateQuote('abc', { start: 1, end: 2, quote: 'b' })).toEqual({ start: 1, end: 2 })
  expect(locateQuote('xxabc', { start: 1, end: 2, quote: 'b' })).toEqual({ start: 3, end: 4 })
  expect(locateQuote('xyz', { start: 1, end: 2, quote: 'b' })).toBeUndefined()
})
