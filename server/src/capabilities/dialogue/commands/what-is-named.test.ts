import { FlowSet } from '@lingxi/contract/flow'
import { expect, test } from 'vitest'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'
import { aHeard, aSituation, both } from '../engine/engine.testing.ts'
import { compileFlows } from '../flows/compile.ts'
import { inShort } from './commands.testing.ts'
import { readCommands } from './read-commands.ts'
import { saysNoWish } from './read-topics.ts'

const asked = (entity: string) => ({
  type: 'text',
  label: both('号', 'number'),
  ask: both('？', '?'),
  entities: [entity],
})
const flow = (intent: string, ...slots: string[]) => ({
  name: both(intent, intent),
  triggers: [{ intent }],
  steps: [...slots.map((slot) => ({ id: slot, collect: slot })), { id: 'say', say: both('好', 'All right') }],
})
const flows = compileFlows(
  FlowSet.parse({
    slots: { code: asked('coupon-code'), order: asked('order-number') },
    flows: {
      get_coupon: flow('get-coupon'),
      check_coupon: flow('coupon-not-working', 'code'),
      cancel: flow('cancel-order', 'order'),
      track: flow('track-order', 'order'),
    },
  }),
  1,
)
const text = 'is DONG60 still good?'

const entityAt = (start: number, type = 'order-number') => ({
  type,
  start,
  end: start + 6,
  text: 'DONG60',
  value: { kind: 'text' as const, text: 'DONG60' },
  confidence: 0.9,
  by: 'pattern' as const,
})

function read(intents: Record<string, number>, type: string) {
  const candidates = Object.entries(intents).map(([name, probability]) => ({ name, probability }))
  const [first] = candidates
  const entities = [entityAt(3, type)]
  const recognised = [{ ...first!, start: 0, end: text.length, because: [] }]
  const heard = aHeard({ text, language: 'en', question: text, candidates, entities, intents: recognised })
  return inShort(readCommands(aSituation({ heard }), flows))
}

test('of two flows the one that alone asks for what is named is meant', () => {
  expect(read({ 'get-coupon': 0.78, 'coupon-not-working': 0.02 }, 'coupon-code')).toBe(
    'start check_coupon + fill code=DONG60',
  )
})

test.each([
  ['the intent is beyond doubt', { 'get-coupon': 0.95, 'coupon-not-working': 0.02 }, 'coupon-code', 'get_coupon'],
  ['nothing speaks for the other', { 'get-coupon': 0.78, 'track-order': 0.02 }, 'coupon-code', 'get_coupon'],
  ['several flows ask for it', { 'get-coupon': 0.78, 'track-order': 0.02 }, 'order-number', 'get_coupon'],
  ['the flow asks for it itself', { 'cancel-order': 0.6, 'track-order': 0.3 }, 'order-number', 'cancel'],
])('not where %s', (...[, intents, type, expected]) => {
  expect(read(intents as never, type)).toContain(`start ${expected}`)
})

test('two that are as likely are not asked about where what is named is for one of them alone', () => {
  expect(read({ 'get-coupon': 0.45, 'track-order': 0.42 }, 'order-number')).toBe('start track + fill order=DONG60')
  expect(read({ 'get-coupon': 0.45, 'track-order': 0.42 }, 'colour')).toContain('clarify')
})

test.each(["hi, it's about DONG60", 'my order DONG60', '关于DONG60', '我的订单DONG60'])(
  '%s says nothing of what is wanted',
  (said) => {
    const start = said.indexOf('DONG60')
    expect(saysNoWish({ heard: aHeard({ text: said, entities: [entityAt(start)] }) })).toBe(true)
  },
)
test.each(['cancel DONG60', 'where is my order DONG60', '退DONG60'])('%s says it', (said) => {
  const start = said.indexOf('DONG60')
  expect(saysNoWish({ heard: aHeard({ text: said, entities: [entityAt(start)] }) })).toBe(false)
})

test.each(['about ', '关于', '那个', 'my order ', '订单', '- '])('%j over and over is read at once', (piece) => {
  for (const times of [40, 1000]) {
    const said = `DONG60 ${piece.repeat(times)}§`
    const began = processorTime()
    saysNoWish({ heard: aHeard({ text: said, entities: [entityAt(0)] }) })
    expect(processorTime() - began).toBeLessThan(300)
  }
})
