import { DialogueCase } from '@lingxi/contract/dialogue-case'
import { FlowSet } from '@lingxi/contract/flow'
import { expect, it } from 'vitest'
import { unknownNames } from './unknown-names.ts'

const text = { en: 'Hi' }
const set = FlowSet.parse({
  slots: { order: { type: 'text', label: text, ask: text } },
  flows: { greet: { name: text, steps: [{ id: 'hi', say: text }] } },
})
const test = DialogueCase.parse({
  name: 'a',
  about: 'happy-path',
  language: 'en',
  actions: { find_order: { output: 1 } },
  turns: [
    { user: 'hi', expect: { started: 'greet', flow: null, step: 'hi', slots: { order: 'A' }, action: 'find_order' } },
    { user: 'hi', expect: { flow: 'great', step: 'ho', slots: { size: null }, no_action: ['pay', 'find_order'] } },
  ],
})

it('names what the draft does not have, each once', () => {
  expect(unknownNames(test, set, ['find_order'])).toEqual([
    { kind: 'flow', name: 'great' },
    { kind: 'step', name: 'ho' },
    { kind: 'slot', name: 'size' },
    { kind: 'action', name: 'pay' },
  ])
})

it('says nothing against actions while they are not known', () => {
  expect(unknownNames(test, set, undefined).filter(({ kind }) => kind === 'action')).toEqual([])
})
