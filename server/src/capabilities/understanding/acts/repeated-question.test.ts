import { expect, test } from 'vitest'
import { isRepeated as isRepeatedUnwrapped } from './repeated-question.ts'

const isRepeated = (question: string, before: string[]) => isRepeatedUnwrapped(question, before, (text) => text)

test('nearly the same words are the same question', () => {
  expect(isRepeated('退货的运费谁来出', ['退货的运费谁来出?'])).toBe(true)
  expect(isRepeated('where is my order now', ['where is my order'])).toBe(true)
  expect(isRepeated('运费', ['运费'])).toBe(true)
})

test('other words are another', () => {
  expect(isRepeated('退货的运费谁出', ['换货的时间多久', ''])).toBe(false)
  expect(isRepeated('aaaa', ['ab ab ab'])).toBe(false)
  expect(isRepeated('?', ['?'])).toBe(false)
  expect(isRepeated('怎么退货', [])).toBe(false)
})

test('who asked long ago has moved on', () => {
  const since = Array.from({ length: 20 }, (_, at) => `another question ${at}`)
  expect(isRepeated('怎么退货', ['怎么退货', ...since])).toBe(false)
})
