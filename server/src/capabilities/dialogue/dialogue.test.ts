import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DialogueState, decide, decisionReasons, type HeardMeaning } from './dialogue.ts'

const aState = (state: Partial<DialogueState> = {}): DialogueState => ({
  owner: 'bot',
  turn: 3,
  unknownsInRow: 0,
  soothedBefore: false,
  ...state,
})
const aMeaning = (meaning: Partial<HeardMeaning> = {}): HeardMeaning => ({
  intent: 'question',
  confidence: 0.9,
  anger: 0,
  signals: [],
  question: '怎么退货',
  language: 'zh',
  ...meaning,
})
const answer = {
  kind: 'answer',
  question: '怎么退货',
  reason: 'asked-a-question',
  soothe: false,
  offerPerson: false,
  handOffIfUnknown: false,
}

test('a person who has the conversation is not talked over', () => {
  expect(decide(aState({ owner: 'staff' }), aMeaning())).toEqual({ kind: 'stay-silent', reason: 'person-has-it' })
  expect(decide(aState({ owner: 'queue' }), aMeaning({ intent: 'hand-off' }))).toEqual({
    kind: 'stay-silent',
    reason: 'waiting-for-person',
  })
})

test('who asks for a person gets one, whatever else is so', () => {
  const meaning = aMeaning({ intent: 'hand-off', confidence: 0.1, anger: 1, signals: ['repeated-question'] })
  expect(decide(aState({ unknownsInRow: 5 }), meaning)).toEqual({ kind: 'hand-off', reason: 'asked-for-person' })
})

test('while a guide waits, what may be a reply goes to it, and what else it would be is said beside', () => {
  const guiding = aState({ guiding: true })
  expect(decide(guiding, aMeaning())).toEqual({ kind: 'guide', reason: 'follows-guide', otherwise: answer })
  expect(decide(guiding, aMeaning({ intent: 'hand-off' })).kind).toBe('hand-off')
  expect(decide(guiding, aMeaning({ anger: 0.9 })).kind).toBe('hand-off')
})

test.each([
  [0.79, {}, 'answer'],
  [0.8, {}, 'hand-off'],
  [0.5, { soothedBefore: true }, 'hand-off'],
  [0.49, { soothedBefore: true }, 'answer'],
  [0.79, { soothedBefore: false }, 'answer'],
] as const)('anger of %d, having been %o: %s', (anger, state, kind) => {
  const decision = decide(aState(state), aMeaning({ anger }))
  expect(decision.kind).toBe(kind)
  if (kind === 'hand-off') expect(decision.reason).toBe('angry')
})

test.each([
  [0.35, true, 'hand-off'],
  [0.34, true, 'soothe'],
  [0.79, false, 'soothe'],
] as const)('a complaint that asks nothing, anger %d, soothed before %s: %s', (anger, soothedBefore, kind) => {
  const meaning = aMeaning({ intent: 'complaint', question: '', anger })
  expect(decide(aState({ soothedBefore }), meaning).kind).toBe(kind)
})

test('after two answers of "I do not know" the next question is still looked up, and handed off if that finds nothing', () => {
  expect(decide(aState({ unknownsInRow: 1 }), aMeaning())).toEqual({ ...answer, offerPerson: true })
  const last = { ...answer, offerPerson: true, handOffIfUnknown: true }
  expect(decide(aState({ unknownsInRow: 2 }), aMeaning())).toEqual(last)
  const complaint = aMeaning({ intent: 'complaint', question: '' })
  expect(decide(aState({ unknownsInRow: 2 }), complaint)).toEqual({ kind: 'hand-off', reason: 'not-understood' })
})

test('thanks after them are still thanks', () => {
  const meaning = aMeaning({ intent: 'thanks', question: '' })
  expect(decide(aState({ unknownsInRow: 2 }), meaning)).toEqual({ kind: 'acknowledge', reason: 'thanks' })
})

test('a question asked again is looked up again, and handed off if it still has no answer', () => {
  const again = aMeaning({ signals: ['repeated-question'] })
  expect(decide(aState(), again)).toEqual({ ...answer, offerPerson: true })
  expect(decide(aState({ unknownsInRow: 1 }), again)).toEqual({
    ...answer,
    offerPerson: true,
    handOffIfUnknown: true,
  })
})

