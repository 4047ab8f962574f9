/** Who provides actions: what is built in, HTTP tools, servers of the Model Context Protocol. A provider each. */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import type { Language } from '@lingxi/contract/message'

export type Call = {
  tenantId: string
  /** The idempotency key: the same for every attempt at the same thing. */
  runId: string
  conversationId: string | undefined
  /** In which the customer is spoken to; undefined outside of a conversation. */
  language?: Language | undefined
  /** Valid by the action's schema. */
  input: Record<string, unknown>
  signal: AbortSignal | undefined
}

/**
 * What became of a call. `again`: trying later may help, and does no harm, because it never arrived or the other side knows
 * it again by its key. `cost` is in the unit that the action names.
 */
export type Ran = { outcome: ActionOutcome; attempts: number; again?: boolean; cost?: number }

export type Provided = {
  action: Action
  /** The other side knows a call again by its `runId`: a second one changes nothing more. */
  repeatable: boolean
  /** Milliseconds after which one try is given up; absent: it has no limit. */
  within?: number
  /** Does it. Never throws for what goes wrong on the other side; may throw for what is broken on ours. */
  run(call: Call): Promise<Ran>
}

export type Provider = {
  /** By name. The same objects as long as nothing has changed: what is derived from them is kept beside them. */
  list(tenantId: string): Promise<ReadonlyMap<string, Provided>>
}
