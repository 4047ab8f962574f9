/**
 * The decision of a turn. It is made from values; what an action has to tell first is looked up, and the turn decided anew
 * with it, so that the whole can be decided again from the log without anybody's system.
 */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { DialogueProgress, FlowValue, Looked } from '@lingxi/contract/dialogue'
import type { FlowSet } from '@lingxi/contract/flow'
import type { Meaning } from '@lingxi/contract/understanding'
import type { Actions } from '#actions'
import type { ConversationState } from '#conversations'
import type { Customers } from '#customers'
import {
  askBack,
  type Clarifying,
  type CompiledFlows,
  compileFlows,
  type Decision,
  decideFlows,
  decideTurn,
  type Deciding,
  type FlowDecision,
  type FlowSituation,
  hearMeaning,
  type TurnDecision,
} from '#dialogue'
import type { Flows } from '#flows'
import { endedIn, happenedIn, offeredIn, quietBefore, surroundingsOf } from './flow-situation.ts'

type About = {
  state: ConversationState
  meaning: Meaning
  /** What was said and nobody has answered yet; empty where something happened instead. */
  texts: string[]
  /** The customer's messages that are remembered, and every event since the last answer. */
  received: EventOf<'message-received'>[]
  open: ConversationEvent[]
  /** The newest of the log. */
  events: ConversationEvent[]
  /** The moment in which the turn is thought, ms since 1970. */
  now: number
  deciding: Deciding
  /** What is decided where the flows leave it to others. */
  plain: Decision
  /** The flow that a model asked for begins, in place of what would be done. */
  wanted?: { flow: string; slots: Record<string, FlowValue> } | undefined
  signal: AbortSignal
}
type Parts = {
  flows: Pick<Flows, 'flowsFor' | 'setOf'>
  actions: Pick<Actions, 'list' | 'look'>
  customers: Pick<Customers, 'get' | 'readerOf'>
}
/**
 * `flow`: the flows' part, undefined where none are released; what they leave to others is `decision`, and `instead` looks for
 * what may be asked where that finds no answer.
 */
export type Decided = { decision: Decision; flow: FlowDecision | undefined; instead?: () => Clarifying | undefined }
export type DecideAndLook = (tenantId: string, about: About) => Promise<Decided>

export function createDecideAndLook({ flows, actions, customers }: Parts): DecideAndLook {
  const compiled = new WeakMap<FlowSet, CompiledFlows>()

  function compile({ set, version }: { set: FlowSet; version: number }): CompiledFlows | null {
    if (Object.keys(set.flows).length === 0) return null
    const made = compiled.get(set) ?? compileFlows(set, version)
    compiled.set(set, made)
    return made
  }

  /** Those its open flows began with, or those that conversations of this customer begin with. */
  async function flowsOf(tenantId: string, { customerId, dialogue }: ConversationState) {
    if (!dialogue || dialogue.stack.length === 0) return compile(await flows.flowsFor(tenantId, customerId))
    return compile({ set: await flows.setOf(tenantId, dialogue.version), version: dialogue.version })
  }

  async function situationOf(tenantId: string, about: About) {
    const { state, received, open, events, now } = about
    const [customer, reader, known] = await Promise.all([
      customers.get(tenantId, state.customerId),
      customers.readerOf(tenantId, state.customerId),
      actions.list(tenantId),
    ])
    if (!customer) throw new Error('a conversation has no customer')
    const page = received.findLast((event) => event.page)?.page
    return {
      progress: state.dialogue,
      heard: heardIn(about),
      happened: happenedIn(open),
      surroundings: surroundingsOf({ state, customer, reader, now, page }),
      quietFor: quietBefore(received, state.settledSeq),
      ended: endedIn(events),
      offered: offeredIn(events),
      actions: known,
    } satisfies Omit<FlowSituation, 'looked'>
  }

  return async function decideAndLook(tenantId, about) {
    const { state, deciding, plain, wanted, signal } = about
    const { id: conversationId, language } = state
    const released = await flowsOf(tenantId, state)
    const situation = released ? await situationOf(tenantId, about) : plainSituation(about)
    const looked: Looked[] = []
    // The engine looks only so often in a turn.
    for (;;) {
      const known = { ...situation, looked }
      const decided = wanted ? beginWanted(known, released, wanted) : decideTurn(known, released, deciding)
      const { decision } = decided
      if (decision.kind !== 'look') {
        const presented = present(decided, { plain, progress: state.dialogue, isReleased: !!released })
        if (!released || decided.by === 'flows') return presented
        return { ...presented, instead: () => askBack(known, released, decided.weighed) }
      }
      const { action, input } = decision
      looked.push(await actions.look(tenantId, { action, input, conversationId, language, signal }))
    }
  }
}

/** As if the customer had named it and said so much: its guard, its questions and its yes hold as ever. */
function beginWanted(
  situation: FlowSituation,
  released: CompiledFlows | null,
  { flow, slots }: NonNullable<About['wanted']>,
): TurnDecision {
  const why = { taken: [], weighed: [], progress: situation.progress }
  if (!released) return { by: 'flows', decision: { kind: 'none', why }, weighed: [] }
  const decision = decideFlows(situation, released, [
    { kind: 'start', flow, score: 1, because: 'model' },
    ...Object.entries(slots).map(([slot, value]) => ({ kind: 'fill' as const, slot, value })),
  ])
  return { by: 'flows', decision, weighed: [] }
}

/** What is kept of a decision that the flows had no part in: what was weighed, and where they stand all the same. */
function present(
  decided: TurnDecision,
  { plain, progress, isReleased }: { plain: Decision; progress: DialogueProgress | null; isReleased: boolean },
): Decided {
  if (decided.by === 'flows') return { decision: askedIn(decided.decision, plain), flow: decided.decision }
  const { decision, weighed, explored } = decided
  const why = { taken: [], weighed, progress, ...(explored && { explored }) }
  return { decision, flow: isReleased ? { kind: 'none', why } : undefined }
}

/** Where the rest of a message was for the flows, only what asks is looked up. */
const askedIn = (decision: TurnDecision['decision'], plain: Decision): Decision =>
  decision.kind === 'aside' && decision.question !== undefined && plain.kind === 'answer'
    ? { ...plain, question: decision.question }
    : plain

/** Null where nothing was said: something happened. */
const heardIn = ({ meaning, texts }: About) => (texts.length === 0 ? null : hearMeaning(meaning, texts.join('\n')))

/** Where no flows are released nobody has to be asked for. */
function plainSituation(about: About): Omit<FlowSituation, 'looked'> {
  const { state, open } = about
  const customer = { id: '', name: '', tier: null, region: null, signed_in: false }
  const { id, channel, language, turn } = state
  return {
    progress: state.dialogue,
    heard: heardIn(about),
    happened: happenedIn(open),
    surroundings: { customer, conversation: { id, channel, language, page: null, turn }, now: state.updatedAt },
    quietFor: 0,
    actions: new Map(),
  }
}
