/** The record of calls as people see it: a page at a time, personal data covered also in what came back. */
import type { ActionRun } from '@lingxi/contract/action-routes'
import { Instant } from '@lingxi/contract/instant'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import type { Clock } from '#platform/clock'
import type { ActionRunRow, createActionRunsStore } from './action-runs-store.ts'
import { maskIn } from './mask-in.ts'

type Parts = { runs: ReturnType<typeof createActionRunsStore>; clock: Clock; mask: (text: string) => string }
type Page = {
  action?: string | undefined
  conversation?: string | undefined
  state?: ActionRun['state'] | undefined
  after?: string | undefined
  limit: number
}
const day = 24 * 60 * 60_000
const keptDays = 180

export function createActionLog({ runs, clock, mask }: Parts) {
  const present = (row: ActionRunRow): ActionRun => ({
    id: row.id,
    action: row.action,
    effect: row.effect,
    conversationId: row.conversation_id,
    input: z.record(z.string(), z.json()).parse(row.input),
    state: row.state,
    outcome: row.outcome && (maskIn(row.outcome, mask) as NonNullable<ActionRun['outcome']>),
    attempts: row.attempts,
    milliseconds: row.milliseconds,
    cost: row.cost,
    begunAt: new Date(row.begun_at).toISOString(),
    endedAt: row.ended_at && new Date(row.ended_at).toISOString(),
  })

  return {
    /** Calls, the newest first. */
    async listRuns(tenantId: string, { after, limit, ...wanted }: Page) {
      const rows = await runs.list(tenantId, { ...wanted, after: placeOf(after), limit: limit + 1 })
      const shown = rows.slice(0, limit).map(present)
      const last = rows.length > limit ? shown.at(-1) : undefined
      return { runs: shown, next: last ? `${last.begunAt}|${last.id}` : null }
    },
    /** How the calls of the last day ended, by action. */
    async countLately(tenantId: string) {
      const counts = new Map<string, { done: number; refused: number; failed: number }>()
      for (const { action, state, count } of await runs.countBy(tenantId, new Date(clock.now() - day).toISOString())) {
        const of = counts.get(action) ?? { done: 0, refused: 0, failed: 0 }
        counts.set(action, of)
        if (state !== 'running' && state !== 'waiting') of[state] += count
        else if (state === 'waiting') of.failed += count
      }
      return counts
    },
    /** Calls are kept for half a year. */
    forgetOld: (tenantId: string) => runs.forget(tenantId, new Date(clock.now() - keptDays * day).toISOString()),
  }
}

function placeOf(after: string | undefined) {
  if (after === undefined) return undefined
  const [at, id] = after.split('|')
  if (at && id && Instant.safeParse(at).success) return { at, id }
  throw new Problem('invalid-request', { errors: [{ path: 'query.after', message: 'is not the `next` of a page' }] })
}
