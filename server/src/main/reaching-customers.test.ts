/**
 * One secret, told to those who work here alone: in an article, a process, a table of products, a document, a newer text, a
 * word of the search. Every operation that is open to others than staff is asked for it, or is named here with the reason
 * why it cannot tell; a new one fails until it is.
 */
import { api } from '@lingxi/contract/api'
import { identityHeader } from '@lingxi/contract/message'
import type { Route } from '@lingxi/contract/route'
import { ServerFrame } from '@lingxi/contract/web-channel'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids'
import { aVisitor } from './customers.testing.ts'
import { problemOf, useServer } from './main.testing.ts'
import { connectMcp } from './mcp.testing.ts'
import { mainTenant } from './parts.ts'
import { openSocket } from './socket.testing.ts'
import { aSource, endOf, reading, upload } from './sources.testing.ts'
import { marker, plain, questions, secrets, staffOnly } from './staff-secrets.testing.ts'
import { eventually } from '../eventually.testing.ts'

/** Open to others than staff, and why nothing of an article can come of it. */
const exempt: Record<string, string> = {
  listModels: 'names the bot',
  typing: 'answers with nothing',
  rate: 'answers with nothing',
  citationOpened: 'answers with nothing',
  signIn: 'gives tokens to staff who prove who they are',
  refresh: 'gives tokens to staff who prove who they are',
  signOut: 'answers with nothing',
  tellEvent: 'answers with the id of a conversation',
  mcpStream: 'is always 405',
  mcpEnd: 'is always 405',
  takeEvent: 'is signed with the secret of a source, and answers with ids',
}

