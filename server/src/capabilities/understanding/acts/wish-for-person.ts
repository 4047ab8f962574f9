/** Whether a customer asks for a person. Being asked is the one wish that is never weighed against a better answer. */
import { splitClauses } from '../surface/normalise.ts'
import * as english from './wish-cues-en.ts'
import * as chinese from './wish-cues-zh.ts'

/** Stands for what was taken out: no letter, so that no cue matches across it. */
const gap = '▢'
/** A wish is short; a longer clause tells a story in which a person occurs. */
const longestClause = 60
const alsoFor = /客服|support|someone|somebody|anyone|people/
/** "客服,我的订单…" calls the service by name and goes on. */
const addressed = /^(?:在线)?客服$/
const longestWithAddress = 6

/** How sure we are that `squeezed` text asks for a person, 0–1; 0 when it does not. */
export function findWishForPerson(squeezed: string): number {
  const text = withoutInnocent(squeezed)
  if (chinese.wishes.some((cue) => cue.test(text)) || english.wishes.some((cue) => cue.test(text))) return 0.95
  const clause = splitClauses(text).find(
    (part) =>
      part.length <= longestClause &&
      isNothingButTheWish(part) &&
      !(addressed.test(part) && text.length > longestWithAddress),
  )
  if (clause === undefined) return 0
  return alsoFor.test(clause) ? 0.75 : 0.9
}

function withoutInnocent(text: string): string {
  let rest = text
  for (const cue of [...chinese.innocent, ...english.innocent]) rest = rest.replace(cue, gap)
  return rest
}

function isNothingButTheWish(clause: string): boolean {
  if (chinese.named.test(clause)) return clause.replace(chinese.vocabulary, '').trim() === ''
  return english.named.test(clause) && clause.split(' ').every((word) => english.vocabulary.has(word))
}
