import { expect, test } from 'vitest'
import type { Command } from '../../situation.ts'
import { talkIn } from '../engine.testing.ts'

const order = {
  type: 'text',
  label: { zh: '订单号', en: 'order' },
  ask: { zh: '哪张订单？', en: 'Which order?' },
  keep: 'conversation',
}
const reason = { type: 'text', label: { zh: '原因', en: 'reason' }, ask: { zh: '为什么？', en: 'Why?' } }
const flows = {
  slots: { order, reason },
  flows: {
    give_back: {
      name: { zh: '退货', en: 'return' },
      steps: [
        { id: 'order', collect: 'order' },
        { id: 'reason', collect: 'reason' },
        { id: 'done', say: { zh: '已退 {{ slots.order }}', en: 'Returned {{ slots.order }}' } },
      ],
    },
    where: {
      name: { zh: '查物流', en: 'tracking' },
      steps: [
        { id: 'order', collect: 'order' },
        { id: 'told', say: { zh: '{{ slots.order }} 在路上', en: '{{ slots.order }} is on its way' } },
      ],
    },
  },
}
const linked = {
  ...flows,
  flows: { ...flows.flows, parcel: { name: { zh: '快递', en: 'parcel' }, steps: [{ id: 'over', link: 'where' }] } },
}
const start = (flow: string): Command => ({ kind: 'start', flow, score: 1, because: 'test' })
const fill = (slot: string, value: string): Command => ({ kind: 'fill', slot, value })

test.each(['zh', 'en'] as const)(
  'a flow in between is about its own order, and the one below about the one before (%s)',
  (language) => {
    const talk = talkIn(flows, { language })
    talk.hear(start('give_back'), fill('order', 'SG1'))
    expect(talk.hear(start('where'), fill('order', 'SG2'))).toMatch(/SG2 (在路上|is on its way)/)
    expect(talk.progress?.slots).toMatchObject({ order: 'SG1' })
    expect(talk.hear(fill('reason', 'x'))).toMatch(/(已退|Returned) SG1/)
  },
)

test('a flow that goes over to another leaves the one below its order as well', () => {
  const talk = talkIn(linked)
  talk.hear(start('give_back'), fill('order', 'SG1'))
  expect(talk.hear(start('parcel'), fill('order', 'SG2'))).toContain('SG2 在路上')
  expect(talk.progress?.slots).toMatchObject({ order: 'SG1' })
})
