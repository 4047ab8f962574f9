import { expect, test } from 'vitest'
import { pickOffered } from './read-offered.ts'
import { clausesOf } from '../words/clauses.ts'
import type { Reading } from './reading.ts'

const wanted = [
  { flow: 'invoice', trigger: { intent: 'request-invoice' } },
  { flow: 'other_invoice', trigger: { intent: 'correct-invoice' } },
  { flow: 'other_invoice', trigger: { intent: 'lost-invoice' } },
  { flow: 'address', trigger: { intent: 'change-address' } },
]

function pick(text: string, probabilities: Record<string, number>, situation: object = {}) {
  const candidates = Object.entries(probabilities).map(([name, probability]) => ({ name, probability }))
  const asked = { offered: ['invoice', 'other_invoice'], progress: null, ...situation }
  const heard = { candidates, act: 'question', outOfScope: false }
  const reading = { text, clauses: clausesOf(text), heard, situation: asked } as unknown as Reading
  return pickOffered(wanted, reading)?.flow
}

test.each([
  ['its place', '第二个', {}, 'other_invoice'],
  ['its place in English', 'the first one', {}, 'invoice'],
  ['what speaks for one of them', '抬头写错了', { 'change-address': 0.44, 'correct-invoice': 0.39 }, 'other_invoice'],
  [
    'what several intents of it add up to',
    '丢了',
    { 'request-invoice': 0.2, 'correct-invoice': 0.2, 'lost-invoice': 0.2 },
    'other_invoice',
  ],
  ['nothing that speaks for either', '今天天气', { 'correct-invoice': 0.04 }, undefined],
  ['two that are as likely', '那个', { 'correct-invoice': 0.3, 'request-invoice': 0.28 }, undefined],
  ['a no', '都不是', { 'request-invoice': 0.2, 'correct-invoice': 0.05 }, undefined],
  ['a no in English', 'neither of them', { 'request-invoice': 0.2 }, undefined],
  ['plainly another matter', '改地址', { 'change-address': 0.96, 'correct-invoice': 0.03 }, undefined],
] as const)('after "which do you mean": %s', (...[, text, probabilities, flow]) => {
  expect(pick(text, probabilities)).toBe(flow)
})

test('nothing was asked about, or a flow is open: nothing is picked', () => {
  expect(pick('第二个', {}, { offered: [] })).toBeUndefined()
  expect(pick('第二个', {}, { progress: { stack: [{}] } })).toBeUndefined()
})
