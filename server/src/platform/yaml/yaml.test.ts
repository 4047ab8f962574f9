import { expect, it } from 'vitest'
import { readYaml } from './yaml.ts'

const told = (text: string, language: 'zh' | 'en') => {
  const read = readYaml(text, { longest: 1000, language })
  return 'faults' in read ? read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`) : []
}
const unread = [
  'a: [b',
  'a: "b',
  'a: "\\q"',
  'a: b\n c: d\n  - e',
  'a:\n\t- b',
  'a: @b',
  'a: 1\n---\nb: 2',
  'a: &x 1\nb: *x',
  'a: !mine 1',
  'a: 1\na: 2',
  '__proto__: 1',
  'a: .nan',
  '[a, b]: 1',
  'a'.repeat(1001),
  '['.repeat(40) + ']'.repeat(40),
]

it('tells what cannot be read in the language of who reads it, at the same place', () => {
  for (const text of unread) {
    const [zh, en] = [told(text, 'zh'), told(text, 'en')]
    expect(zh, text).not.toEqual([])
    expect(zh.map((each) => each.split(' ')[0])).toEqual(en.map((each) => each.split(' ')[0]))
    for (const each of zh) expect(each).toMatch(/\p{Script=Han}/u)
    for (const each of en) expect(each).not.toMatch(/\p{Script=Han}/u)
  }
  expect(told('a: 1\na: 2', 'zh')).toEqual(['2:1 同一个键写了两次：a'])
})
