import { expect, test } from 'vitest'
import { aPassage, asking, tokens } from './answering.testing.ts'
import { createExtraction } from './extract-answer.ts'

const extractAnswer = createExtraction({ tokens })
const shipping = aPassage({
  title: '运费怎么算？满多少包邮？',
  alternatives: ['邮费多少', '包邮吗'],
  kind: 'question',
  text: '满 ¥99 包邮，不满 ¥99 收 ¥8。',
})
const invoice = aPassage({ title: '怎么申请电子发票？', kind: 'question', text: '在订单里点「申请发票」。' })
const shirt = aPassage({
  title: '牛津纺衬衫',
  alternatives: ['SG-CLO-001'],
  kind: 'subject',
  text: '- 价格：¥239\n- 颜色：白、雾蓝\n\n长绒棉，机洗即可。',
})

test('a stored question answers with its whole text, cited exactly', () => {
  const answer = extractAnswer('请问邮费多少呀', 'zh', asking('请问邮费多少呀', [invoice, shipping]))
  expect(answer).toMatchObject({ outcome: 'answered', text: shipping.text })
  if (answer.outcome !== 'answered') return
  expect(answer.citations).toEqual([
    { articleId: shipping.articleId, title: shipping.title, start: 0, end: shipping.text.length, quote: shipping.text },
  ])
  expect(answer.support).toBeGreaterThan(0.6)
})

test('what nothing supports is unknown, and what is unrelated is not offered', () => {
  const question = '明天杭州会下雨吗'
  expect(extractAnswer(question, 'zh', asking(question, [invoice, shipping]))).toMatchObject({
    outcome: 'unknown',
    nearest: [],
  })
  expect(extractAnswer(question, 'zh', [])).toEqual({ outcome: 'unknown', nearest: [], support: 0 })
})

test('what is near is offered', () => {
  const question = '发票能寄到月球基地吗'
  const answer = extractAnswer(question, 'zh', asking(question, [invoice, { ...shipping, score: 0.1 }]))
  expect(answer.outcome).toBe('unknown')
})

test('a product answers the one fact that was asked', () => {
  const answer = extractAnswer('牛津纺衬衫有什么颜色', 'zh', asking('牛津纺衬衫有什么颜色', [shipping, shirt]))
  expect(answer).toMatchObject({ outcome: 'answered', text: '**牛津纺衬衫**\n\n- 颜色：白、雾蓝' })
  if (answer.outcome === 'answered') expect(answer.citations[0]!.quote).toBe('- 颜色：白、雾蓝')
})

test('a product is found by its number', () => {
  const answer = extractAnswer('SG-CLO-001多少钱', 'zh', asking('SG-CLO-001价格', [shirt]))
  expect(answer).toMatchObject({ outcome: 'answered' })
  if (answer.outcome === 'answered') expect(answer.text).toContain('¥239')
})

test('a fact that every product has is not answered when no product is named', () => {
  expect(extractAnswer('什么颜色', 'zh', asking('什么颜色', [shirt])).outcome).toBe('unknown')
})

test('two questions in one breath are answered from two sources', () => {
  const question = '邮费多少？怎么申请电子发票？'
  const answer = extractAnswer(question, 'zh', asking(question, [shipping, invoice]))
  expect(answer).toMatchObject({ outcome: 'answered' })
  if (answer.outcome === 'answered') expect(answer.citations).toHaveLength(2)
})

test('of two that fit alike both are said, where the better one is sure', () => {
  const one = aPassage({ title: '充电宝能寄到海外吗？', kind: 'question', text: '只寄中国大陆。' })
  const other = aPassage({ title: '充电宝能寄到港澳吗？', kind: 'question', text: '港澳也不寄。' })
  const question = '充电宝能寄到哪里'
  const both = extractAnswer(question, 'zh', asking(question, [one, other]))
  expect(both).toMatchObject({ outcome: 'answered', text: '只寄中国大陆。\n\n港澳也不寄。' })
  if (both.outcome === 'answered') expect(both.citations).toHaveLength(2)
})

test('the own language is preferred, the other is better than nothing and says so', () => {
  const english = aPassage({
    title: 'Is SF express possible?',
    language: 'en',
    kind: 'question',
    text: 'Yes, for ¥12.',
  })
  const chinese = aPassage({ title: 'SF express 可以吗？', kind: 'question', text: '可以，加 ¥12。' })
  const question = 'SF express'
  expect(extractAnswer(question, 'zh', asking(question, [english, chinese]))).toMatchObject({ text: chinese.text })
  const only = extractAnswer(question, 'zh', asking(question, [english]))
  expect(only).toMatchObject({ outcome: 'answered' })
  if (only.outcome === 'answered') expect(only.text).toMatch(/^这部分暂时只有英文说明/)
})

test('of a long text only the lines that answer are said, rows with the head of their table', () => {
  const text = '| 地区 | 运费 |\n| --- | --- |\n| 新疆 | 15 元 |\n| 香港 | 30 元 |\n'.padEnd(400, '。')
  const rows = [...text.matchAll(/^\|.*\|$/gm)].map(({ index, 0: row }) => ({ start: index, end: index + row.length }))
  const units = rows.flatMap((span, place) =>
    place === 1 ? [] : [{ ...span, kind: place === 0 ? 'lead' : 'row' } as const],
  )
  const table = { ...aPassage({ title: '配送政策', heading: '运费', text }), units }
  const answer = extractAnswer('香港运费', 'zh', asking('香港运费', [table]))
  expect(answer).toMatchObject({ text: '| 地区 | 运费 |\n| --- | --- |\n| 香港 | 30 元 |' })
  if (answer.outcome === 'answered') expect(answer.citations.map(({ quote }) => quote)).toEqual(['| 香港 | 30 元 |'])
})
