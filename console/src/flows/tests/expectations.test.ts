import { Expected } from '@lingxi/contract/dialogue-case'
import { expect, it } from 'vitest'
import { expectationsOf, holds } from './expectations.ts'

it('tells each thing that is expected of a turn, and what was there instead', () => {
  const expected = Expected.parse({
    flow: null,
    slots: { order: 'A17', size: null },
    said: ['sure', 'A17'],
    action: 'cancel_order',
    repair: ['correction', 'negation'],
  })
  const faults = [
    { kind: 'slot' as const, of: 'order', expected: 'A17', got: 'B' },
    { kind: 'said' as const, expected: 'A17', got: 'Sure.' },
  ]
  const told = expectationsOf(expected, faults)
  expect(told.map(({ kind, of, expected: what }) => [kind, of, what])).toEqual([
    ['flow', undefined, null],
    ['slot', 'order', 'A17'],
    ['slot', 'size', null],
    ['said', undefined, 'sure'],
    ['said', undefined, 'A17'],
    ['action', undefined, 'cancel_order'],
    ['repair', undefined, ['correction', 'negation']],
  ])
  expect(told.filter((each) => !holds(each))).toEqual(faults)
})

it('tells of a bot that broke, whatever is expected', () => {
  const broken = { kind: 'broken' as const, expected: null, got: null }
  const told = expectationsOf(Expected.parse({ ticket: true }), [broken])
  expect(told).toEqual([{ kind: 'ticket', expected: true }, broken])
  expect(told.map(holds)).toEqual([true, false])
})
