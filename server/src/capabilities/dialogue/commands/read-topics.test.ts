import { FlowSet } from '@lingxi/contract/flow'
import { expect, test } from 'vitest'
import { compileFlows } from '../flows/compile.ts'
import { createFakeClock } from '../../../platform/clock/clock.testing.ts'
import type { FlowSituation } from '../situation.ts'
import { readCommands } from './read-commands.ts'

const flow = (zh: string, en: string, trigger: object) => ({
  name: { zh, en },
  triggers: [trigger],
  steps: [{ id: 'only', say: { zh: '好', en: 'Fine' } }],
})
const flows = compileFlows(
  FlowSet.parse({
    flows: {
      invoice: flow('开发票', 'Get an invoice', { intent: 'request-invoice' }),
      other_invoice: flow('换开发票', 'Correct an invoice', { intent: 'correct-invoice' }),
      refunds: flow('退款进度', 'Where is my refund', { intent: 'refund-status' }),
      repaid: flow('退货退款', 'Return and refund', { intent: 'request-refund' }),
      coupons: flow('领优惠券', 'Get a coupon', { intent: 'get-coupon' }),
      paper: flow('发票提醒', 'An invoice is due', { event: 'invoice.due' }),
    },
  }),
  1,
)

const hear = (
  text: string,
  probabilities: Record<string, number>,
  { entities = [], offered }: { entities?: object[]; offered?: string[] } = {},
) => {
  const candidates = Object.entries(probabilities).map(([name, probability]) => ({ name, probability }))
  const intents = candidates
    .filter(({ probability }) => probability >= 0.35)
    .map((each) => ({ ...each, start: 0, end: text.length, because: [] }))
  const heard = {
    text,
    question: text,
    language: 'zh',
    act: 'question',
    intents,
    candidates,
    entities,
    outOfScope: false,
  }
  const conversation = { id: 'c', channel: 'web', language: 'zh', page: null }
  const surroundings = { now: createFakeClock().now(), timeZone: 'UTC', customer: {}, conversation }
  return readCommands(
    { heard, progress: null, offered, surroundings, actions: new Map() } as unknown as FlowSituation,
    flows,
  )
}

test.each([
  ['发票', { 'request-invoice': 0.76, 'correct-invoice': 0.24 }, ['invoice', 'other_invoice']],
  ['关于发票的问题', { 'correct-invoice': 0.9 }, ['other_invoice', 'invoice']],
  ['about my invoice', { 'request-invoice': 0.9 }, ['invoice', 'other_invoice']],
  ['refund??', { 'request-refund': 0.94, 'refund-status': 0.03 }, ['repaid', 'refunds']],
  ["there's a problem with my refunds", { 'refund-status': 0.8 }, ['refunds', 'repaid']],
  ['退款怎么回事', {}, ['refunds', 'repaid']],
])('%s: which of its flows is meant is asked, however sure an intent is', (text, probabilities, asked) => {
  expect(hear(text, probabilities as Record<string, number>)).toMatchObject([{ kind: 'clarify', flows: asked }])
})

test.each([
  ['coupon', { 'get-coupon': 0.9 }, 'start'],
  ['开发票', { 'request-invoice': 0.9 }, 'start'],
  ['发票丢了怎么补', { 'request-invoice': 0.9 }, 'start'],
  ['会员', {}, 'knowledge'],
])(
  'what one flow bears, what says what is wanted, what none bears is not asked about: %s',
  (text, probabilities, kind) => {
    expect(hear(text, probabilities as Record<string, number>)[0]?.kind).toBe(kind)
  },
)

test('with an order named the topic is not bare', () => {
  const entity = {
    type: 'order-number',
    text: 'LX2024001',
    value: { kind: 'text', text: 'LX2024001' },
    start: 3,
    end: 12,
  }
  expect(hear('发票 LX2024001', { 'request-invoice': 0.9 }, { entities: [entity] })[0]?.kind).toBe('start')
})

test('who was asked back and wants something else gets that', () => {
  const offered = ['invoice', 'other_invoice']
  const elsewhere = { 'get-coupon': 0.92, 'request-invoice': 0.06 }
  expect(hear('我想领个券', elsewhere, { offered })[0]).toMatchObject({ kind: 'start', flow: 'coupons' })
  expect(hear('抬头错了', { 'correct-invoice': 0.2 }, { offered })[0]).toMatchObject({
    kind: 'start',
    flow: 'other_invoice',
  })
})
