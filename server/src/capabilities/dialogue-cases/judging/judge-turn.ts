/** What of a turn is not as it had to be; nothing where it is. */
import type { Expected } from '@lingxi/contract/dialogue-case'
import type { CaseFault } from '@lingxi/contract/dialogue-case-runs'
import type { Observed } from './observe-turn.ts'
import { holds } from './wording.ts'

type Json = CaseFault['expected']

export function judgeTurn(expected: Expected, observed: Observed): CaseFault[] {
  return [...judgeStanding(expected, observed), ...judgeWords(expected, observed), ...judgeDeeds(expected, observed)]
}

/** Where the flows stand, and who has the conversation. */
function judgeStanding(expected: Expected, observed: Observed): CaseFault[] {
  const slots = Object.entries(expected.slots ?? {})
  return [
    ...differs('flow', expected.flow, observed.flow),
    ...differs('step', expected.step, observed.step),
    ...differs('handed-over', expected.handed_over, observed.handedOver),
    ...differs('ticket', expected.ticket, observed.ticket),
    ...slots.flatMap(([of, value]) =>
      differs('slot', value, observed.slots[of] ?? null).map((fault) => ({ ...fault, of })),
    ),
    ...missing([expected.started ?? []].flat(), observed.started).map(
      (flow): CaseFault => ({ kind: 'started', expected: flow, got: observed.started }),
    ),
  ]
}

function judgeWords({ said = [], not_said = [], cited }: Expected, observed: Observed): CaseFault[] {
  const told = asRead(observed.said)
  const fault = (kind: CaseFault['kind'], wording: Json, got: Json): CaseFault => ({ kind, expected: wording, got })
  const unsaid = said.filter((wording) => !holds(told, wording)).map((each) => fault('said', each, told))
  // What cannot be told of an expression is no reason to pass.
  const wrong = not_said
    .filter((wording) => holds(told, wording) !== false)
    .map((each) => fault('not-said', each, told))
  const isCited = typeof cited === 'string' ? observed.cited.some((title) => holds(title, cited) === true) : undefined
  const source = isCited === false ? [fault('cited', cited!, observed.cited)] : []
  const any = typeof cited === 'boolean' ? differs('cited', cited, observed.cited.length > 0) : []
  return [...unsaid, ...wrong, ...source, ...any]
}

function judgeDeeds({ action, no_action, repair }: Expected, { actions, repairs }: Observed): CaseFault[] {
  return [
    ...missing(listOf(action), actions).map((name): CaseFault => ({ kind: 'action', expected: name, got: actions })),
    ...listOf(no_action)
      .filter((name) => actions.includes(name))
      .map((name): CaseFault => ({ kind: 'no-action', expected: name, got: actions })),
    // Of several repairs any one will do: people call one thing by two names.
    ...(repair === undefined || listOf(repair).some((each) => repairs.includes(each))
      ? []
      : [{ kind: 'repair', expected: repair, got: repairs } satisfies CaseFault]),
  ]
}

const differs = (kind: CaseFault['kind'], wanted: Json | undefined, got: Json): CaseFault[] =>
  wanted === undefined || wanted === got ? [] : [{ kind, expected: wanted, got }]
const missing = (wanted: readonly string[], there: readonly string[]) => wanted.filter((each) => !there.includes(each))
const listOf = <Value>(one: Value | Value[] | undefined): Value[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one]
/** What is set off by the signs of Markdown, or keeps them from being some, without them: they are not what a customer reads. */
const asRead = (text: string) =>
  text.replaceAll(/(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1/g, '$2').replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '')

/** In the words of a report that people read on a terminal. */
export function describeFault({ kind, of, expected, got }: CaseFault): string {
  const [wanted, was] = [JSON.stringify(expected), JSON.stringify(got)]
  switch (kind) {
    case 'started':
      return `does not start ${expected}`
    case 'said':
      return `does not say ${wanted}`
    case 'not-said':
      return `says ${wanted}`
    case 'cited':
      return typeof expected === 'string' ? `cites ${was}, not ${expected}` : `cited is ${was}, not ${wanted}`
    case 'action':
      return `does not call ${expected}`
    case 'no-action':
      return `calls ${expected}`
    case 'repair':
      return `is ${was}, no ${wanted}`
    case 'no-rest':
      return 'does not come to rest'
    case 'broken':
      return 'breaks'
    case 'slot':
      return `slot ${of} is ${was}, not ${wanted}`
    case 'flow':
    case 'step':
    case 'ticket':
    case 'handed-over':
      return `${kind.replace('-', '_')} is ${was}, not ${wanted}`
  }
}
