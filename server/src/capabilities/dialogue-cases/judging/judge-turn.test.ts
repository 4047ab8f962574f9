import { Expected } from '@lingxi/contract/dialogue-case'
import { expect, it } from 'vitest'
import { describeFault, judgeTurn } from './judge-turn.ts'
import type { Observed } from './observe-turn.ts'

const observed: Observed = {
  said: 'Your order Ａ17 is on its way.',
  cited: ['Delivery times'],
  flow: 'track',
  step: 'more',
  started: ['track'],
  slots: { order: 'A17' },
  actions: ['find_order'],
  handedOver: false,
  ticket: false,
  repairs: ['correction'],
  taken: [],
  understood: '',
}
const faults = (expected: object) => judgeTurn(Expected.parse(expected), observed).map(describeFault)

it('finds nothing wrong where all is as expected, words without case and width', () => {
  const all = {
    flow: 'track',
    step: 'more',
    started: 'track',
    slots: { order: 'A17', other: null },
    said: ['order a17', '/on its (way|WAY)\\.$/', '/YOUR ORDER/i'],
    not_said: ['sorry'],
    cited: 'delivery',
    action: 'find_order',
    no_action: ['cancel_order'],
    handed_over: false,
    ticket: false,
    repair: ['correction', 'negation'],
  }
  expect(faults(all)).toEqual([])
  expect(faults({ cited: true })).toEqual([])
})

it.each([
  [{ flow: null }, 'flow is "track", not null'],
  [{ step: 'other' }, 'step is "more", not "other"'],
  [{ started: 'other' }, 'does not start other'],
  [{ slots: { order: 'B' } }, 'slot order is "A17", not "B"'],
  [{ said: ['/your/'] }, 'does not say "/your/"'],
  [{ not_said: ['way'] }, 'says "way"'],
  [{ cited: 'Returns' }, 'cites ["Delivery times"], not Returns'],
  [{ cited: false }, 'cited is true, not false'],
  [{ action: ['find_order', 'pay'] }, 'does not call pay'],
  [{ no_action: 'find_order' }, 'calls find_order'],
  [{ handed_over: true }, 'handed_over is false, not true'],
  [{ ticket: true }, 'ticket is false, not true'],
  [{ repair: 'negation' }, 'is ["correction"], no "negation"'],
])('tells what is otherwise: %o', (expected, fault) => expect(faults(expected)).toEqual([fault]))

it('reads what is said as the customer does, without the signs of Markdown', () => {
  const dressed = { ...observed, said: 'Open **My orders**, then `Track`; 2 * 3 * 4; to a\\_b\\@mail.example.' }
  const judge = (expected: object) => judgeTurn(Expected.parse(expected), dressed)
  expect(judge({ said: ['open my orders, then track', '2 * 3 * 4', 'a_b@mail.example'] })).toEqual([])
  expect(judge({ not_said: ['open my orders'] })).toHaveLength(1)
})

it('is not held up by patterns that go round and round, and passes nothing of which it cannot tell', () => {
  const slow = { ...observed, said: `${'a'.repeat(4000)} ` }
  const round = Array.from({ length: 20 }, (_, many) => `/^(${'a'.repeat(many + 1)}*)*b/`)
  const judge = (expected: object) => judgeTurn(Expected.parse(expected), slow)
  expect(judge({ not_said: round })).toEqual([])
  expect(judge({ not_said: ['/(a+)+ $/'] })).toMatchObject([{ kind: 'not-said' }])
  // Kept before such an expression was refused.
  const unread = '/(?=b)b/'
  expect(judge({ said: [unread], not_said: [unread], cited: unread }).map(({ kind }) => kind)).toEqual([
    'said',
    'not-said',
    'cited',
  ])
})
