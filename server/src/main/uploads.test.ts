import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { aManual, aPdf, anXlsx, aZip, encrypted, linesAt, utf8 } from '../platform/documents/documents.testing.ts'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'
import { aSource, endOf, reading, upload } from './sources.testing.ts'

describe('files given to a source', () => {
  const server = useServer({ reading })
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let editor: Person
  beforeAll(async () => {
    editor = await server().signIn('supervisor')
  })
  const articlesOf = async (itemId: string) => {
    const item = await editor.call(sourceRoutes.getItem, { params: { id: itemId } })
    const articles = await Promise.all(
      item.articleIds.map((id) => editor.call(knowledgeRoutes.getArticle, { params: { id } })),
    )
    return { item, articles }
  }

  it('become articles that know their page, answer customers, and open the original', async () => {
    const { source } = await aSource(editor, { kind: 'upload' }, { category: 'Workshop' })
    const bytes = await aPdf([
      { texts: [{ text: 'Lamp manual', x: 60, y: 780, size: 20 }, ...linesAt(60, 740, ['This lamp is for desks.'])] },
      {
        texts: [
          { text: 'Warranty', x: 60, y: 780, size: 15 },
          ...linesAt(60, 740, ['The lamp has a warranty of three years from the day of delivery.']),
        ],
      },
    ])
    const { item, run } = await upload(editor, source.id, ['lamp.pdf', bytes])
    const { outcomes } = await endOf(editor, run.id)
    expect(outcomes).toEqual({ 'lamp.pdf': 'added' })
    const read = await articlesOf(item.id)
    expect(read.item).toMatchObject({ state: 'read', pages: 2, hasOriginal: true, format: 'pdf' })
    const [article] = read.articles
    expect(article).toMatchObject({
      category: 'Workshop',
      status: 'published',
      origin: { itemId: item.id, location: 'lamp.pdf' },
    })
    const second = article!.origin!.pages.find(({ page }) => page === 2)!
    expect(article!.body.slice(second.start)).toMatch(/^## Warranty/)
    const [, answer] = await (await aVisitor(server())).say('How long is the warranty of the lamp?')
    expect(answer).toMatchObject({
      text: expect.stringContaining('three years'),
      citations: [{ articleId: article!.id }],
    })

    const original = await server().request({
      method: 'GET',
      url: `/api/v1/knowledge/originals/${item.id}`,
      token: editor.token,
    })
    expect(original.rawPayload.equals(Buffer.from(bytes))).toBe(true)
    expect(original.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining('filename="lamp.pdf"'),
      'content-security-policy': expect.stringContaining('sandbox'),
    })
    const { text, pages } = await editor.call(sourceRoutes.readOriginalText, { params: { id: item.id } })
    expect(text.slice(pages[1]!.start)).toMatch(/^## Warranty/)
    const cited = (answer as { citations: { articleId: string; start: number; end: number; quote: string }[] })
      .citations
    const { articleId, start, end, quote } = cited[0]!
    const query = { articleId, start, end }
    const shown = await editor.call(sourceRoutes.showInOriginal, { params: { id: item.id }, query })
    expect(shown).toMatchObject({ page: { number: 2, label: null }, start: pages[1]!.start })
    expect(shown.text).toMatch(/^## Warranty/)
    expect(shown.text.slice(shown.mark!.start, shown.mark!.end)).toBe(quote)
  })

  it('that are the same change nothing, that differ change what differs, and spoil nothing when they are broken', async () => {
    const { source } = await aSource(editor, { kind: 'upload' })
    const faq = (more: string) =>
      utf8(`标准问,相似问1,相似问2,答案,分类\n充电多久？,充满要多久,多长时间充满,两小时充满。,电源\n${more}`)
    const give = async (bytes: Uint8Array) => {
      const { item, run } = await upload(editor, source.id, ['faq.csv', bytes])
      return { outcome: (await endOf(editor, run.id)).outcomes['faq.csv'], ...(await articlesOf(item.id)) }
    }
    const first = await give(faq('能防水吗？,,,可以。,\n'))
    expect(first.outcome).toBe('added')
    expect(first.articles.map(({ title, alternatives, category }) => [title, alternatives, category])).toEqual([
      ['充电多久？', ['充满要多久', '多长时间充满'], '电源'],
      ['能防水吗？', [], null],
    ])
    expect((await give(faq('能防水吗？,,,可以。,\n'))).outcome).toBe('unchanged')
    const third = await give(faq('重多少？,,,三百克。,\n,,,没有问题,\n'))
    expect(third.outcome).toBe('changed')
    expect(third.item.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'created', 'refused'])
    expect(third.articles.map(({ title, status }) => [title, status])).toEqual([
      ['充电多久？', 'published'],
      ['能防水吗？', 'archived'],
      ['重多少？', 'published'],
    ])
    const broken = await give(Uint8Array.from([0, 1, 2, 3, 0, 255, 254, 0, 1, 2]))
    expect(broken.outcome).toBe('refused')
    expect(broken.item).toMatchObject({ refusal: { code: 'not-text' } })
    expect(broken.articles.filter(({ status }) => status === 'published')).toHaveLength(2)
  })

  it('of which some are broken cost themselves only, and each is named', async () => {
    const { source } = await aSource(editor, { kind: 'upload' })
    const { PDFDocument } = await import('pdf-lib')
    const locked = await PDFDocument.create()
    locked.addPage()
    const manual = await aManual(4)
    const files: [string, Uint8Array][] = [
      ['locked.pdf', encrypted(await locked.save({ useObjectStreams: false }))],
      ['stump.pdf', manual.subarray(0, 80)],
      ['pictures.pdf', await aPdf([{ picture: true }])],
      ['bomb.zip', aZip({ 'in.docx': aZip({ 'word/document.xml': ' '.repeat(24 * 1024 * 1024) }) })],
      ['good.md', utf8('---\ntags: [灯]\n---\n# 怎么换灯泡\n先断电，再拧下来。')],
      ['nothing.txt', utf8('   ')],
    ]
    let last = ''
    for (const [name, bytes] of files) last = (await upload(editor, source.id, [name, bytes])).run.id
    const { items } = await editor.call(sourceRoutes.listItems, { params: { id: source.id } })
    // What the archive holds is listed beside it as soon as it was unpacked, which may be before we asked.
    expect(items.filter(({ location }) => !location.includes('/'))).toHaveLength(files.length)
    await endOf(editor, last)
    const after = await editor.call(sourceRoutes.listItems, { params: { id: source.id } })
    const codes = Object.fromEntries(
      after.items.map(({ location, refusal, state }) => [location, refusal?.code ?? state]),
    )
    expect(codes).toEqual({
      'locked.pdf': 'encrypted',
      'stump.pdf': 'damaged',
      'pictures.pdf': 'only-pictures',
      'bomb.zip': 'read',
      'bomb.zip/in.docx': 'too-large-unpacked',
      'good.md': 'read',
      'nothing.txt': 'no-text',
    })
    expect(after.items.find(({ location }) => location === 'good.md')).toMatchObject({ articles: 1 })
    expect(after.items.every(({ hasOriginal }) => hasOriginal)).toBe(true)
  })

  it('that are catalogues become products, whatever their columns are called', async () => {
    const { source } = await aSource(editor, { kind: 'upload' })
    const bytes = await anXlsx([
      {
        name: '目录',
        rows: [
          ['2026 春季'],
          ['商品名称', '货号', '售价', '功率', '类目'],
          ['小夜灯', 'NL-1', 39, '2W', '灯具/夜灯'],
          ['落地灯', 'FL-9', 399, '12W', '灯具'],
        ],
      },
    ] as never)
    const { item, run } = await upload(editor, source.id, ['目录.xlsx', bytes])
    await endOf(editor, run.id)
    const { articles } = await articlesOf(item.id)
    expect(articles.map(({ title, products, category, body }) => ({ title, products, category, body }))).toEqual([
      {
        title: '小夜灯',
        products: ['NL-1'],
        category: '灯具/夜灯',
        body: '- 货号：NL-1\n- 售价：39\n- 功率：2W\n- 类目：灯具/夜灯',
      },
      {
        title: '落地灯',
        products: ['FL-9'],
        category: '灯具',
        body: '- 货号：FL-9\n- 售价：399\n- 功率：12W\n- 类目：灯具',
      },
    ])
  })

  it('that are too large are refused and leave nothing behind', async () => {
    const { source } = await aSource(editor, { kind: 'upload' })
    const answer = await server().request({
      method: 'POST',
      url: `/api/v1/knowledge/sources/${source.id}/files?name=big.txt`,
      token: editor.token,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.alloc(reading.largestFile + 1, 'a'),
    })
    expect(problemOf(answer).code).toBe('too-large')
    expect((await editor.call(sourceRoutes.listItems, { params: { id: source.id } })).total).toBe(0)
  })

  it('for some staff only are found, read and opened by nobody else', async () => {
    const { source } = await aSource(editor, { kind: 'upload' }, { audience: { kind: 'staff', groups: ['repairs'] } })
    const { item, run } = await upload(editor, source.id, ['inside.md', utf8('# 内部维修价\n换一次灯珠成本八元。')])
    await endOf(editor, run.id)
    const [, answer] = await (await aVisitor(server())).say('内部维修价是多少？')
    expect(JSON.stringify(answer)).not.toContain('八元')
    const other = await server().signIn('staff')
    const { articleIds } = await editor.call(sourceRoutes.getItem, { params: { id: item.id } })
    for (const path of ['', '/text', `/place?articleId=${articleIds[0]}&start=0&end=3`])
      expect(
        problemOf(
          await server().request({
            method: 'GET',
            url: `/api/v1/knowledge/originals/${item.id}${path}`,
            token: other.token,
          }),
        ).code,
      ).toBe('not-found')
    expect((await other.call(sourceRoutes.listSources, {})).sources.map(({ id }) => id)).not.toContain(source.id)
  })
})
