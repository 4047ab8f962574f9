import type { Looked } from '@lingxi/contract/dialogue'
import { DialogueProgress, DialogueWhy } from '@lingxi/contract/dialogue'
import { FlowSet, mostSteps } from '@lingxi/contract/flow'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFlows } from '../flows/compile.ts'
import type { Command, FlowDecision, FlowSituation, Happened } from '../situation.ts'
import { decideFlows } from './engine.ts'
import { aHeard, aSituation } from './engine.testing.ts'
import { mostTaken } from './run.ts'

const oneOf = fc.constantFrom
const flowNames = ['f0', 'f1', 'f2', 'constructor'] as const
const slotNames = ['s0', 's1', 's2', 'constructor'] as const
const ids = ['a', 'b', 'c', 'd', 'e'] as const
const aFlow = oneOf(...flowNames, 'gone')
const aSlot = oneOf(...slotNames, 'gone')
const aTarget = oneOf(...ids, 'end', 'gone')
const anExpression = fc.oneof(
  oneOf(
    'true',
    'slots.s0',
    'slots.s1 > 1',
    'slots.s0 == slots.s2',
    'results.r.x',
    '1 + 1',
    'value != null',
    'nonsense(',
    'event.reason',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
)
const aText = fc.record({ zh: oneOf('你好 {{ slots.s0 }}', '好'), en: oneOf('{{ results.r.x }}', 'ok {{ bad( }}') })
const aLabel = fc.constant({ zh: '名', en: 'name' })
const aValue = fc.oneof(oneOf('x', 'y', 'yes', ''), fc.integer(), fc.boolean(), fc.double(), fc.string())
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })

const aSlotForm = fc.record({
  type: oneOf('text', 'number', 'yes_no', 'choice', 'time'),
  label: aLabel,
  ask: aText,
  help: maybe(aText),
  valid: maybe(fc.array(fc.record({ if: anExpression, say: aText }), { maxLength: 2 })),
  initial: maybe(anExpression),
  choices: maybe(
    fc.constant([
      { value: 'x', label: { zh: '甲' } },
      { value: 'y', label: { en: 'B' } },
    ]),
  ),
  choices_from: maybe(anExpression),
  keep: maybe(oneOf('flow', 'conversation')),
})
const aStep = fc.oneof(
  fc.record({ collect: aSlot, always: maybe(fc.boolean()), next: maybe(aTarget) }),
  fc.record({
    action: oneOf('look', 'act', 'careful', 'approved', 'gone'),
    input: fc.constant({ n: 'slots.s0' }),
    into: oneOf('r', 'constructor'),
    refused: maybe(aTarget),
    failed: maybe(aTarget),
  }),
  fc.record({ set_slots: fc.dictionary(aSlot, fc.option(anExpression)), next: maybe(aTarget) }),
  fc.record({ say: aText, next: maybe(aTarget) }),
  fc.record({
    ask: aText,
    quick_replies: fc.array(fc.record({ label: aLabel, then: maybe(aTarget) }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ confirm: aText, no: maybe(aTarget) }),
  fc.record({
    branch: fc.array(fc.record({ if: anExpression, then: aTarget }), { minLength: 1, maxLength: 2 }),
    else: maybe(aTarget),
  }),
  fc.record({ decide: oneOf('t', 'gone') }),
  fc.record({ link: aFlow }),
  fc.record({ call: aFlow, next: maybe(aTarget) }),
  fc.record({ hand_over: fc.record({ reason: fc.constant('x'), say: maybe(aText) }) }),
  fc.record({ open_ticket: fc.record({ subject: aText, text: aText }) }),
  fc.record({
    wait: fc.record({ event: oneOf('e', 'silence'), within: maybe(oneOf('PT1H', 'P1D')) }),
    otherwise: maybe(aTarget),
  }),
)
const aFlowForm = fc
  .record({
    name: aLabel,
    if: maybe(oneOf('true', 'slots.s0 != "x"')),
    triggers: maybe(fc.constant([{ event: 'e' }])),
    cancelled: maybe(aText),
    steps: fc.array(aStep, { minLength: 1, maxLength: 5 }),
  })
  .map((flow) => ({ ...flow, steps: flow.steps.map((step, at) => ({ ...step, id: ids[at] })) }))
const aSet = fc
  .record({
    flows: fc.record(Object.fromEntries(flowNames.map((name) => [name, aFlowForm]))),
    slots: fc.record(Object.fromEntries(slotNames.map((name) => [name, aSlotForm]))),
  })
  .map((set) => {
    const rows = [
      { when: { s0: { among: ['x'] } }, then: { s1: 2 } },
      { when: { s1: { from: 1 } }, say: { zh: '好' } },
    ]
    return JSON.parse(JSON.stringify({ ...set, tables: { t: { name: { zh: '表' }, inputs: ['s0', 's1'], rows } } }))
  })

const aCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('fill' as const), slot: aSlot, value: aValue }),
  fc.record({ kind: fc.constant('correct' as const), slot: aSlot, value: fc.option(aValue) }),
  fc.record({ kind: fc.constant('miss' as const), slot: aSlot, said: oneOf('', 'no') }),
  fc.record({ kind: fc.constant('choose' as const), reply: fc.integer({ min: -1, max: 3 }) }),
  fc.record({ kind: fc.constant('start' as const), flow: aFlow, score: fc.constant(0.5), because: fc.constant('') }),
  fc.record({ kind: fc.constant('refuse' as const), flow: aFlow }),
  fc.record({
    kind: fc.constant('clarify' as const),
    flows: fc.array(aFlow, { maxLength: 3 }),
    score: fc.constant(0.9),
  }),
  fc.record({ kind: fc.constant('knowledge' as const), question: fc.constant('?') }),
  fc.record({ kind: fc.constant('small-talk' as const), act: fc.constant('thanks') }),
  oneOf(...(['affirm', 'deny', 'cancel', 'resume', 'repeat', 'help', 'affirm', 'affirm'] as const)).map((kind) => ({
    kind,
  })),
)
/** Whether the customer speaks, what they say, what happens, and how long it was quiet. */
const aTurn = fc.record({
  commands: fc.array(aCommand, { maxLength: 4 }),
  outcome: oneOf('done', 'refused', 'failed', 'nothing', 'nothing', 'event'),
  hours: oneOf(0, 0, 0, 5, 48),
  language: oneOf('zh' as const, 'en' as const),
})
type Turn = typeof aTurn extends fc.Arbitrary<infer Value> ? Value : never

