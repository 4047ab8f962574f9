import { describe, expect, test } from 'vitest'
import { begin, both, fill, talkIn } from '../engine.testing.ts'
import { inWords, languages, shop, shopFlows } from './shop.testing.ts'

describe.each(languages)('digression, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('another flow goes first, and comes back to the open question', () => {
    const talk = shop(language)
    talk.start('refund')
    const away = talk.start('address')
    expect(away).toContain(say('改地址', 'the address change'))
    expect(away).toContain(say('退款', 'the refund'))
    expect(talk.why?.repair).toBe('digression')
    const back = talk.hear(fill('street', 'Elm 1'))
    expect(back).toContain(say('改到 Elm 1 了。', 'Changed to Elm 1.'))
    expect(back).toContain(say('退款', 'the refund'))
    expect(back).toContain(say('订单号是多少？', 'What is the order number?'))
  })

  test('a flow that only says something comes back at once', () => {
    const talk = shop(language)
    talk.start('refund')
    const said = talk.start('hours')
    expect(said).toContain(say('九点到六点。', 'Nine to six.'))
    expect(said).toContain(say('订单号是多少？', 'What is the order number?'))
  })

  test('a flow that is open already is gone on with, not begun twice', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.start('address')
    const said = talk.start('refund')
    expect(talk.progress?.stack.map(({ flow }) => flow)).toEqual(['address', 'refund'])
    expect(said).toContain(say('订单号是多少？', 'What is the order number?'))
    expect(talk.why?.repair).toBe('resumption')
  })

  test('a reply that leads to a flow and bears its name begins it once', () => {
    const reply = { label: both('改地址', 'Change the address'), then: 'over' }
    const menu = {
      name: both('菜单', 'the menu'),
      steps: [
        { id: 'what', ask: both('办什么？', 'What would you like?'), quick_replies: [reply] },
        { id: 'over', link: 'address' },
      ],
    }
    const talk = talkIn({ ...shopFlows, flows: { ...shopFlows.flows, menu } }, { language })
    talk.start('menu')
    const said = talk.hear({ kind: 'choose', reply: 0 }, begin('address'))
    expect(said).toBe(say('新地址是？', 'What is the new address?'))
    expect(talk.progress?.stack.map(({ flow }) => flow)).toEqual(['address'])
    expect(talk.hear(fill('street', 'Elm 1'))).toBe(say('改到 Elm 1 了。', 'Changed to Elm 1.'))
    expect(talk.progress).toBeNull()
  })

  test('several at once: said, taken one after the other', () => {
    const talk = shop(language)
    const first = talk.hear(begin('address'), begin('invoice'))
    expect(first).toContain(say('改地址', 'the address change'))
    expect(first).toContain(say('开发票', 'the invoice'))
    // While another waits, it is said what the question is about.
    expect(first).toContain(say('关于「改地址」：新地址是？', 'About the address change: What is the new address?'))
    expect(talk.why?.repair).toBe('several-intents')
    const second = talk.hear(fill('street', 'Elm 1'))
    expect(second).toContain(say('开发票', 'the invoice'))
    expect(second).toContain(say('\n发到哪个邮箱？', '\nWhich e-mail address?'))
    expect(talk.hear(fill('email', 'li'))).toContain('li')
    expect(talk.progress).toEqual({ version: 1, stack: [], slots: { email: 'li' } })
  })

  test('what was said for each goes to each', () => {
    const talk = shop(language)
    const said = talk.hear(begin('address'), fill('street', 'Elm 1'), begin('invoice'), fill('email', 'li'))
    expect(said).toContain('Elm 1')
    expect(said).toContain(say('发票发到 li', 'goes to li'))
  })

  test.each(['conversation', undefined])(
    'the same slot of two flows holds for each what was said for it (keep: %s)',
    (keep) => {
      const about = (name: string) => ({
        name: both(name, name),
        steps: [
          { id: 'order', collect: 'order' },
          {
            id: 'sure',
            ask: both(`${name} {{ slots.order }}`, `${name} {{ slots.order }}`),
            quick_replies: [{ label: both('好', 'Fine') }],
          },
          { id: 'end', say: both('好的', 'Done') },
        ],
      })
      const order = { type: 'text', label: both('订单', 'order'), ask: both('哪单？', 'Which?'), ...(keep && { keep }) }
      const talk = talkIn({ slots: { order }, flows: { cancel: about('cancel'), track: about('track') } }, { language })
      expect(talk.hear(begin('cancel'), fill('order', '11'), begin('track'), fill('order', '22'))).toContain(
        'cancel 11',
      )
      expect(talk.hear({ kind: 'choose', reply: 0 })).toContain('track 22')
    },
  )
})
