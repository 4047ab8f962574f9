import { expect, it } from 'vitest'
import { applyMark, type Mark } from './markdown-marks.ts'

const words = { text: '文字', address: 'https://', column: '列' }

/** `[` and `]` stand around what is selected. */
function press(mark: Mark, written: string): string {
  const start = written.indexOf('[')
  const end = written.indexOf(']') - 1
  const text = written.replace('[', '').replace(']', '')
  const { from, to, by, select } = applyMark(mark, { text, start, end }, words)
  const after = text.slice(0, from) + by + text.slice(to)
  const [first, last] = select.map((offset) => offset + from) as [number, number]
  return `${after.slice(0, first)}⟦${after.slice(first, last)}⟧${after.slice(last)}`
}

it('surrounds what is selected, and takes it away again', () => {
  expect(press('bold', '退[七天]内')).toBe('退**⟦七天⟧**内')
  expect(press('bold', '退**[七天]**内')).toBe('退⟦七天⟧内')
  expect(press('italic', '**[七天]**')).toBe('***⟦七天⟧***')
  expect(press('bold', 'a[]b')).toBe('a**⟦文字⟧**b')
})

it('begins whole lines, and takes that away again', () => {
  expect(press('list', '一\n二[二\n三]三')).toBe('一\n⟦- 二二\n- 三三⟧')
  expect(press('list', '- 一[]')).toBe('一⟦⟧')
  expect(press('numbers', '[一\n二]')).toBe('⟦1. 一\n2. 二⟧')
  expect(press('quote', 'a[]')).toBe('> a⟦⟧')
})

it('goes round through the headings below the title', () => {
  expect(press('heading', '运费[]')).toBe('## 运费⟦⟧')
  expect(press('heading', '## 运费[]')).toBe('### 运费⟦⟧')
  expect(press('heading', '### 运费[]')).toBe('运费⟦⟧')
})

it('makes code of a word or of lines', () => {
  expect(press('code', 'run [npm start] now')).toBe('run `⟦npm start⟧` now')
  expect(press('code', '[a\nb]')).toBe('```\n⟦a\nb⟧\n```')
})

it('puts a table on lines of its own', () => {
  expect(press('table', '见下[]')).toBe('见下\n\n| ⟦列 1⟧ | 列 2 |\n| --- | --- |\n|  |  |\n')
})

it('makes links and pictures of words and of addresses', () => {
  expect(press('link', '看[这里]')).toBe('看[这里](⟦https://⟧)')
  expect(press('link', '[https://a.example/x]')).toBe('[⟦文字⟧](https://a.example/x)')
  expect(press('picture', '[图]')).toBe('![图](⟦https://⟧)')
})
