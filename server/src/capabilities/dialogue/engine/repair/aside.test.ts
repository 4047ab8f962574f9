import { describe, expect, test } from 'vitest'
import { fill } from '../engine.testing.ts'
import { inWords, languages, shop } from './shop.testing.ts'

describe.each(languages)('asides, %s', (language) => {
  const say = (zh: string, en: string) => inWords(language, zh, en)

  test('a question in the middle is another matter, and the flow comes back after it', () => {
    const talk = shop(language)
    talk.start('refund')
    const resume = talk.hear({ kind: 'knowledge', question: '多久到账' })
    expect(talk.last).toMatchObject({ kind: 'aside', of: 'knowledge' })
    expect(resume).toContain(say('退款', 'the refund'))
    expect(resume).toContain(say('订单号是多少？', 'What is the order number?'))
    expect(talk.why?.repair).toBe('knowledge')
    expect(talk.hear(fill('order', '11'))).toContain(say('为什么退？', 'Why do you'))
  })

  test('so is small talk', () => {
    const talk = shop(language)
    talk.start('refund')
    talk.hear({ kind: 'small-talk', act: 'thanks' })
    expect(talk.last).toMatchObject({ kind: 'aside', of: 'small-talk' })
    expect(talk.why?.repair).toBe('chitchat')
  })

  test('who has to look for the answer is told that there is time, and not asked again', () => {
    const talk = shop(language)
    talk.start('refund')
    const before = talk.progress
    const said = talk.hear({ kind: 'small-talk', act: 'takes-time' })
    expect(said).toMatch(/^(?:不着急|好的|No rush|Of course)/)
    expect(said).not.toContain(say('订单号', 'order number'))
    expect(talk.progress).toEqual(before)
  })

  test('an answer with a question: both are taken', () => {
    const talk = shop(language)
    talk.start('refund')
    const resume = talk.hear(fill('order', '11'), { kind: 'knowledge', question: '多久到账' })
    expect(talk.last.kind).toBe('aside')
    expect(resume).toContain(say('为什么退？', 'Why do you'))
    expect(talk.progress?.slots).toEqual({ order: '11' })
  })

  test('where nothing is open it has nothing to do with flows', () => {
    const talk = shop(language)
    talk.hear({ kind: 'knowledge', question: '多久到账' })
    expect(talk.last.kind).toBe('none')
  })

  test('a person comes at any point, and knows what was said', () => {
    const talk = shop(language)
    talk.start('refund')
    const said = talk.hear(fill('order', '11'), { kind: 'person' })
    expect(said).toContain('11')
    const known = [{ slot: 'order', label: say('订单号', 'order number'), value: '11' }]
    expect(talk.last).toMatchObject({ kind: 'speak', handOver: { reason: 'asked-for-person', known } })
    expect([talk.progress, talk.why?.repair]).toEqual([null, 'person'])
  })
})
