import { describe, expect, test } from 'vitest'
import { anArticle } from '../graph.testing.ts'
import { extractStatements } from './extract.ts'

function statedBy(title: string, body: string): string[] {
  const article = anArticle(title, body)
  const { edges } = extractStatements(article)
  for (const { starts, ends } of edges) expect(body.slice(starts, ends).trim()).not.toBe('')
  return edges.map(({ subjectName, relation, objectName }) => `${subjectName} | ${relation} | ${objectName}`)
}

describe('a catalogue', () => {
  const body = '- 货号：SG-COAT-1\n- 价格：¥699\n- 颜色：雾蓝、墨绿\n\n它由鹅绒制成。'
  test('states each attribute of its product, lists value by value', () => {
    expect(statedBy('云杉羽绒服', body)).toEqual([
      '云杉羽绒服 | 货号 | SG-COAT-1',
      '云杉羽绒服 | 价格 | ¥699',
      '云杉羽绒服 | 颜色 | 雾蓝',
      '云杉羽绒服 | 颜色 | 墨绿',
      '云杉羽绒服 | 材质 | 鹅绒',
    ])
  })
  test('knows the product by its article number, in either language', () => {
    const chinese = extractStatements(anArticle('云杉羽绒服', body))
    const english = extractStatements(anArticle('Spruce down jacket', '- Article number: SG-COAT-1\n- Price: ¥699'))
    expect(chinese.edges[1]!.subject).toBe('sku:sgcoat1')
    expect(english.edges[1]!.subject).toBe('sku:sgcoat1')
  })
  test('divides what the columns of a catalogue hold several of', () => {
    expect(statedBy('云杉羽绒服', '- 规格尺码：S、M')).toEqual([
      '云杉羽绒服 | 规格尺码 | S',
      '云杉羽绒服 | 规格尺码 | M',
    ])
  })
  test('quotes the line it was taken from', () => {
    const { edges } = extractStatements(anArticle('云杉羽绒服', body))
    expect(edges.map(({ starts, ends }) => body.slice(starts, ends))[1]).toBe('价格：¥699')
  })
})

describe('a table', () => {
  test('is about its first column, row by row', () => {
    const body = '| 目的地 | 时效 | 运费 |\n|---|---|---|\n| 中国大陆 | 2–4 天 | ¥8 |\n| 新疆 | 5–7 天 | — |'
    expect(statedBy('配送说明', body)).toEqual([
      '中国大陆 | 时效 | 2–4 天',
      '中国大陆 | 运费 | ¥8',
      '新疆 | 时效 | 5–7 天',
    ])
  })
  test('with an empty corner compares its columns', () => {
    const body = '| | Silver | Gold |\n|---|---|---|\n| Return fee | ¥10 | free |'
    expect(statedBy('Membership', body)).toEqual(['Silver | Return fee | ¥10', 'Gold | Return fee | free'])
  })
})

test.each([
  ['泡腾片的保质期是18个月。', '泡腾片 | 保质期 | 18个月'],
  ['云杉面霜适用于干性皮肤。', '云杉面霜 | 适用于 | 干性皮肤'],
  ['美利奴是一种细羊毛。', '美利奴 | 是 | 细羊毛'],
  ['The capacity of the Alder kettle is 1.7 litres.', 'Alder kettle | capacity | 1.7 litres'],
  ["The Alder kettle's warranty is two years.", 'Alder kettle | warranty | two years'],
  ['The Alder kettle is compatible with filter F2.', 'Alder kettle | compatible with | filter F2'],
  ['Merino is a fine wool.', 'Merino | is | fine wool'],
])('%s states %s', (sentence, statement) => {
  expect(statedBy('关于我们的各种东西，一篇长文', sentence)).toEqual([statement])
})

test.each([
  '如果商品是坏的，请联系我们。',
  '我们的承诺是七天退货，不问原因',
  'We are a small shop.',
  'If it is a gift, tell us.',
  'https://example.com',
  '注意：',
  '',
  '| a |\n|---|\n| b |',
])('%j states nothing', (body) => {
  expect(statedBy('How do returns work?', body)).toEqual([])
})
