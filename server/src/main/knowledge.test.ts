import { webRoutes } from '@lingxi/contract/channel-routes'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'

const warranty = {
  title: '保修期多长？',
  body: '台灯保修 **两年**，从签收那天算起。',
  language: 'zh',
  status: 'published',
} as const
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('knowledge over the API', () => {
  const server = useServer()
  type Person = Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  let editor: Person
  let reader: Person
  beforeAll(async () => {
    editor = await server().signIn('supervisor')
    reader = await server().signIn('staff')
  })
  const refused = (code: string) => expect.objectContaining({ code })
  const idsFor = async (q: string) =>
    (await reader.call(knowledgeRoutes.search, { query: { q } })).hits.map(({ articleId }) => articleId)

  it('finds an article from the next question on, answers from it, and forgets it when it is removed', async () => {
    const { id, version } = await editor.call(knowledgeRoutes.addArticle, { body: warranty })
    expect(version).toBe(1)
    expect(await idsFor('台灯保修多久')).toContain(id)
    const [, answer] = await (await aVisitor(server())).say('台灯的保修期多长？')
    expect(answer).toMatchObject({
      type: 'message',
      text: expect.stringContaining('两年'),
      citations: [{ articleId: id }],
    })
    const shown = await server().callAs()(webRoutes.readArticle, { params: { id } })
    expect(shown).toMatchObject({ title: warranty.title, body: warranty.body })

    await editor.call(knowledgeRoutes.removeArticle, { params: { id } })
    expect(await idsFor('台灯保修多久')).not.toContain(id)
    await expect(reader.call(knowledgeRoutes.getArticle, { params: { id } })).rejects.toEqual(refused('not-found'))
  })

  it('shows customers nothing of a draft', async () => {
    const { id } = await editor.call(knowledgeRoutes.addArticle, { body: { ...warranty, status: 'draft' } })
    expect(await idsFor('台灯保修多久')).not.toContain(id)
    const asCustomer = server().callAs()(webRoutes.readArticle, { params: { id } })
    await expect(asCustomer).rejects.toEqual(refused('not-found'))
    await editor.call(knowledgeRoutes.removeArticle, { params: { id } })
  })

  it('refuses a change that started from an older version', async () => {
    const { id, version } = await editor.call(knowledgeRoutes.addArticle, { body: { ...warranty, tags: ['保修'] } })
    const params = { id }
    const changed = await editor.call(knowledgeRoutes.changeArticle, {
      params,
      body: { ...warranty, title: '保修？', version },
    })
    expect(changed).toMatchObject({ id, version: 2, title: '保修？', tags: [] })
    const late = editor.call(knowledgeRoutes.changeArticle, { params, body: { ...warranty, version } })
    await expect(late).rejects.toEqual(refused('changed-meanwhile'))
    expect(await reader.call(knowledgeRoutes.getArticle, { params })).toEqual(changed)
    await editor.call(knowledgeRoutes.removeArticle, { params })
  })

  it('lists what fits a filter, what changed last first, page by page', async () => {
    const tag = '换季'
    const added: string[] = []
    for (const title of ['一', '二', '三'])
      added.unshift((await editor.call(knowledgeRoutes.addArticle, { body: { ...warranty, title, tags: [tag] } })).id)
    const list = (query: object) => reader.call(knowledgeRoutes.listArticles, { query: { tag, ...query } })
    const all = await list({})
    expect([all.articles.map(({ id }) => id), all.total]).toEqual([added, 3])
    expect(all.tags).toContain(tag)
    expect((await list({ limit: 2, offset: 2 })).articles.map(({ id }) => id)).toEqual(added.slice(2))
    expect((await list({ q: '二' })).total).toBe(1)
    expect((await list({ language: 'en' })).total).toBe(0)
    expect((await list({ status: 'draft' })).total).toBe(0)
  })

  it('keeps moments as moments, however they are written', async () => {
    const body = { ...warranty, validFrom: '2026-01-01T00:00:00+16:30', validUntil: '2026-01-02T00:00:00Z' }
    const { id } = await editor.call(knowledgeRoutes.addArticle, { body })
    const kept = await reader.call(knowledgeRoutes.getArticle, { params: { id } })
    expect([kept.validFrom, kept.validUntil]).toEqual(['2025-12-31T07:30:00.000Z', '2026-01-02T00:00:00.000Z'])
    const never = { ...body, validUntil: '2025-01-01T00:00:00Z' }
    await expect(editor.call(knowledgeRoutes.addArticle, { body: never })).rejects.toEqual(refused('invalid-request'))
  })

  it('imports the good rows of a CSV, reports the broken ones, and changes nothing the second time', async () => {
    const csv =
      'question,answer,tags\n怎么开发票？,在订单页点「开票」。,发票\n,没有问题,\n运费多少？,满 99 元包邮。,"运费|包邮"\n只有问题\n'
    const send = () =>
      editor.call(knowledgeRoutes.importFile, { query: { name: 'faq.csv', language: 'zh' }, body: utf8(csv) })
    const first = await send()
    expect([first.created, first.refused]).toEqual([2, 2])
    expect(first.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [1, 'created'],
      [2, 'refused'],
      [3, 'created'],
      [4, 'refused'],
    ])
    expect(first.rows.every(({ outcome, reason }) => (outcome === 'refused') === Boolean(reason))).toBe(true)
    expect(await send()).toMatchObject({ created: 0, updated: 0, unchanged: 2, refused: 2 })
    expect(await idsFor('怎么开发票')).toContain(first.rows[0]!.articleId)
  })

  it('refuses a Markdown file that is binary, and files of other kinds', async () => {
    const before = await reader.call(knowledgeRoutes.listArticles, {})
    const send = (name: string, body: Uint8Array) => editor.call(knowledgeRoutes.importFile, { query: { name }, body })
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff])
    await expect(send('picture.md', png)).rejects.toEqual(refused('not-text'))
    await expect(send('table.csv', png)).rejects.toEqual(refused('not-text'))
    await expect(send('setup.exe', utf8('MZ'))).rejects.toEqual(refused('unsupported-media-type'))
    for (const [name, text] of [
      ['empty.csv', ''],
      ['other.csv', 'a,b\n1,2\n'],
    ] as const)
      await expect(send(name, utf8(text))).rejects.toEqual(refused('invalid-request'))
    expect(await reader.call(knowledgeRoutes.listArticles, {})).toEqual(before)
  })

  it('says what it would answer to a question, and why', async () => {
    const tried = await reader.call(knowledgeRoutes.tryQuestion, { body: { question: '怎么退货？' } })
    expect(tried).toMatchObject({ outcome: 'answered', writer: 'extracted', text: expect.stringContaining('7 天') })
    expect(tried.support).toBeGreaterThanOrEqual(tried.needed)
    expect(tried.hits.length).toBeGreaterThan(0)
    const unknown = await reader.call(knowledgeRoutes.tryQuestion, {
      body: { question: 'xyzzy plugh', language: 'en' },
    })
    expect(unknown).toMatchObject({ outcome: 'unknown', citations: [], writer: null })
  })

  it('gives back exactly what was put in, SQL, HTML and all', async () => {
    const body = {
      title: `'; drop table articles; -- <b>"x"</b> \${1} %s 👩‍👩‍👧`,
      body: '<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| \\ | ` |\r\n\ttabs\u202e‮',
      language: 'en',
      tags: ["a'b", '<i>', '{"x":1}'],
      alternatives: ['\\u0000 is six characters', '$1'],
      status: 'draft',
    } as const
    const sent = { ...body, tags: [...body.tags], alternatives: [...body.alternatives] }
    const { id } = await editor.call(knowledgeRoutes.addArticle, { body: sent })
    expect(await reader.call(knowledgeRoutes.getArticle, { params: { id } })).toMatchObject(sent)
  })

  it('opens no article by a path that leads elsewhere', async () => {
    const answer = await server().request({ method: 'GET', url: '/api/v1/web/articles/..%2f..%2fconversations' })
    expect(problemOf(answer).code).toBe('not-found')
  })
})
