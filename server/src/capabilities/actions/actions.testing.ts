/** Actions on a given database, with counting ids, a clock that stands still, and what a test provides. */
import { z } from 'zod'
import type { OpenDatabase } from '#platform/database'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { type Call, createActions, createBuiltIns, type Provided, type Ran } from './actions.ts'

export function startActions(opened: OpenDatabase, provided: Provided[], seed = 1) {
  const clock = createFakeClock()
  const ids = createSeededIds(seed)
  const again = () =>
    createActions({
      database: opened.database,
      clock,
      ids,
      providers: [createBuiltIns(provided)],
      mask: (text) => text.replaceAll(/1\d{10}/g, '⟦phone⟧'),
    })
  return { actions: again(), again, clock, ids, tenant: ids.next('tnt') }
}

export const orderSchema = {
  type: 'object',
  properties: { number: { type: 'string' }, phone: { type: 'string' } },
  required: ['number'],
  additionalProperties: false,
}
const anything = z.record(z.string(), z.json()).parse({})

/** An action that keeps its calls and answers with `answer`. */
export function aProvided(
  answer: (call: Call) => Promise<Ran> | Ran,
  more: { effect?: 'look' | 'act'; repeatable?: boolean; name?: string; output?: Record<string, unknown> } = {},
) {
  const calls: Call[] = []
  const { effect = 'act', repeatable = true, name = 'refund', output } = more
  const provided: Provided = {
    repeatable,
    action: {
      name,
      title: { zh: '退款' },
      description: 'Gives the money back.',
      effect,
      care: 'none',
      input: z.record(z.string(), z.json()).parse(orderSchema),
      output: output ? z.record(z.string(), z.json()).parse(output) : anything,
      by: 'http',
    },
    async run(call) {
      calls.push(call)
      return answer(call)
    },
  }
  return { provided, calls }
}
export const done = (output: NonNullable<unknown> = {}): Ran => ({
  outcome: { kind: 'done', output: z.json().parse(output) },
  attempts: 1,
})
