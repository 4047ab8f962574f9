/**
 * Conversations that nobody keeps: the same commands and the same fold as those in the database, in the memory of who rehearses.
 * They set nothing going: the jobs of a turn are not added, and nobody is told.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { InboundMessage } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import * as commands from './commands.ts'
import { applyEvent, type ConversationState, isDue, startOf, summarise } from './conversation-state.ts'
import type { Speaking } from './conversation-writer.ts'

type Held = { state: ConversationState; events: ConversationEvent[] }
export type HeldConversations = ReturnType<typeof holdConversations>

export function holdConversations({ clock, ids }: { clock: Clock; ids: Pick<Ids, 'next'> }) {
  const held = new Map<string, Held>()

  function add(id: string, steps: commands.Step[]): ConversationState {
    const { state, events } = held.get(id)!
    const added = commands.stamp(state, steps, isoInstant(clock))
    const after = added.reduce(applyEvent, state)
    held.set(id, { state: after, events: [...events, ...added] })
    return after
  }
  /** Throws `not-found`, and why the command is refused. */
  async function command(id: string, decide: (state: ConversationState) => commands.Outcome) {
    const there = held.get(id)
    if (!there) throw new Problem('not-found')
    const outcome = decide(there.state)
    if ('refused' in outcome) throw new Problem(outcome.refused === 'late' ? 'not-found' : outcome.refused)
    const state = add(id, outcome.steps)
    return { state, summary: summarise(state) }
  }

  return {
    /** One that is open and in which nothing was said yet. */
    open({ id: customerId, name: customerName, channel, language }: Speaking): ConversationState {
      const start = startOf(ids.next('cnv'), isoInstant(clock))
      held.set(start.id, { state: start, events: [] })
      return add(start.id, [{ type: 'conversation-opened', channel, customerId, customerName, language }])
    },
    hear: (id: string, message: InboundMessage) => command(id, () => commands.hear(message, ids.next('msg'))),
    async commit(_tenantId: string, id: string, turn: commands.BotTurn) {
      const there = held.get(id)
      const outcome = there && commands.commitTurn(there.state, turn)
      if (!outcome || 'refused' in outcome) return { kind: 'late' } as const
      return { kind: 'committed', state: add(id, outcome.steps) } as const
    },
    recordAction: (id: string, performed: Parameters<typeof commands.recordAction>[1]) =>
      command(id, (state) => commands.recordAction(state, performed)),
    judgeAction: (id: string, judged: Parameters<typeof commands.judgeAction>[1]) =>
      command(id, (state) => commands.judgeAction(state, judged, [])),
    receiveEvent: (_tenantId: string, id: string, received: Parameters<typeof commands.receiveEvent>[1]) =>
      command(id, (state) => commands.receiveEvent(state, received)),

    find: (id: string): ConversationState | undefined => held.get(id)?.state,
    /** The events after a number, oldest first. */
    eventsAfter: (id: string, seq: number): ConversationEvent[] =>
      (held.get(id)?.events ?? []).filter((event) => event.seq > seq),
    latestEvents: async (_tenantId: string, { id }: { id: string }, count: number): Promise<ConversationEvent[]> =>
      (held.get(id)?.events ?? []).slice(-count),
    /** Those of the bot in which nothing is due, in one page. */
    async listIdle(
      _tenantId: string,
      { inFlow, after }: { inFlow: boolean; after: string; limit: number },
    ): Promise<ConversationState[]> {
      const idle = ({ status, owner, dialogue, ...state }: ConversationState) =>
        status === 'open' && owner.kind === 'bot' && state.heardSeq <= state.settledSeq && (!inFlow || dialogue)
      return [...held.values()].flatMap(({ state }) => (state.id > after && idle(state) ? state : []))
    },
    isDue,
    forget: (id: string): void => void held.delete(id),
  }
}
