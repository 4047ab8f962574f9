import fc from 'fast-check'
import { type Feeling, plainFeeling } from '@lingxi/contract/feeling'
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
  act: 'question',
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
  expect(decide(aState({ owner: 'queue' }), aMeaning({ act: 'hand-off' }))).toEqual({
    kind: 'stay-silent',
    reason: 'waiting-for-person',
  })
})

test('who asks for a person gets one, whatever else is so', () => {
  const meaning = aMeaning({ act: 'hand-off', confidence: 0.1, anger: 1, signals: ['repeated-question'] })
  expect(decide(aState({ unknownsInRow: 5 }), meaning)).toEqual({ kind: 'hand-off', reason: 'asked-for-person' })
})

test('while a guide waits, what may be a reply goes to it, and what else it would be is said beside', () => {
  const guiding = aState({ guiding: true })
  expect(decide(guiding, aMeaning())).toEqual({ kind: 'guide', reason: 'follows-guide', otherwise: answer })
  expect(decide(guiding, aMeaning({ act: 'hand-off' })).kind).toBe('hand-off')
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
  const meaning = aMeaning({ act: 'complaint', question: '', anger })
  expect(decide(aState({ soothedBefore }), meaning).kind).toBe(kind)
})

test('after two answers of "I do not know" the next question is still looked up, and handed off if that finds nothing', () => {
  expect(decide(aState({ unknownsInRow: 1 }), aMeaning())).toEqual({ ...answer, offerPerson: true })
  const last = { ...answer, offerPerson: true, handOffIfUnknown: true }
  expect(decide(aState({ unknownsInRow: 2 }), aMeaning())).toEqual(last)
  const complaint = aMeaning({ act: 'complaint', question: '' })
  expect(decide(aState({ unknownsInRow: 2 }), complaint)).toEqual({ kind: 'hand-off', reason: 'not-understood' })
})

test('thanks after them are still thanks', () => {
  const meaning = aMeaning({ act: 'thanks', question: '' })
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
  expect(decide(aState(), aMeaning({ act: 'complaint', anger: 0.5, question: '' }))).toEqual({
    kind: 'soothe',
    reason: 'complained',
  })
  const both = { ...answer, reason: 'asked-and-complained', soothe: true, offerPerson: true }
  expect(decide(aState(), aMeaning({ act: 'complaint', anger: 0.5 }))).toEqual(both)
  expect(decide(aState(), aMeaning({ anger: 0.5, signals: ['complaint'] }))).toEqual(both)
})

test.each(['thanks', 'goodbye', 'confirm', 'deny', 'chitchat'] as const)('%s is acknowledged', (act) => {
  expect(decide(aState(), aMeaning({ act, question: '' }))).toEqual({ kind: 'acknowledge', reason: act })
})

test('who asks who answers is told, and who wants no person is not offered one', () => {
  const who = aMeaning({ act: 'chitchat', signals: ['asks-who'] })
  expect(decide(aState(), who)).toEqual({ kind: 'acknowledge', reason: 'identity' })
  const refusal = aMeaning({ act: 'deny', signals: ['refuses-person'], question: '' })
  expect(decide(aState(), refusal)).toEqual({ kind: 'acknowledge', reason: 'refused-person' })
})

test('a greeting is returned', () => {
  expect(decide(aState({ turn: 1 }), aMeaning({ act: 'greeting', question: '' }))).toEqual({
    kind: 'greet',
    reason: 'greeted',
  })
})

test('an act that is new to it is taken for a question', () => {
  expect(decide(aState(), aMeaning({ act: 'refund' }))).toEqual(answer)
})

const acts = 'hand-off|greeting|thanks|goodbye|complaint|confirm|deny|chitchat|question'.split('|')
const anyMeaning = fc.record({
  act: fc.oneof(fc.constantFrom(...acts), fc.string()),
  confidence: fc.double({ min: 0, max: 1 }),
  anger: fc.double({ min: 0, max: 1 }),
  signals: fc.array(
    fc.oneof(
      fc.constantFrom('repeated-question', 'complaint', 'asks-who', 'refuses-person', 'nothing-more'),
      fc.string(),
    ),
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
    // The same draw each time: that every reason is met is no matter of luck.
    { numRuns: 5000, seed: 20_261_129 },
  )
  expect([...seen].sort()).toEqual([...decisionReasons].sort())
})

test('on its own turn it never keeps who asks for a person', () => {
  fc.assert(
    fc.property(anyState, anyMeaning, (state, meaning) => {
      const decision = decide({ ...state, owner: 'bot' }, { ...meaning, act: 'hand-off' })
      expect(decision).toEqual({ kind: 'hand-off', reason: 'asked-for-person' })
    }),
  )
})

test('a matter that presses has a person offered at once, and brought where nothing is known', () => {
  expect(decide(aState(), aMeaning({ pressing: 0.7 }))).toMatchObject({ offerPerson: true, handOffIfUnknown: true })
  expect(decide(aState(), aMeaning({ pressing: 0.3 }))).toMatchObject({ offerPerson: false, handOffIfUnknown: false })
})

test.each([
  ['sooner', 0.6, 'hand-off'],
  ['sooner', 0.59, 'answer'],
  ['later', 0.94, 'answer'],
  ['later', 0.95, 'hand-off'],
  ['asked', 1, 'answer'],
] as const)('a company that lets anger bring a person "%s", anger %d: %s', (person, anger, kind) => {
  const feeling: Feeling = { ...plainFeeling, person }
  expect(decide(aState(), aMeaning({ anger }), feeling).kind).toBe(kind)
  expect(decide(aState(), aMeaning({ act: 'hand-off' }), feeling).kind).toBe('hand-off')
})

test('who is anxious is told once that they were heard, unless the company does not want that', () => {
  const anxious = aMeaning({ anxiety: 0.6 })
  expect(decide(aState(), anxious)).toMatchObject({ soothe: true })
  expect(decide(aState({ soothedBefore: true }), anxious)).toMatchObject({ soothe: false })
  expect(decide(aState(), anxious, { ...plainFeeling, acknowledge: false })).toMatchObject({ soothe: false })
})

test('a mood that falls fast is offered a person, and gets one where the bot knows nothing for the second time', () => {
  const fallen = aState({ falling: true })
  expect(decide(fallen, aMeaning())).toEqual({ ...answer, offerPerson: true })
  const again = decide({ ...fallen, unknownsInRow: 1 }, aMeaning())
  expect(again).toEqual({ ...answer, offerPerson: true, handOffIfUnknown: true })
  expect(decide(fallen, aMeaning(), { ...plainFeeling, falling: false })).toEqual(answer)
})
