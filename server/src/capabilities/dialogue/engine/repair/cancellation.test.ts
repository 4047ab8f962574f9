import { describe, expect, test } from 'vitest'
import { begin, both, fill } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

describe.each(languages)('cancellation, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('nothing is asked, what is dropped is said, and what it knew is forgotten', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'))
    const said = talk.hear({ kind: 'cancel' })
    expect(said).toContain(say('退款', 'the refund'))
    expect(said).not.toMatch(/[?？]$/)
    expect(talk.progress).toBeNull()
    expect(talk.why?.repair).toBe('cancellation')
  })

  test('in the words of the flow, and back to what waits below', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.start('address')
    const said = talk.hear({ kind: 'cancel' })
    expect(said).toContain(say('地址没有改。', 'The address stays as it is.'))
    expect(said).toContain(say('退款', 'the refund'))
    expect(said).toContain(say('订单号是多少？', 'What is the order number?'))
  })

  test('another matter may begin with it', () => {
    const talk = shop(language)
    talk.start('refund')
    const said = talk.hear({ kind: 'cancel' }, begin('address'))
    expect(said).toContain(say('新地址是？', 'What is the new address?'))
    expect(talk.progress?.stack.map(({ flow }) => flow)).toEqual(['address'])
  })

  test('a no to the confirmation ends the flow, and nothing is done', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    expect(talk.hear({ kind: 'deny' })).not.toBe('')
    expect([talk.progress, talk.requested]).toEqual([null, []])
  })

  test('a no to the confirmation is answered in the words of the flow where it has some', () => {
    const talk = shop(language, { zh: '钱没有退。', en: 'No money was sent.' })
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    expect(talk.hear({ kind: 'deny' })).toBe(say('钱没有退。', 'No money was sent.'))
    expect([talk.progress, talk.requested]).toEqual([null, []])
  })

  test('what is being done already cannot be taken back', () => {
    const talk = shop(language)
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    talk.hear({ kind: 'affirm' })
    expect(talk.hear({ kind: 'cancel' })).toContain(say('撤不回来', "can't be taken back"))
    expect(talk.perform({ kind: 'done', output: null })).toBe(say('退好了。', 'Refunded.'))
  })

  test('what was done already stays done, and nobody is told that it was not', () => {
    const talk = shop(language, { zh: '钱没有退。', en: 'No money was sent.' }, [
      { id: 'more', ask: both('还要别的吗？', 'Anything else?'), quick_replies: [{ label: both('不用', 'No') }] },
    ])
    talk.hear(begin('refund'), fill('order', '11'), fill('reason', 'late'))
    talk.hear({ kind: 'affirm' })
    expect(talk.perform({ kind: 'done', output: null })).toContain(say('还要别的吗？', 'Anything else?'))
    const said = talk.hear({ kind: 'cancel' })
    expect(said).toContain(say('撤不回来', "can't take back"))
    expect(said).not.toContain(say('没有退', 'No money'))
    expect(talk.progress).toBeNull()
  })
})
