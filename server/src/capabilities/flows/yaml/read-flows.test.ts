import { expect, it } from 'vitest'
import { expectBothLanguages } from '../../../platform/yaml/both-languages.testing.ts'
import { readFlows } from './read-flows.ts'

const step = (text: string) => `flows:\n  a:\n    name: { zh: 甲 }\n    steps:\n      - ${text}\n`
const unread = [
  'flows: [',
  'flows: 1',
  'flow: {}',
  'flows: { A-b: { name: { zh: 甲 }, steps: [{ id: a, say: { zh: 好 } }] } }',
  'flows: { a: { name: {}, steps: [] } }',
  'flows: { a: { name: { zh: 甲 }, triggers: [{}], steps: [{ id: a, say: { zh: 好 } }] } }',
  `flows: { ${Array.from({ length: 501 }, (_, at) => `a${at}: { name: { zh: 甲 }, steps: [{ id: a, link: b }] }`).join(', ')} }`,
  step('{ id: a }'),
  step('a'),
  step('{ id: a, say: {} }'),
  step('{ id: a, say: { zh: 1 } }'),
  step('{ id: a, say: { zh: 好 }, next: Not-A-Step }'),
  step('{ id: a, wait: {} }'),
  step('{ id: a, wait: { within: soon } }'),
  step('{ id: a, wait: { event: b, untill: c } }'),
  step('{ id: a, open_ticket: { subject: { zh: 好 }, text: { zh: 好 }, priority: soon } }'),
  step(`{ id: a, hand_over: { reason: ${'长'.repeat(61)} } }`),
  'tables: { a: { name: { zh: 甲 }, inputs: [b], rows: [{ when: { b: { over: { more: 1 } } } }] } }',
]
const told = (text: string, language: 'zh' | 'en') => {
  const read = readFlows(text, language)
  return 'faults' in read ? read.faults.map(({ path, message }) => ({ path, message })) : []
}

it('tells what is wrong in the language of who reads it, of the same places', () => {
  expectBothLanguages(unread, told)
  expect(told(step('{ id: a, wait: {} }'), 'zh')).toEqual([
    { path: 'flows.a.steps.0.wait', message: '没有写等什么：event 或 within' },
  ])
})
