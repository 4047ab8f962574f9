/** A customer of the evaluation: speaks over a channel, and waits until everything that follows has come to its end. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { CaseTurn } from '@lingxi/contract/dialogue-case'
import type { createLoopback } from '../../../server/src/capabilities/channels/loopback/loopback.ts'
import { effectOf } from '../../../server/src/journeys/turn/perform.ts'
import { type createParts, mainTenant } from '../../../server/src/main/parts.ts'
import type { Ids } from '../../../server/src/platform/ids/ids.ts'

type Given = {
  parts: ReturnType<typeof createParts>
  loopback: ReturnType<typeof createLoopback>
  secret: string
  ids: Ids
  forward: (milliseconds: number) => void
  lookAfter: (tenantId: string) => Promise<void>
}
const longestWait = 60_000
const step = 5

export function createCustomer({ parts, loopback, secret, ids, forward, lookAfter }: Given, name: string) {
  const { conversations, turns } = parts
  const from = `${name} ${ids.next('case')}`
  const person = { staffId: 'stf_evaluation', name: 'Evaluation' }
  let id: string | undefined
  let seen = 0

  async function isAtRest(): Promise<boolean> {
    const state = id === undefined ? undefined : await conversations.find(mainTenant, id)
    return !state || (!conversations.isDue(state) && !state.pending.some(({ needs }) => needs === 'nothing'))
  }

  /** Polled, because what ends a turn may be a job, an answer of the back office, and the turn that follows it. */
  async function rest(): Promise<boolean> {
    const since = performance.now()
    while (!(await isAtRest())) {
      if (performance.now() - since > longestWait) return false
      await new Promise((done) => setTimeout(done, step))
      if (id !== undefined) await turns.settle(mainTenant, id)
    }
    return true
  }

  return {
    /** The conversation; undefined before the first word. */
    conversationId: () => id,
    async say(text: string): Promise<void> {
      const body = { id: ids.next('said'), from, text }
      const { message } = await loopback.receive({ headers: { 'x-signature': secret }, body })
      const heard = await parts.receive(mainTenant, message)
      id = heard.conversationId
      await heard.answered
    },
    async pause(milliseconds: number): Promise<void> {
      forward(milliseconds)
      await lookAfter(mainTenant)
    },
    async hearOf({ name: event, fields }: NonNullable<CaseTurn['event']>): Promise<void> {
      if (id === undefined) throw new Error('an event before the first word')
      await conversations.receiveEvent(mainTenant, id, { externalId: ids.next('evt'), name: event, fields })
    },
    async judge(allowed: boolean): Promise<void> {
      const state = id === undefined ? undefined : await conversations.find(mainTenant, id)
      for (const request of state?.pending.filter(({ needs }) => needs === 'approval') ?? []) {
        const perform = [effectOf(state!.id, request)]
        await conversations.judgeAction(mainTenant, state!.id, { runId: request.runId, allowed, ...person, perform })
      }
    },
    /** The events that something brings about, with all that follows; undefined when that does not end within a minute. */
    async during(act: () => Promise<void>): Promise<ConversationEvent[] | undefined> {
      await act()
      if (!(await rest())) return undefined
      const events = id === undefined ? [] : await conversations.eventsAfter(mainTenant, id, seen)
      seen = events.at(-1)?.seq ?? seen
      return events
    },
  }
}
