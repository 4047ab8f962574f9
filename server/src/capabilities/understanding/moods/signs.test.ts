import { expect, test } from 'vitest'
import { squeezeTraced } from '../surface/read-surface.ts'
import type { SignName } from './sign-cues.ts'
import { readSigns } from './signs.ts'

const read = (text: string) => readSigns(text, squeezeTraced(text))
const heardIn = (text: string) =>
  Object.entries(read(text)).flatMap(([name, { strength }]) => (strength >= 0.5 ? [name as SignName] : []))

test.each<[string, SignName[]]>([
  ['急急急!今天必须发货', ['urgency']],
  ['Please, I need this ASAP', ['urgency', 'politeness']],
  ['麻烦您帮我看下订单,谢谢', ['politeness']],
  ['呵呵,你们真厉害啊,三天了还没发货', ['sarcasm']],
  ['oh great, my parcel is lost again', ['sarcasm']],
  ['再也不买你家东西了,注销账号', ['churn']],
  ["I'm switching to a competitor", ['churn']],
  ['不退钱我就起诉,法院见', ['legalThreat']],
  ['My lawyer will contact you', ['legalThreat']],
  ['什么时候发货', []],
  ['what time do you open', []],
  ['我的手机号13812345678', []],
  ['这件衣服真好看,客服很专业', []],
  ['how do I sue the coupon at checkout'.replace('sue', 'use'), []],
])('%s: %j', (text, heard) => {
  expect(heardIn(text)).toEqual(heard)
})

test('a sign is shown in the words that were typed', () => {
  const typed = '我  要 起 訴 你们'
  const [because] = read(typed).legalThreat.because
  expect(typed.slice(because!.start, because!.end)).toBe(because!.text)
  expect(because!.text).toContain('訴')
})
