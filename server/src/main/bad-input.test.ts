import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { api } from '@lingxi/contract/api'
import type { Route } from '@lingxi/contract/route'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStaff } from '#staff'
import { systemClock } from '#platform/clock'
import { systemIds } from '#platform/ids'
import { silentLog } from '#platform/log'
import { aVisitor } from './customers.testing.ts'
import { errorsIn, problemOf, useServer } from './main.testing.ts'
import { mainTenant } from './parts.ts'

const json = { 'content-type': 'application/json' }
const mark = 'zq8mark'

/** By itself, or because a part of it may stand for an id. */
const isServed = (path: string, method: string) =>
  Object.values<Route>(api).some(
    (route) => route.method === method && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  )

describe('a request that is wrong', () => {
  const server = useServer()
  let admin: Awaited<ReturnType<ReturnType<typeof server>['signIn']>>
  beforeAll(async () => {
    admin = await server().signIn('admin')
  })
  afterAll(() => {
    expect(errorsIn(server().lines)).toEqual([])
    expect(server().lines.filter((line) => line.includes(mark))).toEqual([])
  })
  const post = (url: string, payload: string | Buffer, headers: Record<string, string> = json) =>
    server().request({ method: 'POST', url, payload, headers, token: admin.token })
  const articles = '/api/v1/knowledge/articles'
  const countArticles = async () => (await admin.call(api.listArticles, {})).total

  it.each([
    '{',
    '{"title":',
    'undefined',
    "{'title':'x'}",
    '[]',
    '"text"',
    'null',
    '',
    '   ',
    '\u0000',
    `{"title":"${mark}"`,
    `{"__proto__":{"title":"x"},"constructor":{"prototype":{}}}`,
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    `{"title":"x","body":"y","language":"zh","tags":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
  ])('is told so when its body is not the JSON that is expected (%#)', async (payload) => {
    const before = await countArticles()
    expect(problemOf(await post(articles, payload)).code).toBe('invalid-request')
    expect(await countArticles()).toBe(before)
  })

  it('is told which field is unknown, and nothing of it is kept', async () => {
    const payload = JSON.stringify({ title: 'T', body: 'B', language: 'en', [mark]: 1 })
    const before = await countArticles()
    const { errors } = problemOf(await post(articles, payload))
    expect(JSON.stringify(errors)).toContain(mark)
    expect(await countArticles()).toBe(before)
  })

  it('is told everything that is wrong at once', async () => {
    const { errors } = problemOf(await post(articles, '{"title":"","body":"","language":"fr"}'))
    expect(errors?.map(({ path }) => path)).toEqual(['body.title', 'body.body', 'body.language'])
  })

  it('is refused as too large above 1 MB, as JSON and as a file', async () => {
    const large = 'x'.repeat(1024 * 1024)
    expect(problemOf(await post(articles, JSON.stringify({ title: large }))).code).toBe('too-large')
    const file = await post('/api/v1/knowledge/imports?name=big.md', `${large}x`, { 'content-type': 'text/markdown' })
    expect(problemOf(file).code).toBe('too-large')
  })

  it('is refused when a text has 100,000 characters, where one of that length cannot be', async () => {
    const text = mark.padEnd(100_000, '长')
    const visitor = await aVisitor(server())
    await visitor.say('转人工')
    const id = await visitor.conversationId()
    await admin.call(api.claim, { params: { id } })
    for (const url of [`/api/v1/conversations/${id}/reply`, `/api/v1/conversations/${id}/note`])
      expect(problemOf(await post(url, JSON.stringify({ text }))).errors).toEqual([
        expect.objectContaining({ path: 'body.text' }),
      ])
    const said = server().request({
      method: 'POST',
      url: '/api/v1/web/messages',
      payload: { id: 'a-long-text', text },
      token: visitor.token,
    })
    expect(problemOf(await said).status).toBe(400)
    const rest = await post('/webhooks/rest/webhook', JSON.stringify({ sender: 'someone', message: text }))
    expect(problemOf(rest).status).toBe(400)
    expect(
      (await admin.call(api.getConversation, { params: { id } })).events.some((event) =>
        JSON.stringify(event).includes(mark),
      ),
    ).toBe(false)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'image/png',
    ';;;',
  ])('is refused when its content type is %s', async (type) => {
    const answer = await post(articles, 'title=x', { 'content-type': type })
    expect(problemOf(answer).code).toBe('unsupported-media-type')
  })

  it('is refused when a file is sent as JSON', async () => {
    expect(problemOf(await post('/api/v1/knowledge/imports?name=a.md', '{}')).code).toBe('unsupported-media-type')
  })

  it.each([
    '/%00',
    '/%ZZ',
    '/%',
    '/%c0%af',
    '/api/v1/conversations/%00',
    '/api/v1/conversations/%ZZ',
    '/api/v1/conversations/%ff',
    '/api/v1/conversations/..%2f..%2fetc%2fpasswd',
    `/api/v1/conversations/${'x'.repeat(81)}`,
    `/api/v1/conversations/${'x'.repeat(9_000)}`,
    '/api/v1/nothing',
    '//',
    '/healthz/../api',
    `/api/v1/knowledge/search?q=%00`,
    '/api/v1/knowledge/search?q=%ZZ%F0',
    '/api/v1/knowledge/search?q=a&q=b',
    '/api/v1/knowledge/search?q[]=a',
    `/api/v1/knowledge/search?q=${'x'.repeat(200_000)}`,
    `/api/v1/conversations?${'state=open&'.repeat(5_000)}`,
    '/api/v1/conversations?state=all',
    '/api/v1/conversations?limit=0',
    '/api/v1/conversations?limit=1e3',
    '/api/v1/conversations?__proto__[x]=1',
  ])('is answered with a problem for the path %.60s', async (url) => {
    const answer = await server().request({ method: 'GET', url, token: admin.token })
    if (answer.statusCode === 200) expect(url).toContain('q=%ZZ%F0')
    else expect([400, 404]).toContain(problemOf(answer).status)
  })

  it('is answered with a problem for a method that a path does not have', async () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
    const byPath = Map.groupBy(Object.values<Route>(api), ({ path }) => path)
    for (const path of byPath.keys())
      for (const method of methods.filter((each) => !isServed(path, each))) {
        if (method === 'OPTIONS' && path.startsWith('/api/v1/web/')) continue
        const answer = await server().request({ method, url: path.replaceAll(/:\w+/g, 'x'), token: admin.token })
        expect([path, method, problemOf(answer).status]).toEqual([path, method, 404])
      }
  })

  it('does not pass for someone with a token that is wrong, run out, or meant for something else', async () => {
    const { token: customer } = await aVisitor(server())
    const { key } = await admin.call(api.addApiKey, { body: { name: 'a program' } })
    const yesterday = { ...systemClock, now: () => systemClock.now() - 24 * 60 * 60 * 1000 }
    const house = { database: server().opened.database, clock: yesterday, ids: systemIds, log: silentLog }
    const { accessToken: expired } = await createStaff(house).signIn(mainTenant, { ...admin, from: 'yesterday' })
    const kinds = {
      staff: admin.token,
      customer,
      key,
      expired,
      empty: '',
      noise: randomBytes(300).toString('base64url'),
      long: 'x'.repeat(100_000),
    }
    const paths = { staff: '/api/v1/me', customer: '/api/v1/web/entries', key: '/v1/models' }
    for (const [kind, token] of Object.entries(kinds))
      for (const [wanted, url] of Object.entries(paths)) {
        const answer = await server().request({ method: 'GET', url, token })
        if (kind === wanted) expect([kind, answer.statusCode]).toEqual([kind, 200])
        else expect([kind, wanted, problemOf(answer).code]).toEqual([kind, wanted, 'not-signed-in'])
      }
  })

  it('learns nothing of someone else by the id of their conversation', async () => {
    const [one, other] = [await aVisitor(server()), await aVisitor(server())]
    await one.say(`怎么退货 ${mark}`)
    const conversationId = await one.conversationId()
    expect(await other.read(`${conversationId}:0`)).toEqual([])
    await expect(other.call(api.rate, { body: { conversationId, solved: true } })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is answered with a problem even where it is no HTTP, or its head is too large', async () => {
    const { port } = new URL(await server().listen())
    for (const head of [
      'NONSENSE\r\n\r\n',
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n',
    ]) {
      const answer = await speak(Number(port), head)
      expect(answer.head).toMatch(/^HTTP\/1\.1 4\d\d /)
      problemOf({
        statusCode: Number(answer.head.slice(9, 12)),
        headers: { 'content-type': /content-type: (.*)\r/i.exec(answer.head)?.[1] },
        body: answer.body,
      })
    }
  })
})

/** What a server answers to bytes that are not written by an HTTP library. */
function speak(port: number, bytes: string): Promise<{ head: string; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ head: string; body: string }>()
  let answer = ''
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  socket.on('data', (data) => (answer += data.toString()))
  socket.on('error', reject)
  socket.on('close', () => {
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    resolve({ head: `${head}\r`, body })
  })
  return promise
}
