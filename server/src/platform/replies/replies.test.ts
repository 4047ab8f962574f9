import { expect, it } from 'vitest'
import { placeIn, readChoice, readYesNo } from './replies.ts'

it.each([
  ['没有问题', 'yes'],
  ['没问题呀', 'yes'],
  ['没有', 'no'],
  ['不是', 'no'],
  ['是不是要收费', undefined],
  ['不好意思', undefined],
  ['对不起', undefined],
  ['别的颜色', undefined],
  ['别', 'no'],
  ['yes please', 'yes'],
  ['nah', 'no'],
] as const)('hears %s as %s', (text, expected) => expect(readYesNo(text, 'zh')).toBe(expected))

it.each([
  ['第二个', 3, 1],
  ['第2个吧', 3, 1],
  ['选三', 3, 2],
  ['2', 3, 1],
  ['2号', 3, 1],
  ['我要第一个', 3, 0],
  ['最后一个', 3, 2],
  ['后者', 2, 1],
  ['后者', 3, undefined],
  ['B', 3, 1],
  ['the second one', 3, 1],
  ['2nd', 3, 1],
  ['option 3 please', 3, undefined],
  ['option 3', 3, 2],
  ['the last one', 3, 2],
  ['第四个', 3, undefined],
  ['不是第二个', 3, undefined],
  ['不是最后一个', 3, undefined],
  ['not the last one', 3, undefined],
  ['不是前者', 2, undefined],
  ['第十一个', 12, 10],
  ['第二十个', 30, 19],
  ['我第一次买', 3, undefined],
  ['at first it worked', 3, undefined],
  ['first tell me what it costs', 3, undefined],
  ['first one', 3, 0],
  ['the first please', 3, 0],
  ['i take the third one', 3, 2],
  ['我买了2件', 3, undefined],
  ['9', 3, undefined],
] as const)('of %s among %d: place %s', (text, count, expected) => expect(placeIn(text, count)).toBe(expected))

it('takes the longest wording, whole Latin words, and no wording that is denied', () => {
  const colours = [
    { value: 'blue', words: ['blue', '蓝'] },
    { value: 'navy', words: ['navy', '深蓝'] },
    { value: 'l', words: ['L'] },
  ]
  expect(readChoice(colours, '要深蓝的')).toBe('navy')
  expect(readChoice(colours, '改成l码')).toBe('l')
  expect(readChoice(colours, 'all')).toBeUndefined()
  expect(readChoice(colours, '不是蓝的')).toBeUndefined()
  expect(readChoice(colours, '不是蓝的，是深蓝的')).toBe('navy')
})
