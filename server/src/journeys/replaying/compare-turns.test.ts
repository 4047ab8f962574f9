import { expect, test } from 'vitest'
import { compareTurns } from './compare-turns.ts'
import type { TurnOutcome } from './recorded-turns.ts'
import type { TakenTurn } from './take-again.ts'

function anAnswer(why: object, text = 'Three days.'): TakenTurn {
  const message = { kind: 'answer', text, citations: [{ title: 'Refunds' }], quickReplies: [], related: ['Levels'] }
  const outcome = { decision: 'answer', handOff: null, messages: [message], why: { act: 'question', ...why } }
  return { kind: 'said', outcome: outcome as unknown as TurnOutcome }
}
const found = { support: 0.98, passages: [{ title: 'Refunds', terms: ['refund', 'take'], score: 6.1 }] }
const foundElsewhere = { support: 0.97, passages: [{ title: 'Refunds', terms: ['refund', 'how'], score: 5.9 }] }

test('other passages under the same answer are other reasons', () => {
  expect(compareTurns(anAnswer(found), anAnswer(foundElsewhere))).toMatchObject({ kind: 'reasons' })
})

test('an answer that was kept from a question in other words is the same answer, and other words are not', () => {
  const kept = { ...found, fromCache: true }
  expect(compareTurns(anAnswer(kept), anAnswer(foundElsewhere))).toBeUndefined()
  expect(compareTurns(anAnswer(kept), anAnswer(foundElsewhere, 'Five days.'))).toMatchObject({ kind: 'wording' })
})
