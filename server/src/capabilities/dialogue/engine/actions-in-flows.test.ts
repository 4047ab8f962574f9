import { expect, test } from 'vitest'
import { begin, both, fill, label, talkIn } from './engine.testing.ts'

const order = { type: 'text', label: label('order'), ask: label('order?') }
const flowOf = (...steps: object[]) => ({
  slots: { order },
  flows: { refund: { name: both('退款', 'the refund'), steps } },
})
const pay = { id: 'pay', action: 'pay', input: { number: 'slots.order', note: 'slots.missing' } }
const done = { id: 'done', say: label('done {{ results.pay.id }}') }

test('an action without care is requested at once, and its flow waits for what becomes of it', () => {
  const talk = talkIn(flowOf({ id: 'a', collect: 'order' }, pay, done), { actions: { pay: 'none' } })
  expect(talk.hear(begin('refund'), fill('order', 'A1'))).toMatch(/办/)
  expect(talk.requested).toEqual([
    { runId: 'talk:1:refund:pay', action: 'pay', input: { number: 'A1' }, needs: 'nothing' },
  ])
  expect(talk.progress?.stack).toMatchObject([{ waits: 'action', run: 'talk:1:refund:pay' }])
  expect(talk.perform({ kind: 'done', output: { id: 7 } })).toBe('done 7')
  expect(talk.progress).toBeNull()
})

test('an action that needs a yes is not requested without one, whatever the flow forgot', () => {
  const talk = talkIn(flowOf(pay, done), { actions: { pay: 'confirmation' }, language: 'en' })
  expect(talk.start('refund')).toContain('the refund')
  expect([talk.requested, talk.buttons]).toEqual([[], ['Yes', 'No, thanks']])
  talk.hear({ kind: 'affirm' })
  expect(talk.requested).toHaveLength(1)
})

test('a no to the question of the engine ends the flow', () => {
  const talk = talkIn(flowOf(pay, done), { actions: { pay: 'confirmation' } })
  talk.start('refund')
  talk.hear({ kind: 'choose', reply: 1 })
  expect([talk.requested, talk.progress]).toEqual([[], null])
})

test('the yes to a confirm is enough for one action, and used up by it', () => {
  const talk = talkIn(flowOf({ id: 'c', confirm: label('sure?') }, pay, { ...pay, id: 'again' }), {
    actions: { pay: 'confirmation' },
  })
  talk.start('refund')
  talk.hear({ kind: 'affirm' })
  expect(talk.requested).toHaveLength(1)
  talk.perform({ kind: 'done', output: null })
  expect(talk.requested).toEqual([])
  expect(talk.progress?.stack).toMatchObject([{ step: 'again', waits: 'confirmation' }])
})

test('a value that changes after the yes takes it back', () => {
  const talk = talkIn(flowOf({ id: 'c', confirm: label('sure?') }, { id: 'a', collect: 'order' }, pay), {
    actions: { pay: 'confirmation' },
  })
  talk.start('refund')
  talk.hear({ kind: 'affirm' })
  talk.hear(fill('order', 'A1'))
  expect([talk.requested, talk.progress?.stack[0]?.waits]).toEqual([[], 'confirmation'])
})

test('what a colleague has to approve is said to be with them', () => {
  const talk = talkIn(flowOf({ id: 'c', confirm: label('sure?') }, pay, done), { actions: { pay: 'approval' } })
  talk.start('refund')
  expect(talk.hear({ kind: 'affirm' })).toContain('同事')
  expect(talk.requested).toMatchObject([{ needs: 'approval' }])
})

test.each(['zh', 'en'] as const)('refused and failed lead where the flow says, else %s words say so', (language) => {
  const ways = { refused: 'no', failed: 'down' }
  const steps = [
    { ...pay, ...ways },
    { ...done, next: 'end' },
    { id: 'no', say: label('no: {{ event.reason }}'), next: 'end' },
    { id: 'down', say: label('down') },
  ]
  const own = talkIn(flowOf(...steps), { actions: { pay: 'none' }, language })
  own.start('refund')
  expect(own.perform({ kind: 'refused', reason: 'too late', output: null })).toBe('no: too late')
  own.start('refund')
  expect(own.perform({ kind: 'failed', reason: 'time-out' })).toBe('down')

  const plain = talkIn(flowOf(pay, done), { actions: { pay: 'none' }, language })
  plain.start('refund')
  expect(plain.perform({ kind: 'refused', reason: 'too *late*', output: null })).toContain('too \\*late\\*')
  expect([plain.progress, plain.buttons]).toEqual([null, [language === 'zh' ? '转人工' : 'Talk to a person']])
  plain.start('refund')
  expect(plain.perform({ kind: 'refused', reason: 'status-409', output: null })).not.toMatch(/status|409|\s$/)
  plain.start('refund')
  plain.perform({ kind: 'failed', reason: 'time-out' })
  expect(plain.last).toMatchObject({ kind: 'speak', handOver: { reason: 'action-failed' } })
})

test('looks are asked for one after the other, and the same question only once', () => {
  const asked: unknown[] = []
  const look = (id: string, input: string) => ({ id, action: 'find', input: { number: input }, into: id })
  const talk = talkIn(
    flowOf(look('one', '"1"'), look('two', 'results.one.next'), look('three', '"1"'), {
      id: 's',
      say: label('{{ results.three.next }}'),
    }),
    {
      looks: {
        find: (input) => {
          asked.push(input.number)
          return { kind: 'done', output: { next: `${input.number}0` } }
        },
      },
    },
  )
  expect(talk.start('refund')).toBe('10')
  expect(asked).toEqual(['1', '10'])
})

test('an action that is not there has failed', () => {
  const talk = talkIn(flowOf(pay))
  talk.start('refund')
  expect(talk.last).toMatchObject({ handOver: { reason: 'action-failed' }, why: { faults: [{ expression: 'pay' }] } })
})

test('a ticket is an action, written in plain words', () => {
  const ticket = {
    id: 't',
    open_ticket: { subject: label('About {{ slots.order }}'), text: label('x'), priority: 'high' },
    into: 'ticket',
  }
  const talk = talkIn(flowOf({ id: 'a', collect: 'order' }, ticket, { id: 's', say: label('{{ results.ticket.id }}') }))
  talk.hear(begin('refund'), fill('order', 'A1'))
  expect(talk.requested).toMatchObject([
    { action: 'open_ticket', input: { subject: 'About A1', text: 'x', priority: 'high' } },
  ])
  expect(talk.perform({ kind: 'done', output: { id: 'T5' } })).toBe('T5')
})

test('what became of an action is told at once, and the other matter goes on after it', () => {
  const flows = { ...flowOf(pay, done) }
  const other = { name: both('地址', 'address'), steps: [{ id: 'a', collect: 'order' }] }
  const talk = talkIn({ ...flows, flows: { ...flows.flows, other } }, { actions: { pay: 'none' } })
  talk.start('refund')
  talk.start('other')
  const said = talk.perform({ kind: 'done', output: { id: 7 } })
  expect(said).toMatch(/^done 7\n.*地址[^]*order\?$/)
  expect(talk.progress?.stack.map(({ flow }) => flow)).toEqual(['other'])
})

test('the same outcome told twice changes nothing', () => {
  const talk = talkIn(flowOf(pay, done), { actions: { pay: 'none' } })
  talk.start('refund')
  talk.perform({ kind: 'done', output: { id: 7 } })
  talk.happen({ kind: 'performed', runId: 'talk:1:refund:pay', outcome: { kind: 'done', output: { id: 7 } } })
  expect(talk.last.kind).toBe('none')
})