test('a question is looked up, and annoyance acknowledged once', () => {
  expect(decide(aState(), aMeaning())).toEqual(answer)
  expect(decide(aState(), aMeaning({ anger: 0.35 }))).toEqual({ ...answer, soothe: true })
  expect(decide(aState(), aMeaning({ anger: 0.34 }))).toEqual(answer)
  expect(decide(aState({ soothedBefore: true }), aMeaning({ anger: 0.4 }))).toEqual(answer)
})

test('a complaint is heard; with a question in it, it is answered too', () => {
  expect(decide(aState(), aMeaning({ intent: 'complaint', anger: 0.5, question: '' }))).toEqual({
    kind: 'soothe',
    reason: 'complained',
  })
  const both = { ...answer, reason: 'asked-and-complained', soothe: true, offerPerson: true }
  expect(decide(aState(), aMeaning({ intent: 'complaint', anger: 0.5 }))).toEqual(both)
  expect(decide(aState(), aMeaning({ anger: 0.5, signals: ['complaint'] }))).toEqual(both)
})

test.each(['thanks', 'goodbye', 'confirm', 'deny', 'chitchat'] as const)('%s is acknowledged', (intent) => {
  expect(decide(aState(), aMeaning({ intent, question: '' }))).toEqual({ kind: 'acknowledge', reason: intent })
})

test('who asks who answers is told, and who wants no person is not offered one', () => {
  const who = aMeaning({ intent: 'chitchat', signals: ['asks-who'] })
  expect(decide(aState(), who)).toEqual({ kind: 'acknowledge', reason: 'identity' })
  const refusal = aMeaning({ intent: 'deny', signals: ['refuses-person'], question: '' })
  expect(decide(aState(), refusal)).toEqual({ kind: 'acknowledge', reason: 'refused-person' })
})

test('a greeting is returned', () => {
  expect(decide(aState({ turn: 1 }), aMeaning({ intent: 'greeting', question: '' }))).toEqual({
    kind: 'greet',
    reason: 'greeted',
  })
})

test('an intent that is new to it is taken for a question', () => {
  expect(decide(aState(), aMeaning({ intent: 'refund' }))).toEqual(answer)
})

const intents = 'hand-off|greeting|thanks|goodbye|complaint|confirm|deny|chitchat|question'.split('|')
const anyMeaning = fc.record({
  intent: fc.oneof(fc.constantFrom(...intents), fc.string()),
  confidence: fc.double({ min: 0, max: 1 }),
  anger: fc.double({ min: 0, max: 1 }),
  signals: fc.array(
    fc.oneof(fc.constantFrom('repeated-question', 'complaint', 'asks-who', 'refuses-person'), fc.string()),
  ),
  question: fc.string(),
  language: fc.constantFrom('zh' as const, 'en' as const),
})
const anyState = fc.record({
  owner: fc.constantFrom('bot' as const, 'queue' as const, 'staff' as const),
  turn: fc.nat(),
  unknownsInRow: fc.nat(4),
  soothedBefore: fc.boolean(),
  guiding: fc.boolean(),
})

test('it always decides, for a known reason, and is silent exactly when it is not its turn', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyState, anyMeaning, (state, meaning) => {
      const decision = decide(state, meaning)
      seen.add(decision.reason)
      if (decision.kind === 'guide') seen.add(decision.otherwise.reason)
      expect(decisionReasons).toContain(decision.reason)
      expect(decision.kind === 'stay-silent').toBe(state.owner !== 'bot')
      expect(decide(state, meaning)).toEqual(decision)
    }),
    { numRuns: 5000 },
  )
  expect([...seen].sort()).toEqual([...decisionReasons].sort())
})

test('on its own turn it never keeps who asks for a person', () => {
  fc.assert(
    fc.property(anyState, anyMeaning, (state, meaning) => {
      const decision = decide({ ...state, owner: 'bot' }, { ...meaning, intent: 'hand-off' })
      expect(decision).toEqual({ kind: 'hand-off', reason: 'asked-for-person' })
    }),
  )
})
