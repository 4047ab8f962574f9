import { describe, expect, test } from 'vitest'
import { fill } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

describe.each(languages)('clarification and negation, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('two that are as likely are buttons, and nothing begins', () => {
    const talk = shop(language)
    expect(talk.hear({ kind: 'clarify', flows: ['refund', 'address'], score: 0.9 })).not.toBe('')
    expect(talk.last.kind).toBe('clarify')
    expect(talk.buttons).toEqual([say('退款', 'the refund'), say('改地址', 'the address change')])
    expect([talk.progress, talk.why?.repair]).toEqual([null, 'clarification'])
  })

  test('what is not there is not offered, and one that is left begins', () => {
    const talk = shop(language)
    expect(talk.hear({ kind: 'clarify', flows: ['refund', 'gone'], score: 0.9 })).toContain(
      say('订单号', 'order number'),
    )
    expect(talk.last.kind).toBe('speak')
  })

  test('a flow that is not wanted does not begin', () => {
    const talk = shop(language)
    expect(talk.hear({ kind: 'refuse', flow: 'refund' })).toContain(say('退款', 'the refund'))
    expect([talk.progress, talk.why?.repair]).toEqual([null, 'negation'])
  })

  test('a flow that is not wanted any more is dropped, and the other goes on', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.start('address')
    talk.hear({ kind: 'refuse', flow: 'refund' })
    expect(talk.progress?.stack.map(({ flow }) => flow)).toEqual(['address'])
    expect(talk.hear(fill('street', 'Elm 1'))).toBe(say('改到 Elm 1 了。', 'Changed to Elm 1.'))
  })
})
