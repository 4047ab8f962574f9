/**
 * A recorded turn is taken again: by the very code that takes every turn, over ports that stand in for the house. The log is
 * as it was before the turn, the clock stands at its moment, what was looked up then is told again, and nothing is written.
 */
import type { Reader } from '@lingxi/contract/audience'
import type { FlowSet } from '@lingxi/contract/flow'
import type { Explored, Looked } from '@lingxi/contract/dialogue'
import type { ReleasedFlows } from '@lingxi/contract/flow-versions'
import type { RecordedCustomer } from '@lingxi/contract/recording'
import type { Settings } from '@lingxi/contract/staff'
import { isDeepStrictEqual } from 'node:util'
import type { Actions } from '#actions'
import { type Conversations, type ConversationState, isDue } from '#conversations'
import type { Customers } from '#customers'
import type { Flows } from '#flows'
import type { RecordedTurn, TurnOutcome } from './recorded-turns.ts'

/** What of the house a turn is taken with; the rest of it is as it is. */
export type StandIns = {
  conversations: Pick<Conversations, 'latestEvents' | 'commit' | 'isDue' | 'count'>
  customers: Pick<Customers, 'get' | 'readerOf'>
  flows: Pick<Flows, 'flowsFor' | 'setOf'>
  look: Actions['look']
  settings: (tenantId: string) => Promise<Settings>
  /** What chose between ways then; undefined: there was nothing to choose. */
  explored: () => Explored | undefined
  /** ms since 1970. */
  now: () => number
}
export type TurnOver = (
  standIns: StandIns,
) => (tenantId: string, state: ConversationState, signal: AbortSignal) => Promise<unknown>
/** `said`: what came out; `silent`: nothing is due or said. */
export type TakenTurn =
  | { kind: 'said'; outcome: TurnOutcome }
  | { kind: 'silent' }
  | { kind: 'gone'; flow: string; step: string }
  | { kind: 'look-not-recorded'; action: string; input: Record<string, unknown> }
  | { kind: 'breaks'; because: string }
export type TakeAgain = (tenantId: string, turn: RecordedTurn, customer: RecordedCustomer) => Promise<TakenTurn>

/** `flows`: those that every turn is taken with, also where the recorded conversation had begun with others. */
type House = { turnOver: TurnOver; flows: ReleasedFlows; settings: Settings }
type Current = { turn: RecordedTurn; customer: RecordedCustomer; looked: Looked[]; outcome: TurnOutcome | null }

const longestTurn = 20_000

/** One turn at a time: who takes the next waits for the one before. */
export function createTakeAgain({ turnOver, flows, settings }: House): TakeAgain {
  let current: Current | undefined
  const now = () => current!.turn.at
  const takeTurn = turnOver({
    conversations: {
      latestEvents: async (_tenantId, { seq }, count) =>
        current!.turn.events.filter((event) => event.seq > seq - count),
      async commit(_tenantId, _id, { decision, why, messages, handOff = null }) {
        current!.outcome = { decision, why, messages, handOff }
        return { kind: 'committed', state: current!.turn.state }
      },
      isDue,
      count: async () => current!.turn.outcome.why.ahead ?? 0,
    },
    customers: {
      get: async () => current!.customer,
      readerOf: async () => readerOf(current!.customer),
    },
    flows: { flowsFor: async () => flows, setOf: async () => flows.set },
    look: async (_tenantId, asked) => answerLook(current!, asked),
    settings: async () => settings,
    explored: () => current!.turn.outcome.why.dialogue?.explored,
    now,
  })

  return async function takeAgain(tenantId, turn, customer) {
    const gone = standingNowhere(turn.state, flows.set)
    if (gone) return { kind: 'gone', ...gone }
    current = { turn, customer, looked: [...(turn.outcome.why.dialogue?.looked ?? [])], outcome: null }
    try {
      await takeTurn(tenantId, withVersion(turn.state, flows.version), AbortSignal.timeout(longestTurn))
    } catch (error) {
      if (error instanceof NotRecorded) return { kind: 'look-not-recorded', ...error.asked }
      return { kind: 'breaks', because: error instanceof Error ? error.message : String(error) }
    }
    return current.outcome ? { kind: 'said', outcome: current.outcome } : { kind: 'silent' }
  }
}

/** Customers end with the flows they began with: nobody will stand at a step that other flows do not have. */
function standingNowhere({ dialogue }: ConversationState, { flows }: FlowSet) {
  const frame = dialogue?.stack.find(({ flow, step }) => !flows[flow]?.steps.some(({ id }) => id === step))
  return frame && { flow: frame.flow, step: frame.step }
}

/** As if the conversation had begun with these flows. */
const withVersion = (state: ConversationState, version: number): ConversationState =>
  state.dialogue ? { ...state, dialogue: { ...state.dialogue, version } } : state

const readerOf = ({ signedIn, tier, region }: RecordedCustomer): Reader => ({
  kind: 'customer',
  signedIn,
  tier,
  ...(region !== null && { region }),
})

/** Thrown to end the turn: what would be said after a look that nobody made cannot be known. */
class NotRecorded extends Error {
  readonly asked: { action: string; input: Record<string, unknown> }
  constructor(asked: { action: string; input: Record<string, unknown> }) {
    super(`nobody looked at ${asked.action}`)
    this.asked = asked
  }
}

function answerLook(
  { looked }: Current,
  { action, input }: { action: string; input: Record<string, unknown> },
): Looked {
  const place = looked.findIndex((each) => each.action === action && isDeepStrictEqual(each.input, input))
  if (place < 0) throw new NotRecorded({ action, input })
  const [told] = looked.splice(place, 1)
  return told!
}
