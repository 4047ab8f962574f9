/** What came of a turn, read from the events that it added to the log. */
import type { ConversationEvent, EventOf } from '@lingxi/contract/conversation'
import type { FlowValue, Repair, StepTaken } from '@lingxi/contract/dialogue'

export type Observed = {
  said: string
  cited: string[]
  /** The flow that is open now, the innermost, and its step. */
  flow: string | null
  step: string | null
  started: string[]
  slots: Record<string, FlowValue>
  actions: string[]
  handedOver: boolean
  ticket: boolean
  repairs: Repair[]
  taken: StepTaken[]
  /** What the message was taken for, and what else it might have been. */
  understood: string
}
/** Where the flows stood before: the names of the open ones, the innermost last. */
export type Standing = { open: string[]; step: string | null; slots: Record<string, FlowValue> }
export const nothingOpen: Standing = { open: [], step: null, slots: {} }

const is =
  <Type extends ConversationEvent['type']>(type: Type) =>
  (event: ConversationEvent): event is EventOf<Type> =>
    event.type === type

export function observeTurn(events: ConversationEvent[], before: Standing): { observed: Observed; after: Standing } {
  const decided = events.filter(is('turn-decided'))
  const told = decided.flatMap(({ why }) => why.dialogue ?? [])
  const sent = events.filter(is('message-sent')).filter(({ speaker }) => speaker.kind === 'bot')
  const taken = told.flatMap((each) => each.taken)
  const requested = told.flatMap((each) => each.requested ?? []).map(({ action }) => action)
  // Asked for in an earlier turn, and done once a person has allowed it.
  const approved = events.some((event) => event.type === 'action-judged' && event.allowed)
    ? events.filter(is('action-performed')).map(({ action }) => action)
    : []
  const handedOver = events.some(is('hand-off-requested'))
  const after = handedOver
    ? nothingOpen
    : standingAfter(
        told.map(({ progress }) => progress),
        before,
      )
  const observed = {
    said: sent.map(({ text }) => text).join('\n'),
    cited: sent.flatMap(({ citations }) => citations.map(({ title }) => title)),
    flow: after.open.at(-1) ?? null,
    step: after.step,
    started: [...new Set(taken.map(({ flow }) => flow).filter((flow) => !before.open.includes(flow)))],
    slots: after.slots,
    actions: [...told.flatMap((each) => each.looked ?? []).map(({ action }) => action), ...requested, ...approved],
    handedOver,
    ticket: requested.includes('open_ticket'),
    repairs: told.flatMap(({ repair }) => repair ?? []),
    taken,
    understood: decided.map(({ why }) => understoodIn(why)).join(' | '),
  }
  return { observed, after }
}

function understoodIn({ act, understood }: EventOf<'turn-decided'>['why']): string {
  const { candidates = [], outOfScope } = understood ?? {}
  const nearest = candidates.slice(0, 3).map(({ name, probability }) => `${name} ${probability.toFixed(2)}`)
  return [act, ...nearest, ...(outOfScope?.decided ? ['out of scope'] : [])].join(', ')
}

type Progress = NonNullable<EventOf<'turn-decided'>['why']['dialogue']>['progress']

function standingAfter(progresses: Progress[], before: Standing): Standing {
  if (progresses.length === 0) return before
  const last = progresses.at(-1)
  if (!last) return nothingOpen
  return { open: last.stack.map(({ flow }) => flow), step: last.stack.at(-1)?.step ?? null, slots: last.slots }
}
