/** Nothing more is wanted: 算了吧, "never mind, thanks". An open flow is broken off by it; where none is, there is nothing to look up. */
import { type Clause, clausesOf } from '../words/clauses.ts'
import { says } from '../words/cues.ts'
import { tellingClauses } from './reading.ts'

/** What is said of it, as an act of its own. */
export const nothingMore = 'nothing-more'

const thanks = /^(?:谢谢[你您啦了]?|多谢|thanks|thank you|thx|cheers)$/u

/** "Let's go on", where nothing is open to go on with: what is next is theirs to say. */
const goesOn = ({ text, hasMark }: Clause) => !hasMark && says('resume', text)

/** Said of what is open, where nothing is: the act that it is then. */
export function saidOfNothing(text: string): string | undefined {
  if (isAll(text, leaves)) return nothingMore
  return isAll(text, goesOn) ? 'confirm' : undefined
}

/** Of who waits for a person: leaves it, or waits no longer. What says anything else as well is for that person to read. */
export const leavesLine = (text: string): boolean =>
  isAll(text, (clause) => leaves(clause) || (!clause.hasMark && says('waitNoMore', clause.text)))

function isAll(text: string, is: (clause: Clause) => boolean): boolean {
  const open = tellingClauses({ clauses: clausesOf(text) })
  return open.some(is) && open.every((clause) => is(clause) || isBeside(clause.text))
}

/** "Cancel" alone may be of an order as well. */
const leaves = ({ text, hasMark }: Clause) =>
  !hasMark && !/取消|cancel/.test(text) && (says('cancel', text) || says('drop', text))

const isBeside = (text: string) => says('affirm', text) || says('deny', text) || thanks.test(text)
