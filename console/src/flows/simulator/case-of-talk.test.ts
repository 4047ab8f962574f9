import { DialogueCase } from '@lingxi/contract/dialogue-case'
import type { DialogueProgress, DialogueWhy } from '@lingxi/contract/dialogue'
import { expect, it } from 'vitest'
import { caseOfTalk } from './case-of-talk.ts'
import type { SimulatedTurn } from './use-simulation.ts'

const at = (step: string, slots: DialogueProgress['slots']): DialogueProgress => ({
  version: 0,
  slots,
  stack: [{ flow: 'cancel', step, waits: 'slot', confirmed: false, missed: 0, filled: [], results: {} }],
})
type Told = Partial<DialogueWhy> & { handOver?: string | null }
const turn = (trial: object, text: string, { handOver = null, ...why }: Told): SimulatedTurn => ({
  by: '',
  said: null,
  trial: { turn: 1, language: 'en', ...trial } as SimulatedTurn['trial'],
  told: {
    kind: 'turn',
    messages: [{ text, quickReplies: [] }],
    otherwise: null,
    handOver,
    why: { taken: [], weighed: [], progress: null, ...why },
  },
})
const which = [{ flow: 'cancel', step: 'which' }]
const looked = { action: 'find_order', input: {}, outcome: 'done' as const, output: { state: 'paid' }, milliseconds: 0 }
const requested = [{ runId: 'run_1', action: 'cancel_order', input: {}, needs: 'nothing' as const }]
const performed = (outcome: object) => [{ kind: 'performed', runId: 'run_1', outcome }]
const read = (turns: SimulatedTurn[]) =>
  DialogueCase.parse(caseOfTalk({ name: 'a', language: 'en', turns, titleOf: () => 'Cancel an order' }))

it('writes down what was said, what actions told, and where the bot came to', () => {
  const talk = read([
    turn({ said: 'cancel it' }, 'Which order?', { taken: which, progress: at('which', {}) }),
    turn({ said: 'A17', looked: [looked] }, '**Sure**?', { looked: [looked], progress: at('sure', { order: 'A17' }) }),
    turn({ said: 'yes' }, 'One moment.', { requested, progress: at('do', { order: 'A17' }) }),
    turn({ happened: performed({ kind: 'refused', reason: 'packed', output: null }) }, 'Packed already.\nSorry.', {}),
  ])
  expect(talk.actions).toEqual({
    find_order: { output: { state: 'paid' } },
    cancel_order: { refused: 'packed', output: null },
  })
  expect(talk.turns).toEqual([
    { user: 'cancel it', expect: { started: 'cancel', flow: 'cancel', step: 'which', said: ['Which order?'] } },
    { user: 'A17', expect: { flow: 'cancel', step: 'sure', slots: { order: 'A17' }, action: ['find_order'] } },
    { user: 'yes', expect: { flow: null, said: ['One moment.', 'Packed already.'], action: ['cancel_order'] } },
  ])
})

it('takes a flow that was begun by hand for its title, and knows time, events and who has it', () => {
  const talk = read([
    turn({ start: 'cancel' }, 'Hi', { taken: which, progress: at('which', {}) }),
    turn({ quietFor: 86_400_000 }, '', { progress: at('which', {}) }),
    turn({ happened: [{ kind: 'event', name: 'packed', fields: {} }] }, '', {
      progress: at('which', {}),
      handOver: 'angry',
    }),
  ])
  expect(talk.turns).toMatchObject([
    { user: 'Cancel an order' },
    { pause: 'P1D' },
    { event: { name: 'packed', fields: {} }, expect: { flow: null, handed_over: true } },
  ])
})
