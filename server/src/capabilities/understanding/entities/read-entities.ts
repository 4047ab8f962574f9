/**
 * What a message names: numbers with a shape and a check, amounts and sizes, times, the words of the company's lists and what
 * fits its patterns. Offsets are of the text as it was written; what overlaps is resolved (overlaps.ts). Pure, never throws.
 */
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import type { Dictionaries } from './dictionaries/dictionaries.ts'
import { foldUnits } from './fold-units.ts'
import { resolveOverlaps } from './overlaps.ts'
import { readPatterns } from './patterns/patterns.ts'
import type { TaughtPatterns } from './taught-patterns.ts'
import { type Calendar, readTimes } from './times/read-times.ts'

/** Relative times are resolved against `now` and `timeZone`; the others are what the company taught, where it did. */
export type ReadingContext = Calendar & {
  dictionaries?: Dictionaries | undefined
  patterns?: TaughtPatterns | undefined
}

/** In UTF-16 units: who writes more has pasted something, and what it is about stands at its beginning. */
const longestRead = 10_000

/** The entities of `text` in its order, none over another; of its first 10,000 UTF-16 units. */
export function readEntities(text: string, context: ReadingContext): RecognisedEntity[] {
  const folded = foldUnits(text.slice(0, longestRead))
  const found = [
    ...readPatterns(folded),
    ...readTimes(folded, context),
    ...(context.dictionaries?.read(folded) ?? []),
    ...(context.patterns?.read(folded) ?? []),
  ]
  return resolveOverlaps(found).map((each) => ({ ...each, text: text.slice(each.start, each.end) }))
}
