import { describe, expect, test } from 'vitest'
import { fill } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

describe.each(languages)('what is not understood, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)
  const miss = { kind: 'miss', slot: 'order', said: '' } as const

  test('is asked in other words, then with help, then a person comes', () => {
    const talk = shop(language)
    talk.start('refund')
    expect(talk.hear(miss)).toContain(say('我的订单', 'My orders'))
    expect(talk.why?.repair).toBe('not-understood')
    expect(talk.hear(miss)).toContain(say('有了订单号', 'by its number'))
    talk.hear(miss)
    expect(talk.last).toMatchObject({ kind: 'speak', handOver: { reason: 'not-understood' } })
    expect(talk.progress).toBeNull()
  })

  test('a good answer begins the count anew', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.hear(miss)
    talk.hear(miss)
    talk.hear(fill('order', '11'))
    expect(talk.hear({ kind: 'miss', slot: 'reason', said: '' })).toContain(say('为什么退？', 'Why do you'))
    expect(talk.buttons).toEqual([say('坏了', 'Broken'), say('太慢', 'Late')])
  })

  test('a value that may not be is refused in its own words', () => {
    const talk = shop(language)
    talk.start('refund')
    expect(talk.hear(fill('order', 'abc'))).toContain(say('订单号只有数字。', 'An order number has digits only.'))
    expect(talk.why?.repair).toBe('invalid-value')
  })

  test('who asks what it is for is told, and asked again', () => {
    const talk = shop(language)
    talk.start('refund')
    const said = talk.hear({ kind: 'help' })
    expect(said).toContain(say('有了订单号我才能', 'I find your order'))
    expect(said).toContain(say('订单号是多少？', 'What is the order number?'))
    talk.hear(fill('order', '11'))
    expect(talk.hear({ kind: 'help' })).toContain(say('原因', 'reason'))
    expect(talk.why?.repair).toBe('help')
  })

  test('"say that again" puts the question again, with its buttons', () => {
    const talk = shop(language)
    talk.hear({ kind: 'start', flow: 'refund', score: 1, because: '' }, fill('order', '11'))
    expect(talk.hear({ kind: 'repeat' })).toContain(say('为什么退？', 'Why do you'))
    expect(talk.buttons).toHaveLength(2)
    expect(talk.why?.repair).toBe('repetition')
  })
})
