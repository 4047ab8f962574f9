/**
 * What in a text tells who somebody is: numbers whose shape and check hold, names that a text announces, addresses down to
 * the house. Offsets are of the text as it was written; linear in it; never throws.
 */
import type { PersonalData, RecognisedEntity } from '@lingxi/contract/understanding'
import { foldUnits } from '../entities/fold-units.ts'
import { resolveOverlaps } from '../entities/overlaps.ts'
import { readPatterns } from '../entities/patterns/patterns.ts'
import { findAddresses } from './addresses.ts'
import { findNames } from './names.ts'

type Entity = Pick<RecognisedEntity, 'type' | 'start' | 'end' | 'confidence'>

const kinds: Record<string, PersonalData['kind']> = {
  'phone-number': 'phone',
  'email-address': 'email',
  'identity-number': 'identity-number',
  'bank-card': 'bank-card',
  plate: 'plate',
  passport: 'passport',
  'ip-address': 'ip-address',
  // Nothing tells it by its shape; where it is taught, it is learnt.
  'person-name': 'name',
}
/** Called a number of a person or a card, but its check digit fails: a slip, and personal all the same. */
const mistyped = /(?:身份证|卡号|card number|id number)[^\d\n]{0,8}(?<number>\d[\d -]{12,22}[\dx])(?![\da-z])/g

/** In the order of the text, none over another. `entities`: what else is known of the same text, such as what was learnt. */
export function findPersonalData(text: string, entities: readonly Entity[] = []): PersonalData[] {
  const folded = foldUnits(text)
  const read: readonly Entity[] = resolveOverlaps(readPatterns(folded))
  const known = [...read, ...entities].flatMap(({ type, start, end, confidence }) => {
    const kind = kinds[type]
    return kind ? [{ kind, start, end, confidence }] : []
  })
  return resolveOverlaps([...known, ...findMistyped(folded), ...findNames(text, folded), ...findAddresses(folded)])
}

function findMistyped(folded: string): PersonalData[] {
  if (!/身份证|卡号|number/.test(folded)) return []
  return [...folded.matchAll(mistyped)].map((match) => {
    const { number } = match.groups!
    const start = match.index + match[0].length - number!.length
    const kind = /^(?:身份|id)/.test(match[0]) ? 'identity-number' : 'bank-card'
    return { kind, start, end: start + number!.length, confidence: 0.6 }
  })
}