describe('what is for staff alone', () => {
  const server = useServer({ reading })
  let apiKey: string
  let secret: string
  let ids: string[]
  beforeAll(async () => {
    const admin = await server().signIn('admin')
    const { call } = admin
    secret = (await call(api.rotateIdentitySecret, {})).secret
    apiKey = (await call(api.addApiKey, { body: { name: 'a program' } })).key
    ids = []
    for (const body of secrets) ids.push((await call(api.addArticle, { body: { ...body, audience: staffOnly } })).id)
    const open = await call(api.addArticle, { body: { ...plain, title: '棉手套多少钱？', body: '棉手套二十元。' } })
    const beside = {
      title: open.title,
      body: '棉手套的口令是蓝鲸七号。',
      language: 'zh' as const,
      version: 1,
      edition: 0,
    }
    await call(api.saveRevision, { params: { id: open.id }, body: beside })
    const { source } = await aSource(admin, { kind: 'upload' }, { audience: staffOnly })
    const text = new TextEncoder().encode('# 攀岩馆\n\n攀岩馆的后门密码是蓝鲸七号。')
    const { item } = await upload(admin, source.id, ['a.md', text])
    const { articleIds } = await eventually(async () => {
      const found = await call(api.getItem, { params: { id: item.id } })
      expect(found.articleIds).toHaveLength(1)
      return found
    })
    ids.push(...articleIds)
    await call(api.addEdge, {
      body: { subject: { name: '雪貂手套' }, relation: '代号', object: { name: 'quuxzanzibar' }, audience: staffOnly },
    })
    await server().parts.followGraph.idle()
  })

  const identities: Record<string, () => Promise<string | undefined>> = {
    'a visitor': async () => undefined,
    'a gold customer': () =>
      new SignJWT({ tier: 'gold', groups: ['staff'], role: 'admin', sub: systemIds.next('sub') })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(new TextEncoder().encode(secret)),
  }
  type Way = { of: string[]; ask: (question: string, identity: string | undefined) => Promise<string> }
  const said = (question: string, text: string) => text.replaceAll(question, '')
  const request = async (options: Parameters<ReturnType<typeof server>['request']>[0]) =>
    (await server().request(options)).body

  const ways: Record<string, Way> = {
    'the web, by polling': {
      of: ['openSession', 'say', 'readEntries'],
      async ask(question, identity) {
        const { say } = await aVisitor(server(), { identity })
        return JSON.stringify((await say(question)).filter(({ type }) => type !== 'said'))
      },
    },
    'the web, by socket': {
      of: [],
      async ask(question, identity) {
        const { token } = await aVisitor(server(), { identity })
        const socket = await openSocket(await server().listen(), '/api/v1/web/socket', ServerFrame)
        socket.send({ type: 'hello', token })
        socket.send({ type: 'say', id: systemIds.next('said'), text: question })
        await socket.until('an answer', (frames) =>
          frames.find((frame) => frame.type === 'entry' && frame.entry.type === 'message'),
        )
        socket.close()
        return said(question, JSON.stringify(socket.frames))
      },
    },
    'the articles that answers cite': {
      of: ['readArticle'],
      async ask(_, identity) {
        const { call } = await aVisitor(server(), { identity })
        const all = ids.map((id) => call(api.readArticle, { params: { id } }).catch(() => undefined))
        return JSON.stringify(await Promise.all(all))
      },
    },
    'the REST channel': {
      of: ['restWebhook'],
      ask: (question, identity) =>
        request({
          method: 'POST',
          url: api.restWebhook.path,
          payload: { sender: systemIds.next('sender'), message: question },
          ...(identity && { headers: { [identityHeader]: identity } }),
        }),
    },
    'the OpenAI channel, streamed': {
      of: ['complete'],
      async ask(question, identity) {
        const streamed = await request({
          method: 'POST',
          url: api.complete.path,
          payload: { messages: [{ role: 'user', content: question }], stream: true },
          token: apiKey,
          ...(identity && { headers: { [identityHeader]: identity } }),
        })
        return [...streamed.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece).join('')
      },
    },
    'another assistant, by the Model Context Protocol': {
      of: ['mcp'],
      async ask(question) {
        const { client, ask, close } = await connectMcp(server(), apiKey)
        const found = await Promise.allSettled([
          client.listTools(),
          ask('search_knowledge', { query: question, limit: 10 }),
          ask('ask_question', { question }),
          client.listResources(),
          ...ids.flatMap((id) => [ask('get_article', { id }), client.readResource({ uri: `lingxi://articles/${id}` })]),
        ])
        await close()
        return said(question, JSON.stringify(found.map((each) => ('value' in each ? each.value : String(each.reason)))))
      },
    },
    'the pages of the help centre': {
      of: [],
      async ask(question) {
        const asked = encodeURIComponent(question)
        const pages = [
          '/help/zh',
          '/help/zh/topics/-',
          `/help/zh/topics/${encodeURIComponent('手套')}`,
          `/help/zh/search?q=${asked}`,
          `/help/zh/suggest?q=${asked}`,
          '/help/sitemap.xml',
          '/help/robots.txt',
          ...ids.map((id) => `/help/zh/articles/${id}/x`),
        ]
        const bodies = await Promise.all(pages.map((url) => request({ method: 'GET', url })))
        return said(question, decodeURIComponent(said(asked, bodies.join('\n')).replaceAll('%', '%25')))
      },
    },
  }

  it('can be found by those who work here, so that looking for it is no idle search', async () => {
    const { call } = await server().signIn('staff')
    for (const question of ['雪貂手套的特批口令', '雪貂手套', '攀岩馆的后门密码']) {
      const { hits } = await call(api.search, { query: { q: question } })
      expect([question, marker.test(JSON.stringify(hits))]).toEqual([question, true])
    }
    const { answers } = await call(api.askGraph, { body: { question: '雪貂手套的代号', language: 'zh' } })
    expect(JSON.stringify(answers)).toMatch(marker)
  })

  it.each(Object.entries(ways))('reaches no customer by %s', async (_, { ask }) => {
    for (const identity of Object.values(identities))
      for (const question of questions) {
        const seen = await ask(question, await identity())
        expect([question, seen.match(marker)]).toEqual([question, null])
        const titles = secrets.map(({ title }) => title).filter((title) => title.endsWith('？') && title !== question)
        expect([question, titles.filter((title) => seen.includes(title))]).toEqual([question, []])
      }
  })

  it('is asked of every operation that is open to others than staff', () => {
    const open = Object.entries<Route>(api).filter(([, { access }]) =>
      ['anyone', 'customer', 'api-key'].includes(access),
    )
    const tried = Object.values(ways).flatMap(({ of }) => of)
    expect(open.map(([name]) => name).sort()).toEqual([...tried, ...Object.keys(exempt)].sort())
  })

  it('is behind a sign-in of staff everywhere else: a customer, or a program with a key, is refused', async () => {
    const { token } = await aVisitor(server(), { identity: await identities['a gold customer']!() })
    const closed = Object.entries<Route>(api).filter(([, { access }]) =>
      ['staff', 'supervisor', 'admin'].includes(access),
    )
    expect(closed.length).toBeGreaterThan(50)
    for (const [name, { method, path }] of closed)
      for (const bearer of [token, apiKey, undefined]) {
        const answer = await server().request({ method, url: path.replaceAll(/:\w+/g, ids[0]!), token: bearer })
        expect([name, problemOf(answer).code]).toEqual([name, 'not-signed-in'])
      }
  })

  it('leads nobody further who was led when it was still for everybody', async () => {
    const { call } = await server().signIn('supervisor')
    const guide = {
      kind: 'process' as const,
      steps: [
        { title: '开箱', text: '先开箱。' },
        { title: '上油', text: '上貂油。' },
      ],
    }
    const body = { ...plain, title: '雪貂靴子怎么保养？', body: 'x', kind: 'process' as const, guide }
    const { id } = await call(api.addArticle, { body })
    const { say } = await aVisitor(server())
    expect(JSON.stringify(await say('雪貂靴子怎么保养？'))).toContain('先开箱')
    await call(api.changeArticle, {
      params: { id },
      body: { ...body, tags: [], alternatives: [], validFrom: null, validUntil: null, audience: staffOnly, version: 1 },
    })
    expect(JSON.stringify(await say('下一步'))).not.toContain('貂油')
  })

  it('is out of reach as soon as its source is narrowed', async () => {
    const admin = await server().signIn('admin')
    const { source } = await aSource(admin, { kind: 'upload' })
    const rows = new TextEncoder().encode('question,answer\n滑雪馆几点开门？,滑雪馆每天早上六点半开门。\n')
    const { run } = await upload(admin, source.id, ['b.csv', rows])
    await endOf(admin, run.id)
    const ask = async () => ways['the REST channel']!.ask('滑雪馆几点开门？', undefined)
    expect(await ask()).toContain('六点半')
    const { name, place, language, category, tags, status, ownerId, schedule, paused } = source
    const body = { name, place, language, category, tags, status, ownerId, schedule, paused, audience: staffOnly }
    await admin.call(api.changeSource, { params: { id: source.id }, body })
    expect(await ask()).not.toContain('六点半')
    expect(
      (await server().parts.knowledge.published.list(mainTenant, { language: 'zh', limit: 50, offset: 0 })).articles,
    ).not.toContainEqual(expect.objectContaining({ title: '滑雪馆几点开门？' }))
  })

  it('is in no original that somebody of the staff may open who may not read what was made of it', async () => {
    const admin = await server().signIn('admin')
    const { source } = await aSource(admin, { kind: 'upload' })
    const { item, run } = await upload(admin, source.id, [
      'c.md',
      new TextEncoder().encode('# 冰壶馆\n\n冰壶馆在六楼。'),
    ])
    await endOf(admin, run.id)
    const { token } = await server().signIn('staff')
    const url = api.readOriginal.path.replace(':id', item.id)
    const open = async () => (await server().request({ method: 'GET', url, token })).statusCode
    expect(await open()).toBe(200)
    const [id] = (await admin.call(api.getItem, { params: { id: item.id } })).articleIds
    const article = await admin.call(api.getArticle, { params: { id: id! } })
    const { title, body, language, tags, alternatives, status, version } = article
    const change = { title, body, language, tags, alternatives, status, version, validFrom: null, validUntil: null }
    const audience = { kind: 'staff' as const, groups: ['退款组'] }
    await admin.call(api.changeArticle, { params: { id: id! }, body: { ...change, audience } })
    expect(await open()).toBe(404)
  })
})
