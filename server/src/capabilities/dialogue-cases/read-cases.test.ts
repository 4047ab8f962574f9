import { expect, it } from 'vitest'
import { expectBothLanguages } from '../../platform/yaml/both-languages.testing.ts'
import { readCase, readCases } from './read-cases.ts'

const one = (turn: string, more = '') => `{ name: a, about: happy-path, language: zh, ${more} turns: [${turn}] }`
const unread = [
  '[',
  '',
  'name: a',
  one('{ user: a, pause: PT1M }'),
  one('{ pause: a while }'),
  one('{ user: a, expect: { flow: A-b } }'),
  one('{ user: a, expect: { says: [b] } }'),
  one('{ user: a, expect: { said: [b, "/(a)\\\\1/"] } }'),
  one('{ user: a }', 'faults: { a: { kind: gone } },'),
  one('{ user: a }', 'actions: { a: { refused: b, failed: c } },'),
  one('{ user: a }', 'actions: { a: { output: b, failed: c } },'),
]
const told = (text: string, language: 'zh' | 'en') => {
  const read = readCase(text, language)
  return 'faults' in read ? read.faults.map(({ path, message }) => ({ path, message })) : []
}

it('tells what is wrong in the language of who reads it, of the same places', () => {
  expectBothLanguages(unread, told)
  const [first] = told(one('{ user: a, pause: PT1M }'), 'zh')
  expect(first).toEqual({ path: 'turns.0', message: '只能写一件事：user、pause、event 或 approve' })
  const twice = readCases(`[${one('{ user: a }')}, ${one('{ user: a }')}]`, 'zh')
  expect(twice).toMatchObject({ faults: [{ path: '', message: '有两个用例同名' }] })
})
