import { expect, test } from 'vitest'
import { DialogueCase, DialogueCases } from './dialogue-case.ts'

const aCase = { name: 'asks', about: 'happy-path', language: 'en', turns: [{ user: 'where is my order' }] }

test('a turn is one thing', () => {
  expect(DialogueCase.safeParse(aCase).success).toBe(true)
  const turns = [{}, { user: 'yes', pause: 'PT1H' }, { approve: true, event: { name: 'delivered' } }]
  for (const turn of turns) expect(DialogueCase.safeParse({ ...aCase, turns: [turn] }).success).toBe(false)
})

test('what is not a word of an expectation is refused', () => {
  const turns = [{ user: 'hello', expect: { says: ['hello'] } }]
  expect(DialogueCase.safeParse({ ...aCase, turns }).success).toBe(false)
})

test('names are told apart within a file', () => {
  expect(DialogueCases.safeParse([aCase, aCase]).success).toBe(false)
  expect(DialogueCases.safeParse([aCase, { ...aCase, name: 'asks again' }]).success).toBe(true)
})
