import { describe, expect, test } from 'vitest'
import { begin, fill } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

const silent = (count: number) => ({ kind: 'event', name: 'silence', fields: { count } }) as const

describe.each(languages)('silence and coming back, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('who is silent is asked once, then left in peace, and the flow stays open', () => {
    const talk = shop(language)
    talk.start('refund')
    expect(talk.happen(silent(1))).toContain(say('订单号是多少？', 'What is the order number?'))
    expect(talk.why?.repair).toBe('silence')
    expect(talk.happen(silent(2))).not.toContain(say('订单号', 'order number'))
    expect(talk.hear(fill('order', '11'))).toContain(say('为什么退？', 'Why do you'))
  })

  test('silence where nothing is open is nothing', () => {
    const talk = shop(language)
    talk.happen(silent(1))
    expect(talk.last.kind).toBe('none')
  })

  test('back the next day: where we were, and whether to go on', () => {
    const talk = shop(language)
    talk.start('refund')
    const said = talk.later(20, { kind: 'small-talk', act: 'greeting' })
    expect(said).toContain(say('退款', 'the refund'))
    expect(said).not.toContain(say('订单号是多少？', 'What is the order number?'))
    expect(talk.why?.repair).toBe('return-later')
    expect(talk.hear({ kind: 'affirm' })).toContain(say('订单号是多少？', 'What is the order number?'))
  })

  test('who does not want to go on need not', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.later(20)
    talk.hear({ kind: 'deny' })
    expect(talk.progress).toBeNull()
  })

  test('who answers the question has come back already', () => {
    const talk = shop(language)
    talk.start('refund')
    expect(talk.later(20, fill('order', '11'))).toContain(say('为什么退？', 'Why do you'))
    talk.later(20)
    expect(talk.hear({ kind: 'resume' })).toContain(say('为什么退？', 'Why do you'))
    expect(talk.why?.repair).toBe('resumption')
  })

  test('a yes after hours is asked for again before anything is done', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    expect(talk.later(20, { kind: 'affirm' })).toContain(say('退 11（太慢），对吗？', 'Refund 11 (Late), right?'))
    expect(talk.requested).toEqual([])
    talk.hear({ kind: 'affirm' })
    expect(talk.requested).toHaveLength(1)
  })
})
