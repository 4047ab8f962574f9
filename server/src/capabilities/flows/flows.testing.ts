/** A company with flows, for tests: a tenant of its own, and shorthands for parts. */
import { FlowSet } from '@lingxi/contract/flow'
import type { FlowsKnown } from '@lingxi/contract/flow-checks'
import type { FlowPartChange } from '@lingxi/contract/flow-versions'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { type Ids, systemIds } from '../../platform/ids/ids.ts'
import { createFlows } from './flows.ts'

const name = { zh: '名', en: 'Name' }
export const aSlot = { type: 'text', label: name, ask: name } as const
export const aFlow = (...words: string[]) => ({
  name,
  triggers: [{ page: '/help' }],
  steps: [
    { id: 'first', collect: 'order' },
    ...words.map((zh, place) => ({ id: `say_${place}`, say: { zh, en: zh } })),
  ],
})
/** A flow that says this. */
export const aSet = (...words: string[]) => FlowSet.parse({ slots: { order: aSlot }, flows: { one: aFlow(...words) } })

export function aCompanyWithFlows(opened: OpenDatabase, { ids = systemIds }: { ids?: Ids } = {}) {
  const tenantId = systemIds.next('tnt')
  const clock = createFakeClock()
  const told: string[] = []
  const known: FlowsKnown = { expressionFault: () => null }
  const flows = createFlows({
    database: opened.database,
    clock,
    ids,
    knownOf: async () => known,
    onRollout: (of) => void told.push(of),
  })
  const save = (change: FlowPartChange, by = 'stf_1') => flows.draft.save(tenantId, change, by)
  const take = (set: FlowSet) => flows.draft.take(tenantId, { set, replace: true, by: 'stf_1' })
  const publish = async (more: { share?: number; at?: string | null; note?: string } = {}) =>
    flows.versions.publish(tenantId, {
      note: '',
      share: 100,
      at: null,
      by: 'stf_1',
      draft: await flows.draftState(tenantId),
      ...more,
    })
  /** Takes a set that says this, and publishes it. */
  const say = async (words: string, more: Parameters<typeof publish>[0] = {}) => (
    await take(aSet(words)), publish(more)
  )
  return { tenantId, clock, told, known, flows, save, take, publish, say }
}
