/** Where a citation stands in an article as it is now, which may have been edited since it was cited. */
import type { Citation } from '@lingxi/contract/message'
import type { Span } from './sourced.ts'

export function findQuote(
  body: string,
  { start, end, quote }: Omit<Citation, 'articleId' | 'title'>,
): Span | undefined {
  if (body.slice(start, end) === quote) return { start, end }
  const found = quote ? body.indexOf(quote) : -1
  return found < 0 ? undefined : { start: found, end: found + quote.length }
}
