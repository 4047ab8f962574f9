import type { Action } from '@lingxi/contract/action'
import { FlowSet } from '@lingxi/contract/flow'
import { FlowTrial, TriedTurn } from '@lingxi/contract/flow-simulation'
import type { Caller } from '@lingxi/contract/route'
import type { Meaning } from '@lingxi/contract/understanding'
import { expect, it } from 'vitest'
import { shippedLearnt } from '#dialogue'
import { createSimulateFlows } from './simulate-flows.ts'

const text = (en: string) => ({ en })
const set = FlowSet.parse({
  slots: { order: { type: 'text', label: text('order'), ask: text('Which order?') } },
  flows: {
    status: {
      name: text('Status'),
      triggers: [{ intent: 'where-is-it' }],
      steps: [
        { id: 'which', collect: 'order' },
        { id: 'find', action: 'find_order', input: { number: 'slots.order' }, into: 'found', refused: 'unknown' },
        { id: 'tell', say: text('It is {{ results.found.state }}.'), next: 'end' },
        { id: 'unknown', say: text('There is no such order.') },
      ],
    },
  },
})
const find = { name: 'find_order', effect: 'look', care: 'none' } as Action
const none = { strength: 0, because: [] }
const meaning = (intents: string[]) =>
  ({
    language: 'en',
    act: 'question',
    confidence: 1,
    signals: [],
    question: '',
    intents: intents.map((name) => ({ name, probability: 0.9, start: 0, end: 5 })),
    candidates: [],
    outOfScope: { decided: false },
    entities: [],
    mood: { anger: none, urgency: none, churn: none, legalThreat: none, emotion: { label: 'neutral', confidence: 1 } },
  }) as unknown as Meaning

const { simulateFlows } = createSimulateFlows({
  draftOf: async () => set,
  understand: async (_tenant, said) => meaning(said.startsWith('Where') ? ['where-is-it'] : []),
  actionsOf: async () => new Map([['find_order', find]]),
  policyOf: async () => ({ learnt: shippedLearnt(), frozen: false }),
  now: () => Date.parse('2026-11-28T12:00:00Z'),
})
async function turn(trial: object): Promise<TriedTurn> {
  const body = FlowTrial.parse({ turn: 1, language: 'en', ...trial })
  const caller = { kind: 'staff', tenantId: 't', staffId: 's', role: 'staff', name: 'S', groups: [] } satisfies Caller
  return TriedTurn.parse(await simulateFlows({ body, params: undefined, query: undefined }, caller, undefined as never))
}
const spoken = (tried: TriedTurn) => (tried.kind === 'turn' ? tried.messages.map((each) => each.text) : [tried.kind])
const progressOf = (tried: TriedTurn) => (tried.kind === 'turn' ? tried.why.progress : null)

it('talks with the draft: asks, wants an action answered by hand, and says what comes of it', async () => {
  const asked = await turn({ said: 'Where is it?' })
  expect(spoken(asked)).toEqual(['Which order?'])
  const given = { said: 'A17', turn: 2, progress: progressOf(asked) }
  expect(await turn(given)).toEqual({ kind: 'look', action: 'find_order', input: { number: 'A17' } })
  const looked = (outcome: string, output: unknown) => [
    { action: 'find_order', input: { number: 'A17' }, outcome, output, milliseconds: 0 },
  ]
  const done = await turn({ ...given, looked: looked('done', { state: 'sent' }) })
  expect(spoken(done)).toEqual(['It is sent.'])
  expect(done.kind === 'turn' && done.why.taken.map(({ step }) => step)).toEqual(['which', 'find', 'tell'])
  expect(spoken(await turn({ ...given, looked: looked('refused', null) }))).toEqual(['There is no such order.'])
})

it('begins a flow by hand, with what is being edited in place of what the draft holds', async () => {
  const content = { name: text('Status'), steps: [{ id: 'hi', say: text('Edited') }] }
  const part = { kind: 'flow', name: 'status', content }
  expect(spoken(await turn({ start: 'status', part }))).toEqual(['Edited'])
  expect(spoken(await turn({ start: 'status' }))).toEqual(['Which order?'])
})

it('says what the rest of the bot would do where the flows have nothing to say', async () => {
  const tried = await turn({ said: 'Do you sell tea?' })
  expect(tried).toMatchObject({ kind: 'turn', messages: [], otherwise: 'answer' })
})

it('outlives progress of flows and steps that are not there any more', async () => {
  const frame = { flow: 'gone', step: 'gone', waits: 'slot', confirmed: false, missed: 0, filled: [], results: {} }
  const progress = { version: 0, stack: [frame, { ...frame, flow: 'status' }], slots: {} }
  expect((await turn({ said: 'A17', progress })).kind).toBe('turn')
})
