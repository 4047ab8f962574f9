import { expect, test } from 'vitest'
import { words } from './replies.ts'

test('unknown offers what is near and a person', () => {
  const { text, quickReplies } = words.sayUnknown('zh', ['怎么退货？', '怎么换货？'])
  expect(text).not.toContain('{')
  expect(quickReplies.map((reply) => reply.text)).toEqual(['怎么退货？', '怎么换货？', '转人工'])
  expect(words.sayUnknown('en', []).quickReplies.map((reply) => reply.text)).toEqual(['Talk to a person'])
})

test('wordings change from turn to turn, and stay the same for the same turn', () => {
  const said = [0, 1, 2].map((variant) => words.sayUnknown('zh', ['怎么退货？'], variant).text)
  expect(new Set(said).size).toBe(3)
  expect(words.soothe('en', 7)).toEqual(words.soothe('en', 7))
})

test('the place in the waiting line is said where it is known', () => {
  expect(words.handOver('zh', 1).text).toContain('您是下一位')
  expect(words.handOver('zh', 4).text).toContain('3 位')
  expect(words.handOver('en', 4).text).toContain('number 4')
  expect(words.sayWaiting('en').text).not.toMatch(/\d/)
})

test('names are filled in', () => {
  expect(words.sayHandedBack('zh', '王芳').text).toContain('王芳')
  expect(words.greet('en', { botName: 'Xiao' }).text).toContain('Xiao')
})

test('the survey asks in the words of the product', () => {
  expect(words.askSolved('zh').text).toBe('是否解决了您的问题？')
  expect(words.askSolved('en').text).toBe('Did this solve your problem?')
})

test('who asks is told that it is a bot, and can have a person', () => {
  for (const variant of [0, 1]) {
    const zh = words.acknowledge('zh', 'identity', variant)
    expect(zh.text).toContain('智能客服机器人')
    expect(zh.quickReplies.map((reply) => reply.text)).toEqual(['转人工'])
    expect(words.acknowledge('en', 'identity', variant).text).toContain("I'm a bot")
  }
  expect(words.acknowledge('zh', 'refused-person').quickReplies).toEqual([])
  expect(words.acknowledge('en', 'nothing-more').quickReplies).toEqual([])
})