const actions: FlowSituation['actions'] = new Map([
  ['look', { name: 'look', effect: 'look', care: 'none' }],
  ['act', { name: 'act', effect: 'act', care: 'none' }],
  ['careful', { name: 'careful', effect: 'act', care: 'confirmation' }],
  ['approved', { name: 'approved', effect: 'act', care: 'approval' }],
])

function happenedIn({ outcome }: Turn, progress: DialogueProgress | null): Happened[] {
  if (outcome === 'nothing') return []
  if (outcome === 'event') return [{ kind: 'event', name: 'e', fields: { x: 1 } }]
  const run = progress?.stack.find((frame) => frame.run !== undefined)?.run
  if (run === undefined) return []
  const told =
    outcome === 'failed' ? { kind: outcome, reason: 'slow' } : { kind: outcome, reason: '*no*', output: { x: 3 } }
  if (outcome === 'done') return [{ kind: 'performed', runId: run, outcome: { kind: 'done', output: { x: 3 } } }]
  return [{ kind: 'performed', runId: run, outcome: told as Extract<Happened, { kind: 'performed' }>['outcome'] }]
}

test('any flows and any talk: never thrown, bounded, well formed, and the same when it is decided again', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(aSet, fc.array(aTurn, { minLength: 1, maxLength: 8 }), (form, turns) => {
      const set = FlowSet.parse(form)
      const compiled = compileFlows(set, 1)
      let progress: DialogueProgress | null = null
      const asked = new Set<string>()
      for (const [at, turn] of turns.entries()) {
        const base = aSituation({
          progress,
          heard: aHeard({ language: turn.language }),
          happened: happenedIn(turn, progress),
          quietFor: turn.hours * 3_600_000,
          actions,
        })
        base.surroundings.conversation.turn = at + 1
        const { decision, situation } = settle(base, turn.commands, compiled)
        seen.add(decision.kind)
        const why = (decision as Exclude<FlowDecision, { kind: 'look' }>).why
        expect(DialogueWhy.parse(why)).toEqual(why)
        expect(why.taken.length).toBeLessThanOrEqual(mostTaken)
        const again = decideFlows(structuredClone(situation), compileFlows(set, 1), structuredClone(turn.commands))
        expect(JSON.stringify(again)).toBe(JSON.stringify(decision))
        for (const { runId } of why.requested ?? []) {
          expect(asked.has(runId)).toBe(false)
          asked.add(runId)
        }
        progress = why.progress === null ? null : DialogueProgress.parse(JSON.parse(JSON.stringify(why.progress)))
      }
    }),
    { numRuns: 1500 },
  )
  expect([...seen].sort()).toEqual(['aside', 'clarify', 'none', 'speak'])
})

function settle(base: FlowSituation, commands: Command[], compiled: ReturnType<typeof compileFlows>) {
  const looked: Looked[] = []
  for (let looks = 0; looks < 20; looks++) {
    const situation = { ...base, looked: [...looked] }
    const before = JSON.stringify(situation)
    const decision = decideFlows(situation, compiled, commands)
    expect(JSON.stringify(situation)).toBe(before)
    if (decision.kind !== 'look') return { decision, situation }
    const outcome = (['done', 'refused', 'failed'] as const)[looks % 3]!
    looked.push({
      action: decision.action,
      input: decision.input as Looked['input'],
      outcome,
      output: [{ x: looks }],
      milliseconds: 1,
    })
  }
  throw new Error('It looks for ever')
}

test('a careful action is requested only after a yes', () => {
  fc.assert(
    fc.property(aSet, fc.array(aTurn, { minLength: 1, maxLength: 6 }), (form, turns) => {
      const compiled = compileFlows(FlowSet.parse(form), 1)
      let progress: DialogueProgress | null = null
      let yes = 0
      for (const turn of turns) {
        const base = aSituation({ progress, happened: happenedIn(turn, progress), actions })
        const { decision } = settle(base, turn.commands, compiled)
        const why = (decision as Exclude<FlowDecision, { kind: 'look' }>).why
        yes += turn.commands.filter(({ kind }) => kind === 'affirm' || kind === 'choose').length
        yes -= (why.requested ?? []).filter(({ action }) => action === 'careful' || action === 'approved').length
        expect(yes).toBeGreaterThanOrEqual(0)
        progress = why.progress
      }
    }),
    { numRuns: 1000 },
  )
})

test('ten thousand steps are refused before they get here', () => {
  const steps = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `s${at}`, say: { zh: '好' } }))
  const of = (count: number) =>
    FlowSet.safeParse({ flows: { long: { name: { zh: '长' }, steps: steps(count) } } }).success
  expect([of(mostSteps), of(mostSteps + 1), of(10_000)]).toEqual([true, false, false])
})
