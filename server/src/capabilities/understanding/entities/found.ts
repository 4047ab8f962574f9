/** What a reader found in a folded text, before it is known which of several that overlap is meant. */
import type { EntityValue, RecognisedEntity } from '@lingxi/contract/understanding'

/** UTF-16 offsets, which are those of the text as it was written: folding keeps the length. */
export type Found = Omit<RecognisedEntity, 'text'>

/** Reads a folded text (fold-units.ts); linear in its length, never throws. */
export type Reader = (folded: string) => Found[]

export const textValue = (text: string): EntityValue => ({ kind: 'text', text })
export const numberValue = (number: number, unit: string | null): EntityValue => ({ kind: 'number', number, unit })

/**
 * Every place where `pattern` (global) fits. Unlike `matchAll` it makes no copy of the expression: a copy is interpreted
 * anew instead of compiled, which costs a long expression twenty times as much.
 */
export function matchesOf(folded: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

type Saying = { type: string; value: EntityValue; confidence: number }

/** Every place where `pattern` (global) fits and `read` says what it is. The group `of`, where there is one, is the place. */
export function findEach(
  folded: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Saying | undefined,
): Found[] {
  const found: Found[] = []
  for (const match of matchesOf(folded, pattern)) {
    const said = read(match)
    if (!said) continue
    const of = match.groups?.['of'] ?? match[0]
    const start = match.index + (of === match[0] ? 0 : match[0].indexOf(of))
    found.push({ ...said, start, end: start + of.length, by: 'pattern' })
  }
  return found
}
