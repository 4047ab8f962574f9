import { describe, expect, it } from 'vitest'
import { aDocx, anXlsx, aParagraph, aPptx, aZip, readWhole, utf8 } from './documents.testing.ts'

describe('a DOCX', () => {
  it('gives headings, lists and tables, with merged cells said in each row', async () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${aParagraph(text)}</w:tc>`
    const body = [
      aParagraph('退换货', 'Heading1'),
      aParagraph('收货后 7 天内可以退货。'),
      aParagraph('Who pays', 'Heading2'),
      `<w:tbl><w:tr>${cell('地区')}${cell('运费')}</w:tr><w:tr>${cell('江浙沪', '<w:vMerge w:val="restart"/>')}${cell('6 元')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('满 99 免')}</w:tr></w:tbl>`,
    ].join('')
    const { text, outcome } = await readWhole({ name: '规则.docx', bytes: aDocx(body) })
    expect(outcome).toMatchObject({ outcome: 'read', format: 'docx', title: '退换货' })
    expect(text).toBe(
      '# 退换货\n\n收货后 7 天内可以退货。\n\n## Who pays\n\n| 地区 | 运费 |\n| - | - |\n| 江浙沪 | 6 元 |\n| 江浙沪 | 满 99 免 |',
    )
  })

  it('that is a bomb is refused before it unpacks', async () => {
    const bomb = aDocx(aParagraph('x'), { 'word/media.xml': ' '.repeat(24 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const { outcome } = await readWhole({ name: 'a.docx', bytes: bomb })
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'too-large-unpacked' } })
  })

  it('whose entities would grow for ever gives none of them', async () => {
    const lol = Array.from({ length: 9 }, (_, place) => `<!ENTITY l${place + 1} "${`&l${place};`.repeat(10)}">`).join(
      '',
    )
    const document = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">${lol}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${aParagraph('&l9; end')}</w:body></w:document>`
    const { outcome, text } = await readWhole({ name: 'a.docx', bytes: aDocx('', { 'word/document.xml': document }) })
    expect(text.length).toBeLessThan(1000)
    expect(outcome.outcome).toMatch(/read|refused/)
  })

  it('with a password, or of the old kind, is named as such', async () => {
    const container = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)])
    expect((await readWhole({ name: 'a.docx', bytes: container })).outcome).toMatchObject({
      refusal: { code: 'encrypted' },
    })
    expect((await readWhole({ name: 'a.doc', bytes: container })).outcome).toMatchObject({
      refusal: { code: 'old-format' },
    })
  })
})

