import { expect, it } from 'vitest'
import { readExample, readExampleFile } from './example-text.ts'

it('reads a path as people write it, and refuses what is none', () => {
  const draft = { question: '填的是什么？', path: ['背心', '填充物', '鹅绒'] }
  for (const path of ['背心 → 填充物 → 鹅绒', '背心->填充物->鹅绒', '背心 > 填充物 > 鹅绒'])
    expect(readExample('填的是什么？', path)).toEqual(draft)
  expect(readExample('填的是什么？', '背心 → 填充物')).toBeUndefined()
  expect(readExample('', '背心 → 填充物 → 鹅绒')).toBeUndefined()
})

it('reads a file line by line, and names the lines that are none', () => {
  const line = '{"question":"q","answers":["c"],"path":["a","b","c"]}'
  expect(readExampleFile(`${line}\r\n\nno json\n{"question":"q"}\n`)).toEqual({
    examples: [{ line: 1, draft: { question: 'q', path: ['a', 'b', 'c'] } }],
    bad: [3, 4],
  })
})
