import { expect, test } from 'vitest'
import { agree, quantitiesOf } from './quantities.ts'

const short = (text: string) =>
  quantitiesOf(text).map(
    ({ dimension, from, to, bound }) => `${dimension} ${from === to ? +from.toFixed(4) : `${from}–${to}`} ${bound}`,
  )

test.each([
  ['满 ¥99 包邮，不满收 8 元', ['money ¥ 99 least', 'money ¥ 8 exact']],
  ['48 小时内发货', ['duration 48 most']],
  ['两天内、十五个工作日', ['duration 48 most', 'working-days 15 exact']],
  ['2–4 天送达，偏远地区 5 至 7 天', ['duration 48–96 exact', 'duration 120–168 exact']],
  ['16:00 前付款当天发货，下午 5 点半截止', ['clock 960 exact', 'clock 1050 exact']],
  ['2026 年 3 月 1 日起涨到 1,299 元', ['date 20260301 least', 'money ¥ 1299 exact']],
  ['打 9 折，或减 5%，最多用 3 次', ['discount 90 exact', 'percent 5 exact', 'times 3 most']],
  ['保修一年，三个月内包换', ['duration 8760 exact', 'duration 2160 most']],
  ['重 1.1 kg，480ml，最多 20 件', ['mass 1100 exact', 'volume 480 exact', 'pieces 20 most']],
  ['客服每天 9:00–21:00 在线', ['clock 540 exact', 'clock 1260 exact']],
  ['SG-CLO-001 的第 3 步，iPhone15，v2.0', []],
])('Chinese: %s', (text, expected) => expect(short(text)).toEqual(expected))

test.each([
  ['free over ¥99, otherwise ¥8', ['money ¥ 99 least', 'money ¥ 8 exact']],
  ['within seven days or 3 working days', ['duration 168 most', 'working-days 3 exact']],
  ['It takes 2–4 days, up to two weeks', ['duration 48–96 exact', 'duration 336 most']],
  ['paid before 4 p.m. on March 1', ['clock 960 exact', 'date 301 exact']],
  ['10% off up to $20', ['percent 10 exact', 'money $ 20 most']],
  ['a 12-month warranty', ['duration 8640 exact']],
])('English: %s', (text, expected) => expect(short(text)).toEqual(expected))

test('a quantity says where it stands', () => {
  const text = '运费 **¥8**，48 小时内发货'
  for (const { start, end, text: quote } of quantitiesOf(text)) expect(text.slice(start, end)).toBe(quote)
})

test('what is the same in other words or less exact agrees, and nothing else', () => {
  const same = (one: string, other: string) => agree(quantitiesOf(one)[0]!, quantitiesOf(other)[0]!)
  expect(same('48 小时', '两天')).toBe(true)
  expect(same('99 元', '¥99')).toBe(true)
  expect(same('2–4 天', '3 days')).toBe(true)
  expect(same('一年', '12 个月')).toBe(true)
  expect(same('7 天', '15 天')).toBe(false)
  expect(same('2–4 天', '3–5 天')).toBe(false)
  expect(same('¥99', '$99')).toBe(false)
})
