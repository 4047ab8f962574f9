import { longestText } from '@lingxi/contract/message'
import { acts } from '@lingxi/contract/understanding'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from '../surface/normalise.ts'
import { createActReader } from './read-act.ts'
import { processorTime } from '../../../platform/clock/processor-time.testing.ts'

const readAct = createActReader()
const read = (text: string, askedBefore?: string[]) => readAct(text, { language: 'zh', askedBefore })

test.each([
  ['你好', 'greeting'],
  ['请问', 'greeting'],
  ['hiii there!', 'greeting'],
  ['謝謝', 'thanks'],
  ['好的谢谢', 'thanks'],
  ['I want to thank you for your patience', 'thanks'],
  ['没事了,再见', 'goodbye'],
  ['bye!', 'goodbye'],
  ['是的', 'confirm'],
  ['👍', 'confirm'],
  ['okkk', 'confirm'],
  ['没解决', 'deny'],
  ['not really', 'deny'],
  ['no thanks', 'deny'],
  ["No, that's incorrect", 'deny'],
  ['你是机器人吗?', 'chitchat'],
  ['who are you', 'chitchat'],
  ['tell me a joke please', 'chitchat'],
  ['你还挺聪明的', 'chitchat'],
  ['你们发的什么垃圾东西', 'complaint'],
  ['this is the third time it broke', 'complaint'],
  ['我要投诉', 'complaint'],
  ['怎么这么慢,太差了', 'complaint'],
  ['转人工', 'hand-off'],
  ['ＯＰＥＲＡＴＯＲ', 'hand-off'],
  ['转\u200b人\u200b工', 'hand-off'],
  ['你好,我的订单丢了,给我转人工', 'hand-off'],
] as const)('"%s" is %s', (text, act) => {
  expect(read(text).act).toBe(act)
})

test.each([
  ['你好,请问怎么退货啊,谢谢', '怎么退货'],
  ['谢谢,那运费谁出?', '那运费谁出?'],
  ['是的,那我要怎么寄回去', '那我要怎么寄回去'],
  ['hi, could you please tell me how to return a dress?', 'how to return a dress?'],
  ['where is my order please', 'where is my order'],
  ['质量太差了,怎么退货', '质量太差了,怎么退货'],
  ['人工客服几点上班', '人工客服几点上班'],
  ['投诉电话是多少', '投诉电话是多少'],
  ['no delivery to Canada?', 'no delivery to Canada?'],
  ['My balance is incorrect', 'My balance is incorrect'],
  ['可以吗', '可以吗'],
  ['12345', '12345'],
])('"%s" asks "%s"', (text, question) => {
  expect(read(text)).toMatchObject({ act: 'question', question })
})

test.each(
  wordsOf(`你是机器人吗 | 你是真人吗 | 你们是真人吗 | 你是谁 | 你叫什么名字 | 你是人工还是机器人 | 是机器人在回复吗
    are you real? | are you a bot? | Are you human or a robot | is this a bot? | what's your name`),
)('"%s" asks who answers', (text) => {
  expect(read(text)).toMatchObject({ act: 'chitchat', signals: ['asks-who'] })
})

test.each(
  wordsOf(
    `讲个笑话 | 你们是什么快递 | 你是什么时候发货的 | 机器人吸尘器多少钱 | is this real leather | is this real? | are you a real shop? | tell me a joke`,
  ),
)('"%s" does not', (text) => {
  expect(read(text).signals).not.toContain('asks-who')
})

test.each(
  wordsOf(
    `你说得不对 | 你说的不对啊 | 不是这个意思 | 我不是这个意思 | 你理解错了 | 答错了 | 你没听懂我的意思 | that's wrong | you're wrong | that's not what I meant | your answer is wrong | you didn't answer my question`,
  ),
)('"%s" denies what the bot said', (text) => {
  expect(read(text)).toMatchObject({ act: 'deny', question: '' })
})

test.each(wordsOf('尺码不对怎么办 | 你说错了,那是几天 | 订单地址不对 | the size is wrong, can I swap it'))(
  '"%s" is about something',
  (text) => {
    expect(read(text)).toMatchObject({ act: 'question', question: text })
  },
)

