import { expect, test } from 'vitest'
import { processorTime } from '../../platform/clock/processor-time.testing.ts'
import { isMasked, withoutPersonalData } from './personal-data.ts'

const zh = (text: string, names: string[] = []) => withoutPersonalData(text, 'zh', names)
const en = (text: string, names: string[] = []) => withoutPersonalData(text, 'en', names)

test.each([
  ['我的手机是 138-1234-5678，打 0571-88886666 也行', '我的手机是 [电话]，打 [电话] 也行'],
  ['邮箱 zhang.san@mail.example.cn 收不到', '邮箱 [邮箱] 收不到'],
  ['订单号：SG20260105881 什么时候发', '订单号：[号码] 什么时候发'],
  ['身份证 330102199001011234', '身份证 [号码]'],
  ['卡号 6222 0212 3456 7890 123', '卡号 [号码]'],
  ['寄到浙江省杭州市西湖区文三路 478 号 3 栋 502 室行吗', '寄到[地址]行吗'],
  ['我叫张小凡，收件人李雷 电话 13900001111', '我叫[姓名]，收件人[姓名] 电话 [电话]'],
  ['微信号 zhangsan_99 加一下', '微信号 [账号] 加一下'],
  ['顺丰单号 SF1234567890123 没动', '顺丰单号 [号码] 没动'],
])('Chinese: %s', (text, expected) => expect(zh(text)).toBe(expected))

test.each([
  ['Call me on +44 7700 900123 or (415) 555-0132', 'Call me on [phone] or [phone]'],
  ['My order number is A-20260105 and it is late', 'My order number is [number] and it is late'],
  ['my name is Jane O’Neil, ship to 12 Rose Garden Road', 'my name is [name], ship to [address]'],
  ['write to jane@mail.example please', 'write to [e-mail] please'],
])('English: %s', (text, expected) => expect(en(text)).toBe(expected))

test('what says nothing of a person stays as it is', () => {
  const plain = [
    '满 ¥99 包邮，不满收 8 元，48 小时内发货',
    'SG-CLO-001 多少钱？2026-01-05 前下单有效',
    '客服热线 400-820-8820',
    '这个路由器怎么设置？一共 100000 积分',
    'Orders paid before 16:00 ship on the same day; SPF50, 480ml, 15,000 mm',
    '下午 3 点到 5 点，0.05%，1.5 m × 2.0 m',
  ]
  for (const text of plain) expect(zh(text)).toBe(text)
})

test('names that are known are taken out wherever they stand, and a visitor’s number is none', () => {
  expect(zh('林静：您好，林静为您服务', ['林静'])).toBe('[姓名]：您好，[姓名]为您服务')
  expect(en('Hello Bob, Bobby here', ['Bob'])).toBe('Hello [name], Bobby here')
  expect(zh('访客 1 您好', ['访客 1'])).toBe('访客 1 您好')
  expect(isMasked('请打 [电话]')).toBe(true)
})

test('long rows of spaces, digits and marks are read at once', () => {
  const began = processorTime()
  for (const piece of [' ', '1 ', '-', 'a@', '订单号 ', 'order ']) withoutPersonalData(piece.repeat(4000), 'zh', [])
  expect(processorTime() - began).toBeLessThan(3000)
})
