import type { FlowPart } from '@lingxi/contract/flow-versions'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aCompanyWithFlows, aFlow, aSet, aSlot } from './flows.testing.ts'
import { writeFlows } from './yaml/write-flows.ts'

const flow = (name: string, version: number | null, ...words: string[]) =>
  ({ kind: 'flow', name, version, content: aFlow(...words) }) as const

onBothDatabases('the draft of flows', (opened) => {
  it('keeps each part with a version of its own, and refuses who started from an older one', async () => {
    const { flows, tenantId, save } = aCompanyWithFlows(opened())
    const made = await save(flow('one', null, '甲'))
    expect([made.version, made.updatedBy]).toEqual([1, 'stf_1'])
    await expect(save(flow('one', null, '乙'))).rejects.toMatchObject({ code: 'already-exists' })
    expect((await save(flow('one', 1, '乙'), 'stf_2')).version).toBe(2)
    await expect(save(flow('one', 1, '丙'))).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(save(flow('two', 1, '丙'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(save(flow('constructor', null))).rejects.toMatchObject({ code: 'invalid-request' })
    expect(await flows.draft.get(tenantId, { kind: 'flow', name: 'one' })).toMatchObject({
      version: 2,
      updatedBy: 'stf_2',
      content: { steps: [{}, { say: { zh: '乙' } }] },
    })
    await expect(flows.draft.remove(tenantId, { kind: 'flow', name: 'one', version: 1 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    await flows.draft.remove(tenantId, { kind: 'flow', name: 'one', version: 2 })
    await expect(flows.draft.get(tenantId, { kind: 'flow', name: 'one' })).rejects.toMatchObject({ code: 'not-found' })
    expect(await flows.draftState(tenantId)).toBe(3)
  })

  it('lets one of many win who change a part at once', async () => {
    const { save } = aCompanyWithFlows(opened())
    await save(flow('one', null))
    const all = await Promise.allSettled(Array.from({ length: 8 }, (_, place) => save(flow('one', 1, `${place}`))))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('renames a part wherever it is named, and copies', async () => {
    const { flows, tenantId, take } = aCompanyWithFlows(opened())
    const name = { zh: '名', en: 'Name' }
    const steps = [
      { id: 'a', collect: 'order' },
      { id: 'b', set_slots: { order: 'slots.order + "slots.order"' } },
      { id: 'c', say: { zh: '{{ slots.order }}与{{slots.orders}}', en: 'slots.order' } },
      { id: 'd', branch: [{ if: "slots.order == '1'", then: 'end' }] },
      { id: 'e', call: 'two' },
    ]
    const table = { name, inputs: ['order'], rows: [{ when: { order: { from: 1 } }, then: { order: 1 } }] }
    const set = aSet()
    await take({
      slots: { order: aSlot, orders: aSlot },
      tables: { costs: table },
      flows: {
        ...set.flows,
        one: { name, if: 'slots.order != 1', steps },
        two: { name, steps: [{ id: 'x', link: 'two' }] },
      },
    } as never)
    const renamed = await flows.draft.rename(
      tenantId,
      { kind: 'slot', name: 'order' },
      { to: 'number', version: 1, by: 'stf_2' },
    )
    expect(renamed.changed).toEqual([
      { kind: 'flow', name: 'one' },
      { kind: 'table', name: 'costs' },
    ])
    await flows.draft.rename(tenantId, { kind: 'flow', name: 'two' }, { to: 'three', version: 1, by: 'stf_2' })
    const now = await flows.draft.read(tenantId)
    expect(now.flows['one']).toMatchObject({
      if: 'slots.number != 1',
      steps: [
        { collect: 'number' },
        { set_slots: { number: 'slots.number + "slots.order"' } },
        { say: { zh: '{{ slots.number }}与{{slots.orders}}', en: 'slots.order' } },
        { branch: [{ if: "slots.number == '1'" }] },
        { call: 'three' },
      ],
    })
    expect(now.flows['three']!.steps).toEqual([{ id: 'x', link: 'three' }])
    expect(now.tables['costs']).toMatchObject({
      inputs: ['number'],
      rows: [{ when: { number: {} }, then: { number: 1 } }],
    })
    const copy = await flows.draft.copy(tenantId, { kind: 'flow', name: 'one' }, { to: 'again', by: 'stf_1' })
    expect((copy as FlowPart & { kind: 'flow' }).content.steps).toHaveLength(5)
    await expect(
      flows.draft.copy(tenantId, { kind: 'flow', name: 'one' }, { to: 'again', by: 'stf_1' }),
    ).rejects.toMatchObject({ code: 'already-exists' })
  })

  it('takes a file in after a look at it, and only if nobody changed the draft since', async () => {
    const { flows, tenantId, take, save } = aCompanyWithFlows(opened())
    await take(aSet('甲'))
    await save(flow('two', null, '乙'))
    const text = writeFlows(aSet('丙'))
    const asked = { text, mode: 'replace', by: 'stf_2' } as const
    const seen = await flows.importDraft(tenantId, { ...asked, preview: true })
    expect(seen).toMatchObject({
      committed: false,
      faults: [],
      added: [],
      changed: [{ kind: 'flow', name: 'one' }],
      removed: [{ kind: 'flow', name: 'two' }],
      same: 1,
      draft: 2,
    })
    expect(Object.keys((await flows.draft.read(tenantId)).flows)).toEqual(['one', 'two'])
    await save(flow('two', 1, '丁'))
    const commit = { ...asked, preview: false, draft: seen.draft }
    await expect(flows.importDraft(tenantId, commit)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await flows.importDraft(tenantId, { ...commit, draft: 3 })).toMatchObject({ committed: true, draft: 4 })
    expect(await flows.draft.read(tenantId)).toEqual(aSet('丙'))
    expect((await flows.draft.list(tenantId)).map(({ name, version }) => [name, version])).toEqual([
      ['one', 2],
      ['order', 1],
    ])
    const broken = await flows.importDraft(tenantId, { ...commit, draft: 4, text: 'flows: [' })
    expect([broken.committed, broken.faults.length > 0, broken.draft]).toEqual([false, true, 4])
  })

  it('keeps the keys of what people name in their order', async () => {
    const { flows, tenantId, take } = aCompanyWithFlows(opened())
    const set = aSet()
    const slots = { zebra: aSlot, order: aSlot, b: aSlot }
    const steps = [{ id: 'first', set_slots: { zebra: '1', b: '2', order: '3' } }]
    await take({ ...set, slots, flows: { one: { ...set.flows['one']!, steps } } } as never)
    const [step] = (await flows.draft.read(tenantId)).flows['one']!.steps
    expect(Object.keys((step as { set_slots: object }).set_slots)).toEqual(['zebra', 'b', 'order'])
  })
})