test.each([
  ['我不想转人工，就想问问积分怎么用', '积分怎么用'],
  ['我不想转人工就想问问积分怎么用', '积分怎么用'],
  ['不用转人工了,积分怎么用', '积分怎么用'],
  ['不想找客服,太麻烦了,怎么退货', '怎么退货'],
  ["I don't need a human, just tell me how points work", 'how points work'],
  ['I don’t need a human just tell me how points work', 'how points work'],
  ["don't transfer me, how long is delivery", 'how long is delivery'],
])('"%s" refuses a person and asks "%s"', (text, question) => {
  expect(read(text)).toMatchObject({ act: 'question', question, signals: ['refuses-person'] })
})

test.each(
  wordsOf(
    `不要人工 | 不用转人工了 | 不用转人工,谢谢 | 不用人工,你说吧 | 我不想跟真人聊 | I don't need a human | please don't transfer me | I don’t want to talk to a person.`,
  ),
)('"%s" refuses a person and asks nothing', (text) => {
  expect(read(text)).toMatchObject({ act: 'deny', question: '', signals: ['refuses-person'] })
})

test.each(
  wordsOf(
    `不用转人工吗? | 不要人工合成的宝石 | 退货不用联系客服吗 | I don't want someone else to sign | I do not want people to see my order`,
  ),
)('nothing is taken out of "%s"', (text) => {
  expect(read(text)).toMatchObject({ act: 'question', question: text, signals: [] })
})

test('a complaint stays one beside a refusal', () => {
  expect(read('你们太差劲了,不要人工').act).toBe('complaint')
})

test('what asks nothing leaves nothing to search for', () => {
  for (const text of ['你好', '谢谢', 'ok', '没解决', '你们是骗子', '', '  ', '??', '🙂'])
    expect(read(text).question).toBe('')
})

test('a real question is surer than a bare phrase, and that than nothing', () => {
  expect(read('怎么退货?').confidence).toBeGreaterThan(read('洗涤说明').confidence)
  expect(read('洗涤说明').confidence).toBeGreaterThan(read('??').confidence)
})

test('a question asked again is marked, however it is wrapped', () => {
  expect(read('请问退货的运费由谁承担?', ['你好,退货的运费由谁承担啊']).signals).toContain('repeated-question')
  expect(read('怎么开发票', ['退货的运费由谁承担']).signals).not.toContain('repeated-question')
})

test('joy has exclamation marks too', () => {
  expect(read('thank you so much!!!').anger).toBe(0)
  expect(read('where is my order!!!').anger).toBeGreaterThan(0)
})

test('every text has a meaning', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'转人工不要客服你好谢,!? aino') }),
  )
  fc.assert(
    fc.property(anything, fc.array(fc.string()), (text, askedBefore) => {
      const meaning = readAct(text, { language: 'en', askedBefore })
      expect(acts).toContain(meaning.act)
      for (const share of [meaning.confidence, meaning.anger]) expect(share >= 0 && share <= 1).toBe(true)
      expect(meaning).toEqual(readAct(text, { language: 'en', askedBefore }))
    }),
  )
})

const hostile =
  'a| |!|?|你|人工|不要|客服|talk to |do i need to |dont want to talk with a |哈|好的|谢谢,|你好|no |i|没有|是不是|what |i will |are you |real live |不想,|我不要 |i dont want to |fu|😡|AB |thanks '

test.each(hostile.split('|'))('4,000 characters of "%s" are no trap', (piece) => {
  const text = piece.repeat(longestText).slice(0, longestText - 1) + 'x'
  const started = processorTime()
  readAct(text, { language: 'zh', askedBefore: [text] })
  // Measured under 20 ms; a quadratic pattern takes seconds.
  expect(processorTime() - started).toBeLessThan(250)
})

test('an ordinary message takes no time', () => {
  const ordinary = ['你好,请问怎么退货啊,谢谢', 'where is my order? it has been two weeks', '你们发的什么垃圾东西']
  const rounds = 500
  for (let round = 0; round < rounds; round += 1) for (const text of ordinary) read(text)
  const started = processorTime()
  for (let round = 0; round < rounds; round += 1) for (const text of ordinary) read(text)
  expect((processorTime() - started) / (rounds * ordinary.length)).toBeLessThan(0.2)
})