describe('an XLSX', () => {
  it('gives each sheet as a table, merged cells where they cover and formulas by their saved results', async () => {
    const bytes = await anXlsx([
      {
        name: '运费',
        rows: [
          ['2026 年运费表', null, null],
          ['地区', '首重', '折扣'],
          ['江浙沪', 6, 0.15],
          [null, 8, null],
          ['其他', null, 0.5],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
          { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
        ],
        cells: new Map([
          ['4,1', { value: 16, formula: 'B4*2', formulaResult: 16 }],
          ['2,2', { value: 0.15, style: { numFmt: '0%' } }],
          ['3,2', { value: null, formula: 'C3*2' }],
        ]),
      },
      {
        name: 'Dates',
        rows: [
          ['Day', 'Open'],
          [new Date('2026-10-01'), true],
        ],
      },
    ] as never)
    const { text, outcome, pages } = await readWhole({ name: 'a.xlsx', bytes })
    expect(text).toBe(
      '## 运费\n\n### 2026 年运费表\n\n| 地区 | 首重 | 折扣 |\n| --- | --- | --- |\n| 江浙沪 | 6 | 15% |\n| 江浙沪 | 8 |  |\n| 其他 | 16 | 0.5 |\n\n## Dates\n\n| Day | Open |\n| --- | --- |\n| 2026-10-01 | TRUE |',
    )
    expect(pages.map(({ label }) => label)).toEqual(['运费', 'Dates'])
    expect(outcome).toMatchObject({ outcome: 'read', tables: [{ name: '运费' }, { name: 'Dates' }] })
    expect(outcome.notes).toMatchObject([{ code: 'formula-without-value' }])
  })
})

describe('a PPTX', () => {
  it('gives the slides in the order in which they are shown, with tables and notes', async () => {
    const bytes = aPptx([
      { title: '新品发布', bullets: ['轻', '一天一充'], notes: '先讲续航。' },
      {
        title: 'Prices',
        bullets: [],
        rows: [
          ['Model', 'Price'],
          ['S1', '99'],
        ],
      },
    ])
    const { text, pages } = await readWhole({ name: 'a.pptx', bytes })
    expect(text).toBe(
      '## 新品发布\n\n- 轻\n- 一天一充\n\n先讲续航。\n\n## Prices\n\n| Model | Price |\n| --- | --- |\n| S1 | 99 |',
    )
    expect(pages.map(({ report }) => [report.page, report.tables])).toEqual([
      [1, 0],
      [2, 1],
    ])
  })
})

describe('text', () => {
  const sentence = '请问怎么退货？收货后七天内都可以申请。'
  const traditional = '請問怎麼退貨？收貨後七天內都可以申請，運費由我們負責。'
  it.each([
    ['GBK', [0xc7, 0xeb, 0xce, 0xca, 0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbb, 0xf5, 0xa3, 0xbf], '请问怎么退货？'],
    ['Big5', [0xbd, 0xd0, 0xb0, 0xdd, 0xab, 0xe7, 0xbb, 0xf2, 0xb0, 0x68, 0xb3, 0x66, 0xa1, 0x48], '請問怎麼退貨？'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8(sentence)], sentence],
    ['UTF-16, little end first', [0xff, 0xfe, ...Buffer.from(traditional, 'utf16le')], traditional],
    ['UTF-16 without a mark', [...Buffer.from(`q,a\n${sentence},b\n`, 'utf16le')], `q,a\n${sentence},b`],
  ])('in %s is read as what it says', async (_, bytes, wanted) => {
    const { text } = await readWhole({ name: 'a.txt', bytes: Uint8Array.from(bytes) })
    expect(text).toBe(wanted)
  })

  it('that only looks like Markdown stays as it is', async () => {
    const { text } = await readWhole({ name: 'a.txt', bytes: utf8('# 1 in stock\n- minus 5 * 3\n\n1. not a list [x]') })
    expect(text).toBe('\\# 1 in stock\n\\- minus 5 \\* 3\n\n1\\. not a list \\[x]')
  })

  it('that is none is refused', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0, 1, 2, 3])
    for (const name of ['a.txt', 'a.csv', 'a.md'])
      expect((await readWhole({ name, bytes: png })).outcome).toMatchObject({ refusal: { code: 'not-text' } })
    expect((await readWhole({ name: 'a.exe', bytes: utf8('MZ') })).outcome).toMatchObject({
      refusal: { code: 'unknown-format' },
    })
    expect((await readWhole({ name: 'a.txt', bytes: utf8('') })).outcome).toMatchObject({ refusal: { code: 'empty' } })
  })
})

describe('a CSV', () => {
  it('in GBK gives its table, and names broken rows', async () => {
    const gbk = [
      0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xd4, 0xf5, 0xc3, 0xb4, 0xcd, 0xcb, 0xbb, 0xf5, 0x2c,
      0xb5, 0xe3, 0xcd, 0xcb, 0xbb, 0xf5, 0x0a,
    ]
    const bytes = Uint8Array.from([...gbk, ...utf8('"a"b,c\n')])
    const { text, outcome } = await readWhole({ name: 'faq.csv', bytes })
    expect(text).toBe('| 问题 | 答案 |\n| --- | --- |\n| 怎么退货 | 点退货 |')
    expect(outcome.notes.map(({ code }) => code).toSorted()).toEqual(['broken-rows', 'guessed-encoding'])
  })
})

