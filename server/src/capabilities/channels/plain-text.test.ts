import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { toPlainText } from './plain-text.ts'

const cases: [string, string, string][] = [
  ['emphasis', '**满 99 元** _包邮_ ~~不包~~ `SF`', '满 99 元 包邮 不包 SF'],
  ['headings and paragraphs', '## 退货\n\n七天内。\n同一段', '退货\n\n七天内。\n同一段'],
  ['lists', '- 一\n- 二\n  - 二之一\n\n3. 三\n4. 四', '- 一\n- 二\n- 二之一\n\n3. 三\n4. 四'],
  ['links', '见[退货页](https://shop.example/r)。', '见退货页 (https://shop.example/r)。'],
  ['links with a title', '[页](https://shop.example/r "退货说明")', '页 (https://shop.example/r 退货说明)'],
  ['bare links', '<https://shop.example> https://shop.example/r', 'https://shop.example https://shop.example/r'],
  [
    'links that are explained below',
    '见[退货页][r]。\n\n[r]: https://shop.example/r',
    '见退货页 [r]。\n\n[r]: https://shop.example/r',
  ],
  ['pictures', '![吊牌](https://shop.example/t.png)', '吊牌 (https://shop.example/t.png)'],
  ['tables', '| 地区 | 运费 |\n|---|--:|\n| 新疆 | 15 元 |', '地区 | 运费\n新疆 | 15 元'],
  ['code', '```\nlx --help\n```', 'lx --help'],
  ['quotations', '> 七天内', '七天内'],
  ['footnotes', '包邮[^1]\n\n[^1]: 新疆除外', '包邮[1]\n\n[1]: 新疆除外'],
  ['HTML, as the text that it is', '<b>七天</b> <script>alert(1)</script>', '<b>七天</b> <script>alert(1)</script>'],
  ['line breaks', '一\\\n二', '一\n二'],
  ['signs that mean nothing here', '2 * 3 * 4, a_b_c, 100% #1', '2 * 3 * 4, a_b_c, 100% #1'],
  ['what is ticked', '- [x] 已付款\n- [ ] 已发货', '- [x] 已付款\n- [ ] 已发货'],
  ['addresses, once', 'www.a.example a@b.example', 'www.a.example a@b.example'],
  ['pictures that are explained below', '![图][r]\n\n[r]: /a.png', '图 [r]\n\n[r]: /a.png'],
  ['cells beyond the table', '| 码 | 围 |\n|--|--|\n| M | 96 | 多 |', '码 | 围\nM | 96 | 多'],
  ['what stands beside a fence', '```sh 例子\nnpm start\n```', 'sh 例子\nnpm start'],
  ['drawn-out words that look like a fence', '~~~好的', '好的'],
  ['remarks that look like a definition', '[备注]: 周一发货', '[备注]: 周一发货'],
  ['a line that is nothing but a rule', '---', '---'],
  [
    'escaped signs, as the signs',
    '发到 zhao\\@mail.example，1\\. a\\_b https\\://a.example',
    '发到 zhao@mail.example，1. a_b https://a.example',
  ],
  ['nothing', '', ''],
]

test.each(cases)('plain text keeps %s', (_, markdown, plain) => {
  expect(toPlainText(markdown)).toBe(plain)
})

test('plain text keeps every word of whatever is typed', () => {
  const words = ['退货', '运费', '😀', '𠮷', 'refund']
  const signs = [
    '*',
    '_',
    '~',
    '~~~',
    '`',
    '```',
    '#',
    '> ',
    '- ',
    '1. ',
    '|',
    '|-|',
    '[',
    ']',
    '](',
    ')',
    '!',
    '[^',
    ']: ',
  ]
  const others = ['\n', '\n\n', ' ', '    ', '<', '>', '"', ':', '\\', '---', '=']
  const typed = array(constantFrom(...words, ...signs, ...others), { maxLength: 40 }).map((parts) => parts.join(''))
  const count = (text: string, word: string) => text.split(word).length
  const keeps = property(typed, (markdown) => {
    const text = toPlainText(markdown)
    for (const word of words)
      expect(count(text, word), `${word} in ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(count(markdown, word))
  })
  assert(keeps, { numRuns: 3000 })
})

test('plain text survives thousands of signs inside one another', () => {
  expect(toPlainText(`${'>'.repeat(4000)} 您好`)).toContain('您好')
})
