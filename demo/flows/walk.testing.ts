/** A conversation led by the demo's flows, doing its business in the back office: commands in, what is said out. */
import type { Action, ActionOutcome } from '@lingxi/contract/action'
import type { Language } from '@lingxi/contract/message'
import { begin, fill, talkIn } from '../../server/src/capabilities/dialogue/engine/engine.testing.ts'
import type { Command } from '../../server/src/capabilities/dialogue/situation.ts'
import { readDemoFlows } from '../../server/src/main/demo-flows.ts'
import { operations } from '../back-office/all-operations.ts'
import { seedShop } from '../back-office/shop/seed.ts'

const now = '2026-11-28T10:00:00.000Z'
type Given = { language?: Language; broken?: string[] }

export function talkWithShop({ language = 'zh', broken = [] }: Given = {}) {
  const shop = seedShop(now)
  const outcomeOf = (name: string, input: Record<string, unknown>): ActionOutcome => {
    if (broken.includes(name)) return { kind: 'failed', reason: 'takes-too-long' }
    const operation = operations.find((each) => each.name === name)!
    const outcome = operation.perform(shop, operation.input.parse(input) as never, now)
    if ('done' in outcome) return { kind: 'done', output: outcome.done as never }
    return { kind: 'refused', reason: outcome.refused.code, output: outcome.refused as never }
  }
  const acts = operations.filter(({ effect }) => effect === 'act')
  const looks = operations.filter(({ effect }) => effect === 'look')
  const talk = talkIn(readDemoFlows(), {
    language,
    actions: {
      ...Object.fromEntries(acts.map(({ name, care }) => [name, care as Action['care']])),
      open_ticket: 'none',
    },
    looks: Object.fromEntries(looks.map(({ name }) => [name, (input) => outcomeOf(name, input)])),
  })
  const done: string[] = []
  const faults: unknown[] = []
  const note = () => faults.push(...(talk.why?.faults ?? []))

  /** What is requested is done at once; a person approves what waits for one. */
  function settle(said: string): string {
    note()
    const [request] = talk.requested
    if (!request) return said
    done.push(request.action)
    const outcome: ActionOutcome =
      request.action === 'open_ticket'
        ? { kind: 'done', output: { ticketId: 'ticket-1' } }
        : outcomeOf(request.action, request.input)
    return `${said}\n${settle(talk.perform(outcome))}`
  }

  return {
    shop,
    done,
    faults,
    hear: (...commands: Command[]) => settle(talk.hear(...commands)),
    start: (flow: string) => settle(talk.hear(begin(flow))),
    order: (number: string, tail: string) => settle(talk.hear(fill('order_number', number), fill('phone_tail', tail))),
    say: (slot: string, value: string | number | boolean) => settle(talk.hear(fill(slot, value))),
    yes: () => settle(talk.hear({ kind: 'affirm' })),
    no: () => settle(talk.hear({ kind: 'deny' })),
    choose: (reply: number) => settle(talk.hear({ kind: 'choose', reply })),
    get open() {
      return talk.progress?.stack.at(-1)?.flow ?? null
    },
    get handedOver() {
      return talk.last.kind === 'speak' ? (talk.last.handOver?.reason ?? null) : null
    },
  }
}
