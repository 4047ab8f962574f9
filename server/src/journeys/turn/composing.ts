/** What goes into the words of a turn, and what comes out: told between those that write them. */
import type { DecisionKind, Why } from '@lingxi/contract/conversation'
import type { FlowValue } from '@lingxi/contract/dialogue'
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Meaning } from '@lingxi/contract/understanding'
import type { Wish } from '@lingxi/contract/wish'
import type { ConversationState, Effect } from '#conversations'
import type { Clarifying, Decision, FlowDecision } from '#dialogue'

export type Speaking = Exclude<Decision, { kind: 'stay-silent' }>
export type About = {
  tenantId: string
  state: ConversationState
  meaning: Meaning
  /** Every message of this turn, as it was written. */
  said: string
  questions: string[]
  earlier: string[]
  /** What was said before, on both sides, the oldest first. */
  conversation: readonly { by: 'customer' | 'company'; text: string }[]
  /** What was looked for in the catalogue just before. */
  wish?: Wish | undefined
  /** What the flows do in this turn; absent: there are none. */
  flow?: FlowDecision | undefined
  /** Looks for what may be asked where nothing that is known answers. */
  instead?: (() => Clarifying | undefined) | undefined
  /** The flow that a model asks for, decided like any. Undefined: it cannot begin. */
  beginFlow: (wanted: { flow: string; slots: Record<string, FlowValue> }) => Promise<FlowDecision | undefined>
  signal: AbortSignal
}
export type Composed = {
  decision: DecisionKind
  why: Why
  messages: OutboundMessage[]
  handOff?: string | undefined
  effects: Effect[]
}
export type Compose = (decision: Speaking, about: About) => Promise<Composed>

export type Said = Pick<OutboundMessage, 'text' | 'quickReplies' | 'attachments' | 'related'> &
  Partial<Pick<OutboundMessage, 'citations'>>
/** `further`: what is said after it, as messages of their own. `flow`: the one that began while an answer was looked for. */
export type Result = {
  said: Said
  further?: Said[]
  decision?: DecisionKind
  why?: Partial<Why>
  handOff?: string
  flow?: FlowDecision
}
