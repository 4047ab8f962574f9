import { describe, expect, test } from 'vitest'
import { begin, fill, label, talkIn } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

describe.each(languages)('correction, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('another value at the confirmation: what depends on it is taken again, and the yes is asked for anew', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    const said = talk.hear({ kind: 'correct', slot: 'order', value: '22' }, { kind: 'deny' })
    expect(said).toContain('22')
    expect(said).toContain(say('250 元', '250 yuan'))
    expect(said).not.toContain(say('我来帮您退', 'Let me help'))
    expect(said).toContain(say('退 22（太慢），对吗？', 'Refund 22 (Late), right?'))
    expect(talk.why?.repair).toBe('correction')
    talk.hear({ kind: 'affirm' })
    expect(talk.requested).toMatchObject([{ action: 'refund', input: { number: '22', price: 250 } }])
  })

  test('"it was another one": the slot is asked for again, and then goes on as before', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    const said = talk.hear({ kind: 'deny' }, { kind: 'correct', slot: 'order', value: null })
    expect(said).toContain(say('订单号是多少？', 'What is the order number?'))
    expect(talk.progress?.slots).toEqual({ reason: 'late' })
    expect(talk.hear(fill('order', '22'))).toContain(say('退 22（太慢），对吗？', 'Refund 22 (Late), right?'))
  })

  test('in the middle: taken, and the open question is asked again', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'))
    const said = talk.hear(fill('order', '22'), fill('reason', 'broken'))
    expect(said).toContain(say('退 22（坏了），对吗？', 'Refund 22 (Broken), right?'))
  })

  test('a value that may not be changes nothing, and says why', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    const said = talk.hear({ kind: 'correct', slot: 'order', value: 'abc' })
    expect(said).toContain(say('订单号只有数字', 'digits only'))
    expect(said).toContain(say('退 11（太慢）', 'Refund 11 (Late)'))
    expect(talk.why?.repair).toBe('invalid-value')
  })

  test('a flow that waits below goes back when its turn comes', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    talk.start('address')
    expect(talk.hear({ kind: 'correct', slot: 'order', value: '22' })).toContain(say('新地址是？', 'new address?'))
    const said = talk.hear(fill('street', 'Elm 1'))
    expect(said).toContain(say('250 元', '250 yuan'))
    expect(said).toContain(say('退 22', 'Refund 22'))
  })

  test('what is being done already is not changed by words', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    talk.hear({ kind: 'affirm' })
    expect(talk.hear({ kind: 'correct', slot: 'order', value: '22' })).toContain(say('撤不回来', "can't be taken back"))
    expect(talk.progress?.slots.order).toBe('11')
  })
})

test('what a called flow asked for is asked and checked by it again', () => {
  const order = { type: 'text', label: label('order'), ask: label('order?'), keep: 'conversation' }
  const asked: unknown[] = []
  const find = (input: object) => {
    asked.push(input)
    return { kind: 'done', output: null } as const
  }
  const look = { id: 'find', action: 'find', input: { number: 'slots.order' } }
  const flows = {
    refund: {
      name: label('refund'),
      steps: [
        { id: 'who', call: 'identify' },
        { id: 'sure', confirm: label('{{ slots.order }}?') },
      ],
    },
    identify: { name: label('identify'), steps: [{ id: 'order', collect: 'order' }, look] },
  }
  const talk = talkIn({ slots: { order }, flows }, { looks: { find } })
  talk.hear(begin('refund'), fill('order', '11'))
  expect(talk.compiled.flows.get('refund')?.collects).toEqual(['order'])
  expect(talk.hear({ kind: 'correct', slot: 'order', value: '22' })).toMatch(/22\?$/)
  expect(asked.at(-1)).toEqual({ number: '22' })
  expect(talk.hear({ kind: 'correct', slot: 'order', value: null })).toMatch(/order\?$/)
})

test('what was chosen of the one thing is chosen anew of the other, unless that has it too', () => {
  const order = { type: 'text', label: label('order'), ask: label('order?') }
  const item = { type: 'choice', label: label('item'), ask: label('item?'), choices_from: 'results.find.items' }
  const steps = [
    { id: 'order', collect: 'order' },
    { id: 'find', action: 'find', input: { number: 'slots.order' } },
    { id: 'item', collect: 'item' },
    { id: 'sure', confirm: label('{{ slots.item }}?') },
  ]
  const held: Record<string, string[]> = { '11': ['hat', 'coat'], '22': ['coat', 'scarf'], '33': ['socks', 'belt'] }
  const find = ({ number }: Record<string, unknown>) =>
    ({ kind: 'done', output: { items: held[String(number)]! } }) as const
  const talk = talkIn(
    { slots: { order, item }, flows: { refund: { name: label('refund'), steps } } },
    { looks: { find } },
  )
  talk.hear(begin('refund'), fill('order', '11'))
  expect(talk.hear(fill('item', 'coat'))).toMatch(/coat\?$/)
  expect(talk.hear({ kind: 'correct', slot: 'order', value: '22' })).toMatch(/coat\?$/)
  expect(talk.hear({ kind: 'correct', slot: 'order', value: null })).toMatch(/order\?$/)
  expect(talk.hear(fill('order', '33'))).toMatch(/item\?$/)
  expect(talk.buttons).toEqual(['socks', 'belt'])
})
