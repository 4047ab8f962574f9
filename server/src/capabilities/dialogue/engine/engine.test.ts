import { expect, test } from 'vitest'
import { begin, both, fill, label, talkIn } from './engine.testing.ts'

const slot = (type: string, ask: string, more: object = {}) => ({
  type,
  label: label(ask),
  ask: label(`${ask}?`),
  ...more,
})
const flow = (...steps: object[]) => ({ name: label('Flow'), steps })

test('a flow asks for what is missing, passes over what is known, and ends', () => {
  const talk = talkIn({
    slots: {
      order: slot('text', 'order'),
      reason: slot('text', 'reason'),
      phone: slot('text', 'phone', { initial: 'customer.name' }),
    },
    flows: {
      refund: flow(
        { id: 'a', collect: 'order' },
        { id: 'b', collect: 'reason' },
        { id: 'c', collect: 'phone' },
        { id: 'd', say: label('{{ slots.order }} {{ slots.reason }} {{ slots.phone }}') },
      ),
    },
  })
  expect(talk.hear(begin('refund'), fill('reason', 'late'))).toBe('order?')
  expect(talk.progress?.stack).toMatchObject([{ flow: 'refund', step: 'a', waits: 'slot', filled: ['reason'] }])
  expect(talk.hear(fill('order', 'A1'))).toBe('A1 late Li')
  expect(talk.progress).toBeNull()
  expect(talk.why?.taken.map(({ step }) => step)).toEqual(['a', 'b', 'c', 'd'])
})

test('slots of the conversation stay when the flow is over', () => {
  const talk = talkIn({
    slots: { order: slot('text', 'order', { keep: 'conversation' }), reason: slot('text', 'reason') },
    flows: { refund: flow({ id: 'a', collect: 'order' }, { id: 'b', collect: 'reason' }) },
  })
  talk.hear(begin('refund'), fill('order', 'A1'), fill('reason', 'late'))
  expect(talk.progress).toEqual({ version: 1, stack: [], slots: { order: 'A1' } })
})

test('choices are buttons, from the slot or from what an action told, and nothing else is taken', () => {
  const items = [{ value: 'x1', label: 'Cup' }, 'x2']
  const talk = talkIn(
    {
      slots: {
        way: slot('choice', 'way', { choices: [{ value: 'card', label: both('银行卡', 'Card') }] }),
        item: slot('choice', 'item', { choices_from: 'results.order.items' }),
      },
      flows: {
        refund: flow(
          { id: 'a', collect: 'way' },
          { id: 'l', action: 'order', into: 'order' },
          { id: 'b', collect: 'item' },
        ),
      },
    },
    { looks: { order: () => ({ kind: 'done', output: { items } }) }, language: 'en' },
  )
  talk.start('refund')
  expect(talk.buttons).toEqual(['Card'])
  expect(talk.hear(fill('way', 'cash'))).toContain('way?')
  talk.hear({ kind: 'choose', reply: 0 })
  expect(talk.buttons).toEqual(['Cup', 'x2'])
  expect(talk.why?.looked).toMatchObject([{ action: 'order', outcome: 'done' }])
  expect(talk.hear({ kind: 'choose', reply: 1 })).not.toBe('')
  expect(talk.progress).toBeNull()
})

test('a value that may not be is refused in the words of its condition', () => {
  const valid = [{ if: 'value > 0', say: both('金额要大于 0。', 'More than 0.') }]
  const talk = talkIn({
    slots: { amount: slot('number', 'amount', { valid }) },
    flows: { refund: flow({ id: 'a', collect: 'amount' }, { id: 'b', say: label('{{ slots.amount + 1 }}') }) },
  })
  talk.start('refund')
  expect(talk.hear(fill('amount', -3))).toBe('金额要大于 0。\n\namount?')
  expect(talk.why?.repair).toBe('invalid-value')
  expect(talk.hear(fill('amount', 3))).toBe('4')
})

test('a branch takes the first way that holds, and a decision table asks only for what matters', () => {
  const talk = talkIn({
    slots: { days: slot('number', 'days'), opened: slot('yes_no', 'opened'), fee: slot('number', 'fee') },
    tables: {
      fees: {
        name: label('Fees'),
        inputs: ['days', 'opened'],
        rows: [
          { when: { days: { below: 7 } }, then: { fee: 0 } },
          { when: { opened: { among: ['yes'] } }, then: { fee: 20 }, say: label('opened') },
          { when: {}, then: { fee: 10 } },
        ],
      },
    },
    flows: {
      refund: flow(
        { id: 'a', decide: 'fees' },
        {
          id: 'b',
          branch: [
            { if: 'slots.fee == 0', then: 'free' },
            { if: 'slots.fee > 15', then: 'dear' },
          ],
          else: 'end',
        },
        { id: 'free', say: label('free'), next: 'end' },
        { id: 'dear', say: label('dear') },
      ),
    },
  })
  expect(talk.start('refund')).toBe('days?')
  expect(talk.hear(fill('days', 9))).toBe('opened?')
  expect(talk.buttons).toEqual(['是', '否'])
  expect(talk.hear({ kind: 'affirm' })).toBe('opened\ndear')
  expect(talk.why?.taken).toContainEqual({ flow: 'refund', step: 'b', branch: '1' })
  expect(talk.hear(begin('refund'), fill('days', 3))).toBe('free')
})