describe('an HTML page', () => {
  it('gives what it is about, without its frame and without anything that runs', async () => {
    const html = `<!doctype html><html lang="zh-CN"><head><title>退货 | 小店</title><meta name="robots" content="nofollow"><link rel="canonical" href="/returns"></head>
      <body><nav><a href="/">首页</a><a href="/cart">购物车</a></nav><div class="breadcrumb">首页 &gt; 帮助</div>
      <main><h1>怎么退货</h1><p>收货后 <b>7 天</b>内，见<a href="rules.html#fee">运费规则</a>。<script>alert(1)</script></p>
      <ul><li>打开订单</li><li>点「退货」</li></ul>
      <table><tr><th>地区</th><th>天数</th></tr><tr><td rowspan="2">SKU_12</td><td>3</td></tr><tr><td>5</td></tr></table>
      <p style="display:none">偷偷的</p><a href="javascript:alert(1)">点我</a></main>
      <footer>版权所有</footer></body></html>`
    const { text, outcome } = await readWhole({
      name: 'x',
      mediaType: 'text/html',
      address: 'https://shop.example/help/',
      bytes: utf8(html),
    })
    expect(text).toBe(
      '# 怎么退货\n\n收货后 **7 天**内，见[运费规则](https://shop.example/help/rules.html#fee)。\n\n- 打开订单\n- 点「退货」\n\n| 地区 | 天数 |\n| - | - |\n| SKU_12 | 3 |\n| SKU_12 | 5 |\n\n点我',
    )
    expect(outcome).toMatchObject({
      title: '怎么退货',
      language: 'zh-CN',
      page: { canonical: 'https://shop.example/returns', noIndex: false, noFollow: true },
    })
    expect(outcome.outcome === 'read' && outcome.page?.links).toContain('https://shop.example/help/rules.html#fee')
  })

  it('nested a hundred thousand deep costs itself and nothing else', async () => {
    const { outcome } = await readWhole({ name: 'a.html', bytes: utf8(`${'<div>'.repeat(100_000)}text`) })
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { code: 'too-deep' } })
    expect((await readWhole({ name: 'b.html', bytes: utf8('<p>still here') })).text).toBe('still here')
  })
})

describe('a ZIP', () => {
  it('gives its files, those of archives within it too, and leaves out what is unsafe or of no kind', async () => {
    const inner = aZip({ 'deep/规则.txt': '深处' })
    const bytes = aZip({
      'a.md': '# A',
      'inner.zip': inner,
      '../../etc/passwd.txt': 'root',
      'x.exe': 'MZ',
      '__MACOSX/a.md': 'junk',
    })
    const { parts, outcome } = await readWhole({ name: 'all.zip', bytes })
    expect(parts.map((part) => part.kind === 'file' && part.path)).toEqual(['a.md', 'inner.zip/deep/规则.txt'])
    expect(outcome.notes.map(({ code }) => code).toSorted()).toEqual(['skipped-files', 'unsafe-paths'])
  })

  it('that unpacks to more than is allowed, nests too deeply or holds too many files is refused', async () => {
    const bomb = aZip({ 'a.txt': 'x'.repeat(2_000_000) })
    const refusalOf = async (bytes: Uint8Array, limits = {}) =>
      (await readWhole({ name: 'a.zip', bytes }, limits)).outcome
    expect(await refusalOf(bomb, { mostUnpacked: 1_000_000 })).toMatchObject({
      refusal: { code: 'too-large-unpacked' },
    })
    let nested = aZip({ 'a.txt': 'x' })
    for (let depth = 0; depth < 4; depth++) nested = aZip({ 'in.zip': nested })
    expect(await refusalOf(nested)).toMatchObject({ refusal: { code: 'too-deep' } })
    const many = aZip(Object.fromEntries(Array.from({ length: 30 }, (_, place) => [`${place}.txt`, 'x'])))
    expect(await refusalOf(many, { mostEntries: 20 })).toMatchObject({ refusal: { code: 'too-many-entries' } })
    expect(await refusalOf(bomb.subarray(0, 200))).toMatchObject({ refusal: { code: 'damaged' } })
  })
})
