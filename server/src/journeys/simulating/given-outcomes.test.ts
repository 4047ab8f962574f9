import { expect, it } from 'vitest'
import { createGivenOutcomes } from './given-outcomes.ts'

const output = { type: 'object', properties: { state: { enum: ['sent', 'paid'] }, days: { type: 'integer' } } }
const known = new Map([
  ['find', { action: { output }, repeatable: true, within: 10_000 }],
  ['pay', { action: { output: {} }, repeatable: false, within: 5_000 }],
])
const done = (told: unknown, milliseconds = 0) => ({ kind: 'done', output: told, milliseconds })
const failed = (reason: string, milliseconds = 0) => ({ kind: 'failed', reason, milliseconds })

it('tells an example of what the action says it tells, where nothing is given', () => {
  const outcomeOf = createGivenOutcomes({}, known)
  expect(outcomeOf('find', {})).toEqual(done({ state: 'sent', days: 0 }))
  expect(outcomeOf('unknown', {})).toEqual(done(null))
  expect(createGivenOutcomes({ actions: {} }, known)('constructor', {})).toEqual(done(null))
})

it('tells what is given call by call, the last for good, and what is for other calls to those alone', () => {
  const find = [
    { when: { number: 'B' }, refused: 'packed', output: { state: 'packed' } },
    { output: 1 },
    { failed: 'away' },
    { output: 2 },
  ]
  const outcomeOf = createGivenOutcomes({ actions: { find } }, known)
  expect(outcomeOf('find', { number: 'A' })).toEqual(done(1))
  const refused = { kind: 'refused', reason: 'packed', output: { state: 'packed' }, milliseconds: 0 }
  expect(outcomeOf('find', { number: 'B' })).toEqual(refused)
  expect(outcomeOf('find', { number: 'A' })).toEqual(failed('away'))
  expect([1, 2, 3].map(() => outcomeOf('find', { number: 'A' }))).toEqual([done(2), done(2), done(2)])
})

it('fails as often as a fault says', () => {
  const faults = { find: { kind: 'error', times: 2 }, look: { kind: 'silent' } } as const
  const outcomeOf = createGivenOutcomes({ faults, actions: { find: { output: 1 } } }, known)
  expect([1, 2, 3].map(() => outcomeOf('find', {}))).toEqual([failed('error'), failed('error'), done(1)])
  expect([1, 2].map(() => outcomeOf('look', {}).kind)).toEqual(['failed', 'failed'])
})

it('answers late where it is slow, and not at all where nobody waits so long', () => {
  const late = (milliseconds?: number) => {
    const faults = { find: { kind: 'slow' as const, times: 1, ...(milliseconds && { milliseconds }) } }
    const outcomeOf = createGivenOutcomes({ faults, actions: { find: { output: 1 } } }, known)
    return [outcomeOf('find', {}), outcomeOf('find', {})]
  }
  expect(late()).toEqual([done(1, 3000), done(1)])
  expect(late(9_999)).toEqual([done(1, 9_999), done(1)])
  expect(late(60_000)).toEqual([failed('takes-too-long', 10_000), done(1)])
})

it('tells what the second call came to where one arrives twice, unless the other side knows it again', () => {
  const given = [{ output: 'first' }, { refused: 'was done before' }]
  const faults = { find: { kind: 'twice' }, pay: { kind: 'twice' } } as const
  const outcomeOf = createGivenOutcomes({ faults, actions: { find: given, pay: given } }, known)
  expect(outcomeOf('find', {})).toEqual(done('first'))
  expect(outcomeOf('pay', {})).toMatchObject({ kind: 'refused', reason: 'was done before' })
})
