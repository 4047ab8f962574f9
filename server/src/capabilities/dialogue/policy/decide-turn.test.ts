import { expect, test } from 'vitest'
import type { Action } from '@lingxi/contract/action'
import { flows, hear, type Place, situationOf } from '../commands/commands.testing.ts'
import type { DialogueState, HeardMeaning } from '../decide.ts'
import { type Deciding, decideTurn } from './decide-turn.ts'
import { weigh } from './weigh.ts'
import { shippedLearnt } from './bandit/learnt.ts'

const aState = (state: Partial<DialogueState> = {}): DialogueState => ({
  owner: 'bot',
  turn: 3,
  unknownsInRow: 0,
  soothedBefore: false,
  ...state,
})

type Given = { state?: Partial<DialogueState>; meaning?: Partial<HeardMeaning>; deciding?: Partial<Deciding> }
type Message = readonly [place: Place, text: string, intents?: Record<string, number>]
async function decided([place, text, intents = {}]: Message, given: Given = {}) {
  const heard = await hear(text, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', intents)
  const { act, signals, question, language } = heard
  const meaning = { act, confidence: 0.9, anger: 0, signals, question, language, ...given.meaning }
  const deciding = { state: aState(given.state), meaning, hasModel: false, policy: null, ...given.deciding }
  const situation = situationOf(place, { ...heard, act: meaning.act })
  return decideTurn(situation, flows, deciding)
}

test.each([
  ['idle', '我要退货', { 'return-goods': 0.86 }, 'triggered-flow', 'flows', 'speak'],
  ['idle', 'i want to return my shoes', { 'return-goods': 0.86 }, 'triggered-flow', 'flows', 'speak'],
  ['idle', '怎么退货', { 'return-goods': 0.86 }, 'knowledge', 'dialogue', 'answer'],
  ['idle', 'how do i return something?', { 'return-goods': 0.86 }, 'knowledge', 'dialogue', 'answer'],
  ['idle', '东西有问题', { 'return-goods': 0.52, 'exchange-goods': 0.48 }, 'clarification', 'flows', 'clarify'],
  // What holds for everybody, however sure the intent is; and a wish that has the form of a question.
  ['idle', '退款多久到账', { 'request-refund': 0.99 }, 'knowledge', 'dialogue', 'answer'],
  ['order', 'how long does a refund take?', { 'request-refund': 0.99 }, 'knowledge', 'flows', 'aside'],
  ['idle', 'can i also get an invoice for it?', { 'request-invoice': 0.9 }, 'triggered-flow', 'flows', 'speak'],
  ['idle', '订单LX2024555的退款什么时候到账？', { 'request-refund': 0.7 }, 'triggered-flow', 'flows', 'speak'],
  ['idle', 'how do i send order LX2024555 back?', { 'return-goods': 0.6 }, 'triggered-flow', 'flows', 'speak'],
  ['idle', '你们店在哪', {}, 'knowledge', 'dialogue', 'answer'],
  ['idle', '你好', {}, 'small-talk', 'dialogue', 'greet'],
  ['idle', '转人工', {}, 'hand-over', 'dialogue', 'hand-off'],
  // Nothing is open that could be broken off, and nothing is looked up.
  ['idle', '算了吧', {}, 'small-talk', 'dialogue', 'acknowledge'],
  ['idle', '好吧算了，不查了', {}, 'small-talk', 'dialogue', 'acknowledge'],
  ['idle', 'never mind, thanks', {}, 'small-talk', 'dialogue', 'acknowledge'],
  ['idle', '算了，怎么退货', { 'return-goods': 0.86 }, 'knowledge', 'dialogue', 'answer'],
  ['idle', '我们继续吧', {}, 'small-talk', 'dialogue', 'acknowledge'],
  ['order', '算了吧', {}, 'running-flow', 'flows', 'speak'],
  ['order', 'LX2024555', {}, 'running-flow', 'flows', 'speak'],
  ['order', '运费谁出', {}, 'knowledge', 'flows', 'aside'],
  ['order', 'how do exchanges work?', { 'exchange-goods': 0.8 }, 'knowledge', 'flows', 'aside'],
  ['order', '谢谢', {}, 'small-talk', 'flows', 'aside'],
  ['order', '转人工', {}, 'hand-over', 'flows', 'speak'],
  ['sure', '确认', {}, 'running-flow', 'flows', 'speak'],
] as const)('%s: %s %o → %s, %s %s', async (...[place, text, intents, policy, by, kind]) => {
  const turn = await decided([place, text, intents])
  expect([turn.weighed[0]?.policy, turn.by, turn.decision.kind]).toEqual([policy, by, kind])
  const scores = turn.weighed.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((one, other) => other - one))
})

test('who asks for a person in the middle of a flow is handed over with what the flow knows', async () => {
  const { decision } = await decided(['reason', '转人工'])
  expect(decision).toMatchObject({
    kind: 'speak',
    handOver: { reason: 'asked-for-person', known: [{ value: 'LX2024001' }] },
  })
})

test('a question beside a wish takes nothing from the wish', async () => {
  const heard = await hear('我要退货。退款多久到账', 'zh')
  const start = { kind: 'start', flow: 'return_goods', score: 0.9, because: 'intent return-goods' } as const
  const weighed = weigh({
    commands: [start, { kind: 'knowledge', question: '退款多久到账' }],
    running: undefined,
    heard,
    otherwise: { kind: 'hand-off', reason: 'not-understood' },
    hasModel: false,
  })
  expect(weighed.find(({ policy }) => policy === 'triggered-flow')?.score).toBe(0.9)
})

