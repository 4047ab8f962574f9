import { expect, test } from 'vitest'
import { createAngerReader } from '../moods/anger.ts'
import { englishCues } from '../acts/cues-en.ts'
import { chineseCues } from '../acts/cues-zh.ts'
import { clean, fold, squeeze, wordsOf } from '../surface/normalise.ts'

const readAnger = createAngerReader([chineseCues, englishCues])
const mood = (text: string) => readAnger(clean(text), squeeze(fold(clean(text))))

const calm = `
  垃圾桶多少钱 | 傻瓜相机 | 湿垃圾怎么分类 | 去死皮膏怎么用 | 操作说明书 | 滚筒洗衣机 | 给我妈妈的礼物 | 废物利用手工 | 12345 | 我又没有逾期 | 不坑人吧 | 这个曝光时间多少 | 没用完的优惠券 | 没用过的能退吗 | 积分没用会过期吗 | 积分有什么用 | 说明书上写没用过才能退 | 怎么退货
  worst case how long does it take | does it become useless after washing? | useless after washing? | ridiculously cheap | shell gift card | class A | glass | assistant | Sue from accounts | trash bags | garbage disposal | dumbbells | not bad | never disappoints | issue with pursuit | Scunthorpe | how many times can I use it
  IPHONE 15 PRO MAX CASE | WHERE TO BUY | does it hurt | hello`

test.each(wordsOf(calm))('"%s" is calm', (text) => {
  expect(mood(text).anger).toBeLessThan(0.3)
})

test.each([
  ['你们就是骗子', 'insult'],
  ['傻逼客服', 'insult'],
  ['useless idiots', 'insult'],
  ['我要打12315投诉你们', 'threat-to-complain'],
  ['I will sue you', 'threat-to-complain'],
  ['不退钱就曝光你', 'threat-to-complain'],
  ['投诉电话是多少', 'threat-to-complain'],
  ['气死我了', 'frustration'],
  ['totally unacceptable', 'frustration'],
  ['😡', 'frustration'],
  ['WHERE IS MY ORDER NOW', 'shouting'],
  ['快点!!!', 'exclamation'],
])('"%s" shows %s', (text, signal) => {
  expect(mood(text).signals).toContain(signal)
})

test.each(
  wordsOf(
    '太差劲了 | 失望透顶 | 气死我了 | 说了半天没用 | 你们真没用 | 一点用都没有 | this is ridiculous, nothing works | useless | terrible | worst shop ever',
  ),
)('"%s" said again after being soothed is too much for a bot', (text) => {
  expect(mood(text).anger).toBeGreaterThanOrEqual(0.5)
  expect(mood(text).anger).toBeLessThan(0.8)
})

test('a threat is more than a question about complaints', () => {
  expect(mood('投诉电话是多少').anger).toBeLessThan(0.35)
  expect(mood('我要投诉你们').anger).toBeGreaterThan(0.5)
})

test('insult, threat and exclamation add up, and never pass 1', () => {
  const worst = mood('傻逼垃圾公司,我要投诉你们,曝光你们,气死我了,无语!!!')
  expect(worst.anger).toBeGreaterThan(0.8)
  expect(worst.anger).toBeLessThanOrEqual(1)
})
