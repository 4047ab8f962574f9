/**
 * An action that a turn asked for is done in the company's systems: by a job, because they are sometimes busy and sometimes
 * away. What became of it is written into the conversation, which begins the next turn; so the conversation goes on also
 * when nothing could be done.
 */
import type { ActionRequest } from '@lingxi/contract/dialogue'
import type { Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import type { Actions } from '#actions'
import type { Conversations, Effect } from '#conversations'
import type { Clock } from '#platform/clock'
import type { JobKind } from '#platform/jobs'
import type { Turns } from './turns.ts'

const Performing = z.object({
  tenantId: z.string(),
  conversationId: z.string(),
  runId: z.string(),
  action: z.string(),
  input: z.record(z.string(), z.json()),
})
type Parts = {
  actions: Pick<Actions, 'act'>
  conversations: Pick<Conversations, 'find' | 'recordAction' | 'listPending'>
  turns: Pick<Turns, 'settle'>
  clock: Clock
}
type Request = Pick<ActionRequest, 'runId' | 'action' | 'input'>

/** Milliseconds after which nobody is at it any more: longer than all tries of a job together. */
const lostAfter = 15 * 60_000

/** The jobs of what was asked for and needs nobody's word. */
export function effectsOf(conversationId: string, requested: readonly ActionRequest[]): Effect[] {
  return requested.filter(({ needs }) => needs === 'nothing').map((request) => effectOf(conversationId, request))
}

/** The job of one request, whatever it needed before. */
export const effectOf = (conversationId: string, { runId, action, input }: Request): Effect => ({
  job: 'perform',
  body: { conversationId, runId, action, input },
})

export function createPerform({ actions, conversations, turns, clock }: Parts) {
  /** Throws to be called again later; after the last time the conversation is told that it failed. */
  async function perform(body: unknown, attempt: { last: boolean }): Promise<void> {
    const { tenantId, conversationId, ...request } = Performing.parse(body)
    const { runId, action } = request
    const state = await conversations.find(tenantId, conversationId)
    const asked = state?.pending.find((each) => each.runId === runId)
    if (state && asked?.needs === 'nothing') {
      const { language } = state
      const performed = await actAtLast(tenantId, { conversationId, language, ...request }, attempt)
      const { attempts, milliseconds, cost, again, ...outcome } = performed
      if (again && !attempt.last) throw new Problem('unexpected', { detail: 'the other side is not to be had' })
      await conversations.recordAction(tenantId, conversationId, {
        runId,
        action,
        outcome,
        attempts: Math.max(1, attempts),
        milliseconds,
        ...(cost !== undefined && { cost }),
      })
    }
    // Not waited for: the next action has its turn meanwhile. A turn that a crash prevents is found in the log.
    void turns.settle(tenantId, conversationId)
  }

  /** What breaks on our side at the last try is told like what breaks on the other. */
  async function actAtLast(
    tenantId: string,
    asked: Request & { conversationId: string; language: Language },
    { last }: { last: boolean },
  ): ReturnType<Actions['act']> {
    try {
      return await actions.act(tenantId, asked)
    } catch (error) {
      if (!last) throw error
      return { kind: 'failed', reason: 'broken', attempts: 1, milliseconds: 0 }
    }
  }

  /** A customer waits for it: what does not work soon is told as not done, also where no try came to its end. */
  const job: JobKind = {
    name: 'perform',
    run: perform,
    retryLimit: 2,
    onGivenUp: (body) => perform(body, { last: true }),
  }

  return {
    perform,
    job,
    /** Ends what no job is at any more, because the process died at its last try. */
    async endLost(tenantId: string): Promise<number> {
      const before = new Date(clock.now() - lostAfter).toISOString()
      const lost = await conversations.listPending(tenantId, before)
      for (const { id, pending } of lost)
        for (const request of pending) await perform({ tenantId, conversationId: id, ...request }, { last: true })
      return lost.length
    },
  }
}
