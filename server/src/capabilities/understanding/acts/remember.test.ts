import { expect, test } from 'vitest'
import { remember } from './remember.ts'

test('a text seen lately is read once, and every answer is the same', () => {
  const read: string[] = []
  const readOnce = remember((text) => {
    read.push(text)
    return text.toUpperCase()
  })
  for (const text of ['a', 'b', 'a', '', '']) expect(readOnce(text)).toBe(text.toUpperCase())
  expect(read).toEqual(['a', 'b', ''])
})

test('what was seen long ago is forgotten, so that it never grows without end', () => {
  let readings = 0
  const readOnce = remember((text) => {
    readings += 1
    return text
  })
  readOnce('first')
  for (let at = 0; at < 200; at += 1) readOnce(`${at}`.padEnd(4_000))
  readOnce('first')
  expect(readings).toBe(202)
})
