import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown.ts'
import { type Piece, textOf } from './markdown-tree.ts'
import type { Span } from './sourced.ts'

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const write = (pieces: Piece[]): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return escape(piece)
      const attributes = Object.entries(piece.attributes).map(([name, value]) => ` ${name}="${value}"`)
      return `<${piece.tag}${attributes.join('')}>${write(piece.pieces)}</${piece.tag}>`
    })
    .join('')
const html = (source: string, marked?: Span) => write(readMarkdown(source, marked))
const marksOf = (pieces: Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? '' : piece.tag === 'mark' ? textOf([piece]) : marksOf(piece.pieces)))
    .join('|')
    .replace(/\|+/g, '|')
    .replace(/^\||\|$/g, '')
const mark = (source: string, quote: string) => {
  const start = source.indexOf(quote)
  return marksOf(readMarkdown(source, { start, end: start + quote.length }))
}

describe('Markdown becomes a tree', () => {
  it('with emphasis, lists in lists, and headings two steps down', () => {
    expect(html('**七天**内 *可退*')).toBe('<p><strong>七天</strong>内 <em>可退</em></p>')
    expect(html('- a\n- b\n  1. c\n  2. d')).toBe(
      '<ul><li><p>a</p></li><li><p>b</p><ol start="1"><li><p>c</p></li><li><p>d</p></li></ol></li></ul>',
    )
    expect(html('# 一\n\n二\n--')).toBe('<h3>一</h3><h4>二</h4>')
    expect(html('> a\n> b')).toBe('<blockquote><p>a\nb</p></blockquote>')
    expect(html('a\\\nb')).toBe('<p>a<br></br>b</p>')
  })

  it('with tables that scroll and keep their alignment', () => {
    expect(html('| 件 | 价 |\n|---|--:|\n| 杯 | 9 |')).toBe(
      '<div class="table" tabIndex="0"><table><thead><tr><th class="">件</th><th class="right">价</th></tr></thead>' +
        '<tbody><tr><td class="">杯</td><td class="right">9</td></tr></tbody></table></div>',
    )
  })

  it('with code as it was typed', () => {
    expect(html('```js\nif (a < b)\n\n  go()\n```')).toBe('<pre><code>if (a &lt; b)\n\n  go()</code></pre>')
    expect(html('`<b>`')).toBe('<p><code>&lt;b&gt;</code></p>')
  })

  it('with links of every form, opened outside', () => {
    const attributes = 'target="_blank" rel="noopener noreferrer"'
    for (const source of ['[x](https://a.cn/b_c)', '[x](<https://a.cn/b_c> "y")', '[x]( https://a.cn/b\\_c )'])
      expect(html(source)).toBe(`<p><a href="https://a.cn/b_c" ${attributes}>x</a></p>`)
    expect(html('<https://a.cn>')).toBe(`<p><a href="https://a.cn" ${attributes}>https://a.cn</a></p>`)
    expect(html('见 https://a.cn/b?c=1&d=2。谢')).toBe(
      `<p>见 <a href="https://a.cn/b?c=1&d=2" ${attributes}>https://a.cn/b?c=1&amp;d=2</a>。谢</p>`,
    )
  })

  it('with emphasis beside Chinese, where CommonMark would show the stars', () => {
    expect(html('**注意：**请保留包装')).toBe('<p><strong>注意：</strong>请保留包装</p>')
    expect(html('共**￥9**元，*“包邮”*的')).toBe('<p>共<strong>￥9</strong>元，<em>“包邮”</em>的</p>')
    expect(html('snake_case_name 和 2*3*4')).toBe('<p>snake_case_name 和 2<em>3</em>4</p>')
  })
})

describe('Nothing that was typed runs', () => {
  it('shows HTML as text', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>')
    expect(html('a <b onclick="x()">b</b>')).toBe('<p>a &lt;b onclick="x()"&gt;b&lt;/b&gt;</p>')
    expect(html('<script>\nalert(1)\n</script>')).toBe('<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>')
  })

  it('drops addresses that are not plainly harmless', () => {
    for (const address of [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      'data:text/html,x',
      'vbscript:x',
      'java&#115;cript:x',
    ])
      for (const source of [`[x](${address})`, `![x](${address})`, `[x](<${address}>)`])
        expect(html(source)).not.toMatch(/href|src/)
    expect(html('<javascript:alert(1)>')).not.toMatch(/href/)
    expect(html('[x](java\tscript:alert)')).not.toMatch(/href/)
    expect(html('[x](/help)')).toMatch(/href="\/help"/)
  })
})

describe('A cited span is marked where it shows', () => {
  it('in a paragraph, across emphasis, in a list, in a table', () => {
    expect(mark('我们支持**七天**无理由退货。其他不行。', '支持**七天**无理由')).toBe('支持|七天|无理由')
    expect(mark('a\n\n- 一\n- 二二\n', '- 二二\n')).toBe('二二')
    expect(mark('## 退货\n\n七天内。', '## 退货\n\n七天')).toBe('退货|七天')
    expect(mark('| 件 | 价 |\n|---|---|\n| 杯 | 9 |\n| 碗 | 8 |', '| 碗 | 8 |')).toBe('碗|8')
  })

  it('counts offsets as JavaScript does, with emoji and Windows line endings', () => {
    expect(mark('😀😀\r\n\r\n退货 😀 吧', '退货 😀')).toBe('退货 😀')
  })

  it('never in an address', () => {
    const source = 'a [b](https://c.cn "t") d'
    expect(html(source, { start: 0, end: source.length })).toMatch(/href="https:\/\/c.cn" /)
  })
})
