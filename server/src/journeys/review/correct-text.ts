/** How a finding is mended by putting one value in the place of another, where the place is still as it was quoted. Pure. */
import type { Article } from '@lingxi/contract/knowledge'
import type { FindingKind, FindingSpot, Spot } from '@lingxi/contract/learning'

type Correction = { spot: Spot; value: string; becomes: string }
type Clashing = { kind: FindingKind; spots: FindingSpot[] }

const ofValues = new Set(['other-number', 'other-amount', 'other-date', 'other-clock'])

/** What is to be put in the place of what in one of two articles that contradict each other; only where a value does it. */
export function correctionsOf({ kind, spots }: Clashing, wrong: string): Correction[] {
  if (kind !== 'contradiction') return []
  return spots.flatMap(({ reason, one, other, values: [first, second] }) => {
    if (!ofValues.has(reason) || !other || first === undefined || second === undefined) return []
    const [spot, value, becomes] = one.articleId === wrong ? [one, first, second] : [other, second, first]
    return spot.field === 'body' && isOnce(spot.quote, value) ? [{ spot, value, becomes }] : []
  })
}

/** Nothing where the text is not any more what was quoted. */
export function corrected(body: string, corrections: Correction[]): string | undefined {
  let text = body
  for (const { spot, value, becomes } of corrections.toSorted((one, other) => other.spot.start - one.spot.start)) {
    const { start, end, quote } = spot
    if (text.slice(start, end) !== quote) return undefined
    text = text.slice(0, start) + quote.replace(value, () => becomes) + text.slice(end)
  }
  return text
}

/** The prices of the catalogue in the place of those that a text names, and what was put where. */
export function withPrices({ body }: Article, spots: FindingSpot[]): { body: string; reasons: string[] } {
  const corrections = spots.flatMap(({ reason, one: spot, values: [value, price] }) => {
    if (reason !== 'other-price' || value === undefined || price === undefined) return []
    const becomes = value.replace(/\d[\d,]*(?:\.\d+)?/, () => price)
    return isOnce(spot.quote, value) && body.slice(spot.start, spot.end) === spot.quote
      ? [{ spot, value, becomes }]
      : []
  })
  // Of two in one sentence the second waits: its place is another once the first is mended.
  const apart = corrections.filter(
    ({ spot }, place) => corrections.findIndex((each) => each.spot.start === spot.start) === place,
  )
  const reasons = apart.map(({ spot, value, becomes }) => `${value} → ${becomes} (${spot.quote})`)
  return { body: corrected(body, apart) ?? body, reasons: body === corrected(body, apart) ? [] : reasons }
}

const isOnce = (text: string, value: string) => value !== '' && text.split(value).length === 2
