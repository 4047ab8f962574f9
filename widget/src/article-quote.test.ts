import { expect, it } from 'vitest'
import { findQuote } from './article-quote.ts'

it('is where it was cited, else where it moved, else nowhere', () => {
  expect(findQuote('七天内可退。七天', { start: 6, end: 8, quote: '七天' })).toEqual({ start: 6, end: 8 })
  expect(findQuote('更新：七天内可退', { start: 0, end: 5, quote: '七天内可退' })).toEqual({ start: 3, end: 8 })
  expect(findQuote('十五天', { start: 0, end: 2, quote: '七天' })).toBeUndefined()
})