test('an ask leads each reply its own way, and set_slots reckons', () => {
  const replies = [{ label: label('one'), then: 'first' }, { label: label('two') }]
  const talk = talkIn({
    slots: { sum: slot('number', 'sum') },
    flows: {
      menu: flow(
        { id: 'q', ask: label('which?'), quick_replies: replies },
        { id: 'second', set_slots: { sum: '1 + 2', none: null } },
        { id: 'told', say: label('{{ slots.sum }}'), next: 'end' },
        { id: 'first', say: label('first') },
      ),
    },
  })
  talk.start('menu')
  expect(talk.buttons).toEqual(['one', 'two'])
  expect(talk.hear({ kind: 'choose', reply: 1 })).toBe('3')
  talk.start('menu')
  expect(talk.hear({ kind: 'choose', reply: 0 })).toBe('first')
})

test('a call comes back with what it learnt, a link does not', () => {
  const talk = talkIn({
    slots: { order: slot('text', 'order') },
    flows: {
      refund: flow(
        { id: 'a', call: 'find' },
        { id: 'b', say: label('got {{ slots.order }}') },
        { id: 'c', link: 'bye' },
        { id: 'd', say: label('never') },
      ),
      find: flow({ id: 'a', collect: 'order' }),
      bye: flow({ id: 'a', say: label('bye {{ slots.order }}') }),
    },
  })
  expect(talk.start('refund')).toBe('order?')
  expect(talk.progress?.stack.map(({ flow, waits }) => [flow, waits])).toEqual([
    ['refund', 'flow'],
    ['find', 'slot'],
  ])
  expect(talk.hear(fill('order', 'A1'))).toBe('got A1\nbye A1')
  expect(talk.progress).toBeNull()
})

test('a guard keeps a flow from beginning', () => {
  const talk = talkIn({ flows: { gold: { ...flow({ id: 'a', say: label('hi') }), if: 'customer.tier == "gold"' } } })
  talk.start('gold')
  expect(talk.last.kind).toBe('none')
})

test('a flow hands over with its own words, and a person knows what was said', () => {
  const talk = talkIn({
    slots: { order: slot('text', 'order') },
    flows: {
      refund: flow(
        { id: 'a', collect: 'order' },
        { id: 'h', hand_over: { reason: 'big-refund', say: label('A colleague comes.') } },
      ),
    },
  })
  expect(talk.hear(begin('refund'), fill('order', 'A1'))).toBe('A colleague comes.')
  const known = [{ slot: 'order', label: 'order', value: 'A1' }]
  expect(talk.last).toMatchObject({ kind: 'speak', handOver: { reason: 'big-refund', known } })
  expect(talk.progress).toBeNull()
})

test('a flow that goes round and round is stopped, and a person comes', () => {
  const talk = talkIn({
    flows: { round: flow({ id: 'a', say: label('again') }, { id: 'b', branch: [{ if: 'true', then: 'a' }] }) },
  })
  talk.start('round')
  expect(talk.last).toMatchObject({ kind: 'speak', handOver: { reason: 'flow-loops' } })
  expect(talk.why?.faults).toMatchObject([{ flow: 'round', because: expect.stringContaining('loop') }])
  expect(talk.why!.taken.length).toBeLessThanOrEqual(50)
})

test.each([
  { id: 'a', link: 'nowhere' },
  { id: 'a', say: label('x'), next: 'nowhere' },
  { id: 'a', call: 'wrong' },
])('what leads to nothing ends with a person: %o', (step) => {
  const talk = talkIn({ flows: { wrong: flow(step) } })
  talk.start('wrong')
  expect(talk.last).toMatchObject({ kind: 'speak', handOver: { reason: expect.stringMatching(/^flow-/) } })
})

test('what fails in an expression is told, and the flow goes on', () => {
  const talk = talkIn({
    flows: { odd: flow({ id: 'a', branch: [{ if: 'slots.no > 3', then: 'end' }] }, { id: 'b', say: label('on') }) },
  })
  expect(talk.start('odd')).toBe('on')
  expect(talk.why?.faults).toMatchObject([{ flow: 'odd', step: 'a', expression: 'slots.no > 3' }])
})

test('five hundred steps run in one turn', () => {
  const steps = Array.from({ length: 499 }, (_, at) => ({ id: `s${at}`, set_slots: { n: String(at) } }))
  const talk = talkIn({
    slots: { n: slot('number', 'n') },
    flows: { long: flow(...steps, { id: 'end_of', say: label('{{ slots.n }}') }) },
  })
  expect(talk.start('long')).toBe('498')
})
