import { FlowSet } from '@lingxi/contract/flow'
import { expect, test } from 'vitest'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'
import { aHeard, aSituation, both } from '../engine/engine.testing.ts'
import { compileFlows } from '../flows/compile.ts'
import { inShort } from './commands.testing.ts'
import { readCommands } from './read-commands.ts'

const tall = { type: 'number', label: both('身高', 'height'), ask: both('多高？', 'How tall are you?'), unit: 'cm' }
const heavy = { type: 'number', label: both('体重', 'weight'), ask: both('多重？', 'What do you weigh?'), unit: 'kg' }
const worn = {
  type: 'yes_no',
  label: both('穿过', 'worn'),
  ask: both('穿过、用过或洗过吗？', 'Has it been worn, used or washed?'),
}
const flows = compileFlows(
  FlowSet.parse({
    slots: { tall, heavy, worn },
    flows: {
      fit: {
        name: both('选尺码', 'Find my size'),
        triggers: [{ intent: 'choose-size' }],
        steps: ['worn', 'tall', 'heavy'].map((slot) => ({ id: slot, collect: slot })),
      },
    },
  }),
  1,
)
const waitingFor = (step: string, text: string) => {
  const frame = { flow: 'fit', step, waits: 'slot' as const, confirmed: false, missed: 0, filled: [], results: {} }
  const language = /\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const)
  const heard = aHeard({ text, language, question: text })
  return aSituation({ progress: { version: 1, stack: [frame], slots: {} }, heard })
}
const read = (step: string, text: string) => inShort(readCommands(waitingFor(step, text), flows))

test.each([
  ['unworn', 'fill worn=false'],
  ['never washed', 'fill worn=false'],
  ["it's unused", 'fill worn=false'],
  ['没穿过', 'fill worn=false'],
  ['都没洗过的', 'fill worn=false'],
  ['unhappy', 'miss worn'],
])('the question is denied in its own words: %s → %s', (text, expected) => expect(read('worn', text)).toBe(expected))

test.each(['178 cm and 70 kg', '身高178厘米体重70公斤'])('two amounts of one clause are both taken: %s', (text) =>
  expect(read('tall', text)).toBe('fill tall=178 + fill heavy=70'),
)

test.each(['one sec, let me check', '等一下我量一下'])('what somebody needs for looking is no answer: %s', (text) =>
  expect(read('tall', text)).toBe('small-talk takes-time'),
)

test('they are taken as well where the flow only begins with them', () => {
  const text = "what size do I need, I'm 178 cm and 70 kg"
  const intents = [{ name: 'choose-size', probability: 0.95, start: 0, end: text.length, because: [] }]
  const heard = aHeard({ text, language: 'en', question: text, intents })
  expect(inShort(readCommands(aSituation({ heard }), flows))).toContain('fill tall=178 + fill heavy=70')
})

const product = {
  type: 'text',
  label: both('商品', 'product'),
  ask: both('哪款？', 'Which one?'),
  entities: ['product'],
}
const shelf = compileFlows(
  FlowSet.parse({
    slots: { product },
    flows: { stock: { name: both('查库存', 'Stock'), steps: [{ id: 'which', collect: 'product' }] } },
  }),
  1,
)
function asked(text: string) {
  const frame = {
    flow: 'stock',
    step: 'which',
    waits: 'slot' as const,
    confirmed: false,
    missed: 0,
    filled: [],
    results: {},
  }
  const language = /\p{Script=Han}/u.test(text) ? ('zh' as const) : ('en' as const)
  const heard = aHeard({ text, language, question: text })
  const progress = { version: 1, stack: [frame], slots: {} }
  return inShort(readCommands(aSituation({ progress, heard }), shelf))
}

test.each([
  ['儿童滑板车', 'fill product=儿童滑板车'],
  ['the electric scooter', 'fill product=the electric scooter'],
  ['随便', 'miss product'],
  ['我不知道', 'help'],
  ['the other one', 'miss product'],
])('a name that nobody listed is told by the system that knows them: %s → %s', (text, expected) =>
  expect(asked(text)).toBe(expected),
)

test.each(['the ', 'red-', '滑板', '袜子'])('a name of %j over and over is read at once', (piece) => {
  for (const times of [40, 1000]) {
    const began = processorTime()
    asked(`${piece.repeat(times)}§`)
    expect(processorTime() - began).toBeLessThan(1000)
  }
})
