import type { FlowFrame } from '@lingxi/contract/dialogue'
import { expect, it } from 'vitest'
import { passedIn, type SimulatedTurn } from './use-simulation.ts'

const frame: Omit<FlowFrame, 'flow' | 'step'> = { waits: 'slot', confirmed: false, missed: 0, filled: [], results: {} }
const turn = (...taken: { flow: string; step: string }[]): SimulatedTurn => ({
  by: '',
  said: 'x',
  trial: { turn: 1, language: 'en' },
  told: { kind: 'turn', messages: [], otherwise: null, handOver: null, why: { taken, weighed: [], progress: null } },
})

it('lights up the steps of the flow that is edited, and the one where it stands', () => {
  const turns = [turn({ flow: 'a', step: 'one' }, { flow: 'b', step: 'other' }), turn({ flow: 'a', step: 'two' })]
  const progress = {
    version: 0,
    slots: {},
    stack: [
      { ...frame, flow: 'a', step: 'three' },
      { ...frame, flow: 'b', step: 'four' },
    ],
  }
  expect(passedIn({ turns, progress }, 'a')).toEqual(new Set(['one', 'two', 'three']))
})
