import type { Article } from '@lingxi/contract/knowledge'
import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { aDraft } from './knowledge.testing.ts'
import { passagesOf } from './passages.ts'

const stamps = {
  id: 'art_1',
  version: 1,
  source: null,
  origin: null,
  proposal: null,
  updatedBy: null,
  createdAt: '',
  updatedAt: '',
}
const anArticle = (body: string, title = '配送政策'): Article => ({ ...aDraft({ title, body }), ...stamps })

test('a question is one passage with its whole answer', () => {
  const [passage, ...rest] = passagesOf(anArticle('先打开订单。\n\n- 点退货\n- 填原因', '怎么退货？'))
  expect(rest).toEqual([])
  expect(passage).toMatchObject({ kind: 'question', text: '先打开订单。\n\n- 点退货\n- 填原因' })
  expect(passage!.units.map(({ kind }) => kind)).toEqual(['sentence', 'item', 'item'])
})

test('a text whose only heading is its title is cut as the same pair of question and answer', () => {
  const answer = '先打开订单。\n\n- 点退货\n- 填原因'
  for (const title of ['怎么退货？', '退货流程']) {
    const [pair] = passagesOf(anArticle(answer, title))
    const [written, ...rest] = passagesOf(anArticle(`# ${title}\n\n${answer}`, title))
    expect(rest).toEqual([])
    const { start: _start, end: _end, units: _units, ...said } = pair!
    expect(written).toMatchObject(said)
    expect(written!.text).toBe(answer)
  }
  const sections = passagesOf(anArticle('# 退货\n\n总的说明。\n\n## 运费\n\n自付。', '退货'))
  expect(sections.map(({ heading, kind }) => [heading, kind])).toEqual([
    ['退货', 'section'],
    ['退货 › 运费', 'section'],
  ])
})

test('sections carry their headings, and a list keeps the sentence before it', () => {
  const body = '# 配送\n\n总的说明。\n\n## 运费\n\n如下：\n\n- 满 99 包邮\n- 不满收 8 元\n\n### 偏远\n\n加 15 元。'
  expect(passagesOf(anArticle(body)).map(({ heading, text }) => [heading, text])).toEqual([
    ['配送', '总的说明。'],
    ['配送 › 运费', '如下：\n\n- 满 99 包邮\n- 不满收 8 元'],
    ['配送 › 运费 › 偏远', '加 15 元。'],
  ])
})

test('a long paragraph is cut between sentences', () => {
  const body = '## 说明\n\n'.concat('这是一个不长不短的句子，用来凑满一段很长的文字。'.repeat(40))
  const passages = passagesOf(anArticle(body))
  expect(passages.length).toBeGreaterThan(2)
  for (const { text } of passages) {
    expect(text.length).toBeLessThanOrEqual(320)
    expect(text.endsWith('。')).toBe(true)
  }
})

test('a table keeps its head apart from its rows', () => {
  const [passage] = passagesOf(anArticle('| 地区 | 运费 |\n|---|---|\n| 新疆 | 15 |'))
  expect(passage!.units.map(({ kind }) => kind)).toEqual(['lead', 'row'])
})

const piece = constantFrom(
  '# 标题\n',
  '## A\n',
  '一句话。',
  '- 一项\n',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '\n\n',
  '> 引',
  '😀',
  '`x',
  '***',
  '<b>',
  '[a](b)',
  '1. x\n',
)
test('every span is exactly its text, in any Markdown', () => {
  const run = property(array(piece, { maxLength: 40 }), (pieces) => {
    const article = anArticle(pieces.join(''))
    for (const { text, start, end, units } of passagesOf(article)) {
      expect(text).toBe(article.body.slice(start, end))
      expect(text.trim()).not.toBe('')
      for (const unit of units) expect(unit.start >= start && unit.end <= end && unit.start < unit.end).toBe(true)
    }
  })
  assert(run, { numRuns: 300 })
})

test('keeps the head of a table with each piece of it', () => {
  const rows = Array.from({ length: 40 }, (_, place) => `| 型号 ${place} | ${place} 元 |`).join('\n')
  const passages = passagesOf(anArticle(`| 型号 | 运费 |\n| --- | --- |\n${rows}`))
  expect(passages.length).toBeGreaterThan(1)
  expect(passages[0]!.tableHead).toBeUndefined()
  for (const { tableHead } of passages.slice(1)) expect(tableHead).toBe('| 型号 | 运费 |')
})