test('who is furious is handed over whatever is asked', async () => {
  const { decision } = await decided(['reason', '质量问题'], { meaning: { anger: 0.9 } })
  expect(decision).toMatchObject({ kind: 'speak', handOver: { reason: 'angry' } })
})

test('who wants nothing more is told so in words of its own, where there are flows and where there are none', async () => {
  const left = { kind: 'acknowledge', reason: 'nothing-more' }
  expect((await decided(['idle', '不用了，谢谢'])).decision).toEqual(left)
  expect((await decided(['idle', '没事了，再见'], { meaning: { act: 'goodbye' } })).decision).not.toEqual(left)
  const heard = await hear('算了', 'zh')
  const meaning = {
    act: heard.act,
    confidence: 1,
    anger: 0,
    signals: [],
    question: heard.question,
    language: 'zh' as const,
  }
  const deciding = { state: aState(), meaning, hasModel: false, policy: null }
  expect(decideTurn(situationOf('idle', heard), null, deciding).decision).toEqual(left)
})

test('a person who has the conversation is not talked over, and without flows all is as before', async () => {
  const silent = await decided(['reason', '质量问题'], { state: { owner: 'staff' } })
  expect(silent).toMatchObject({ by: 'dialogue', decision: { kind: 'stay-silent' }, weighed: [] })
  const heard = await hear('怎么退货', 'zh')
  const meaning = {
    act: 'question',
    confidence: 1,
    anger: 0,
    signals: [],
    question: '怎么退货',
    language: 'zh' as const,
  }
  const deciding = { state: aState(), meaning, hasModel: true, policy: null }
  expect(decideTurn(situationOf('idle', heard), null, deciding)).toMatchObject({
    by: 'dialogue',
    decision: { kind: 'answer' },
    weighed: [{ policy: 'knowledge' }, { policy: 'model' }],
  })
})

test('what happened is for the flows, and nothing where nothing waits for it', () => {
  const deciding = { state: aState(), meaning: null, hasModel: false, policy: null }
  expect(decideTurn(situationOf('idle', null), flows, deciding)).toMatchObject({
    by: 'flows',
    decision: { kind: 'none' },
  })
})

test('what weighed most stands first in the log', async () => {
  const { decision, weighed } = await decided(['order', 'LX2024555'])
  expect(decision).toMatchObject({ why: { weighed } })
})

const learning = (frozen: boolean): Given => ({ deciding: { policy: { learnt: shippedLearnt(), frozen } } })
/** Two ways are plausible: the flow that only looks, and an answer. */
const unsure = ['idle', '怎么查物流', { 'track-order': 0.95 }] as const

test('frozen, the shipped prior does what weighs most, and chance has no part in it', async () => {
  const plain = await decided(unsure)
  const frozen = await decided(unsure, learning(true))
  expect(frozen.explored).toMatchObject({ frozen: true, propensity: 1, learnt: 0, chosen: 'answer' })
  expect(frozen.decision).toEqual(plain.decision)
})

test('where it may try, the same turn of the same conversation falls out the same', async () => {
  const turns = await Promise.all([decided(unsure, learning(false)), decided(unsure, learning(false))])
  expect(turns[0]).toEqual(turns[1])
  expect(turns[0]!.explored!.propensity).toBeLessThan(1)
  const chosen = await Promise.all(
    Array.from({ length: 40 }, (_, turn) => decided(unsure, { ...learning(false), state: { turn } })),
  )
  expect(new Set(chosen.map(({ explored }) => explored!.chosen)).size).toBeGreaterThan(1)
})

test.each([
  ['a flow that asks for a yes would begin', ['idle', '怎么退货', { 'return-goods': 0.95 }], {}],
  ['a yes is waited for', ['sure', '退款多久到账', {}], {}],
  ['the customer is angry', unsure, { meaning: { anger: 0.4 } }],
  ['it presses', unsure, { meaning: { pressing: 0.7 } }],
  ['a person is asked for', unsure, { meaning: { act: 'hand-off' } }],
  ['a guide waits', unsure, { state: { guiding: true } }],
] as const)('nothing is tried out where %s', async (...[, [place, text, intents], given]) => {
  for (let turn = 0; turn < 20; turn += 1) {
    const state = { turn, unknownsInRow: 1, ...('state' in given && given.state) }
    const turned = await decided([place, text, intents], { ...learning(false), ...given, state } as Given)
    expect(turned.explored).toBeUndefined()
  }
})

test('an action that only looks is no risk, one that needs a yes is', async () => {
  const { mayExplore } = await import('./explore.ts')
  const heard = await hear('怎么查物流', 'zh', { 'track-order': 0.95 })
  const meaning = { act: 'question', confidence: 1, anger: 0, signals: [], question: '', language: 'zh' as const }
  const { compileFlows } = await import('../flows/compile.ts')
  const { FlowSet } = await import('@lingxi/contract/flow')
  const acting = compileFlows(
    FlowSet.parse({ flows: { track: { name: { en: 'T' }, steps: [{ id: 'a', action: 'x' }] } } }),
    1,
  )
  const asked = (care: Action['care']) => {
    const situation = {
      ...situationOf('idle', heard),
      actions: new Map([['x', { name: 'x', effect: 'act' as const, care }]]),
    }
    const commands = [{ kind: 'start' as const, flow: 'track', score: 0.9, because: '' }]
    const otherwise = { kind: 'soothe' as const, reason: 'complained' as const }
    return mayExplore({ situation, compiled: acting, commands, weighed: [], state: aState(), meaning, otherwise })
  }
  expect([asked('none'), asked('confirmation'), asked('approval')]).toEqual([true, false, false])
})
