/** What is expected of a turn, one thing at a time, and what was there instead. */
import type { Expected } from '@lingxi/contract/dialogue-case'
import type { CaseFault } from '@lingxi/contract/dialogue-case-runs'

/** `got`: what was there where it is otherwise. `of`: the slot. */
export type Expectation = {
  kind: CaseFault['kind']
  of?: string | undefined
  expected: CaseFault['expected']
  got?: CaseFault['got']
}

/** In the order in which people write them; a fault that is of none of them (the bot broke) comes last. */
export function expectationsOf(expect: Expected, faults: readonly CaseFault[]): Expectation[] {
  const expected = flatten(expect)
  const key = ({ kind, of, expected: what }: Expectation) => JSON.stringify([kind, of ?? null, what])
  const wrong = new Map(faults.map((fault) => [key(fault), fault]))
  const known = new Set(expected.map(key))
  return [...expected.map((each) => wrong.get(key(each)) ?? each), ...faults.filter((fault) => !known.has(key(fault)))]
}

export const holds = (expectation: Expectation): boolean => expectation.got === undefined

function flatten(expect: Expected): Expectation[] {
  const {
    started,
    flow,
    step,
    slots = {},
    said,
    not_said,
    cited,
    action,
    no_action,
    handed_over,
    ticket,
    repair,
  } = expect
  return [
    ...each('started', started),
    ...each('flow', flow),
    ...each('step', step),
    ...Object.entries(slots).map(([of, value]): Expectation => ({ kind: 'slot', of, expected: value })),
    ...each('said', said),
    ...each('not-said', not_said),
    ...each('cited', cited),
    ...each('action', action),
    ...each('no-action', no_action),
    ...each('handed-over', handed_over),
    ...each('ticket', ticket),
    // Of several any one will do: they are one thing.
    ...(repair === undefined ? [] : [{ kind: 'repair', expected: repair } satisfies Expectation]),
  ]
}

const each = (kind: Expectation['kind'], wanted: Expectation['expected'] | undefined): Expectation[] =>
  wanted === undefined ? [] : (Array.isArray(wanted) ? wanted : [wanted]).map((expected) => ({ kind, expected }))
