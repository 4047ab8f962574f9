import { webRoutes } from '@lingxi/contract/channel-routes'
import { createClient } from '@lingxi/contract/client'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { describe, expect, it } from 'vitest'
import type { createLocalSignals } from '#platform/signals'
import { aVisitor } from './customers.testing.ts'
import { adminEmail, adminPassword, problemOf, useServer } from './main.testing.ts'

describe('the web channel over HTTP', () => {
  const server = useServer()

  it('greets a new customer in their language', async () => {
    const open = (language?: 'zh' | 'en') =>
      server().callAs()(webRoutes.openSession, { body: { ...(language && { language }) } })
    expect(await open('en')).toMatchObject({ language: 'en', greeting: expect.stringContaining('Hello') })
    expect(await open()).toMatchObject({
      language: 'zh',
      botName: '小拾',
      suggestions: expect.arrayContaining(['怎么申请退货？']),
    })
  })

  it('knows a customer again by their token, and gives a new one to who has a wrong one', async () => {
    const visitor = await aVisitor(server())
    await visitor.say('你好')
    const again = async (token: string) => {
      const session = await server().callAs()(webRoutes.openSession, { body: { token } })
      return (await server().callAs(session.token)(webRoutes.readEntries, {})).entries
    }
    expect(await again(visitor.token)).toEqual(await visitor.read())
    expect(await again('not a token')).toEqual([])
  })

  it('hears a message once, however often it is sent', async () => {
    const { call, read, say } = await aVisitor(server())
    const body = { id: 'sent-twice', text: '你好' }
    await Promise.all([1, 2, 3].map(() => call(webRoutes.say, { body })))
    await call(webRoutes.say, { body })
    await say('怎么退货？')
    expect((await read()).filter(({ type }) => type === 'said')).toMatchObject([
      { id: 'sent-twice' },
      { text: '怎么退货？' },
    ])
  })

  it('answers a question with what is cited, word for word', async () => {
    const { say } = await aVisitor(server())
    const [, answer] = await say('怎么退货？')
    if (answer?.type !== 'message') throw new Error('There is no answer')
    const [citation] = answer.citations
    const article = await server().callAs()(webRoutes.readArticle, { params: { id: citation!.articleId } })
    expect(article.body.slice(citation!.start, citation!.end)).toBe(citation!.quote)
  })

  it('gives after each cursor exactly what followed', async () => {
    const { say, read } = await aVisitor(server())
    for (const text of ['你好', '怎么退货？', '谢谢']) await say(text)
    const all = await read()
    for (const [index, { cursor }] of all.entries()) expect(await read(cursor)).toEqual(all.slice(index + 1))
  })

  it('reads on through a conversation that was resolved into the next', async () => {
    const { say, read, conversationId } = await aVisitor(server())
    const [said] = await say('你好')
    const lin = await server().signIn('staff')
    await lin.call(deskRoutes.resolve, { params: { id: await conversationId() } })
    await say('又来了')
    expect((await read(said!.cursor)).map(({ type }) => type)).toEqual([
      'message',
      'resolved',
      'message',
      'said',
      'message',
    ])
    expect((await read()).map(({ type }) => type)).toEqual(['said', 'message'])
  })

  it('answers a waiting question as soon as there is news', async () => {
    const { call, read, say } = await aVisitor(server())
    const { cursor } = (await say('你好')).at(-1)!
    const news = read(cursor, 25)
    await call(webRoutes.say, { body: { id: 'the-news', text: '怎么退货？' } })
    expect(await news).toMatchObject([{ type: 'said', id: 'the-news' }])
  })

  it('answers a waiting question with nothing when the time is up', async () => {
    const { read } = await aVisitor(server())
    expect(await read(undefined, 1)).toEqual([])
  })

  it('takes no cursor for more than it is', async () => {
    const { say, read, conversationId } = await aVisitor(server())
    await say('你好')
    const id = await conversationId()
    // As after a start: nothing of it is remembered, so the database is asked.
    ;(server().signals as ReturnType<typeof createLocalSignals>).tellLocally({
      topic: 'missed',
      tenantId: '',
      id: '',
      of: '',
      remote: true,
    })
    expect(await read(`${id}:999999999`)).toEqual([])
    for (const cursor of [`${id}:2147483648`, `${id}:-1`, `${id}:1.5`, `${id}:`, id, 'x'])
      await expect(read(cursor)).rejects.toMatchObject({ code: 'invalid-request' })
  })

  it('may be called by pages of other origins, and sends no cookies to them', async () => {
    const preflight = await server().request({
      method: 'OPTIONS',
      url: '/api/v1/web/messages',
      headers: { origin: 'https://shop.example' },
    })
    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('authorization'),
    })
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials')
    const refused = await server().request({ method: 'POST', url: '/api/v1/web/messages', payload: {} })
    expect([problemOf(refused).code, refused.headers['access-control-allow-origin']]).toEqual(['not-signed-in', '*'])
    const desk = await server().request({
      method: 'GET',
      url: '/api/v1/conversations',
      headers: { origin: 'https://evil.example' },
    })
    expect(desk.headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('is spoken by the typed client over a real connection', async () => {
    const base = await server().listen()
    let token: string | undefined
    const call = createClient({ base, fetch, token: () => token })
    token = (await call(staffRoutes.signIn, { body: { email: adminEmail, password: adminPassword } })).accessToken
    expect((await call(staffRoutes.me, {})).email).toBe(adminEmail)
    await expect(call(deskRoutes.claim, { params: { id: 'a/b c' } })).rejects.toMatchObject({
      name: 'Problem',
      code: 'not-found',
    })
    expect(await call(staffRoutes.signOut, {})).toBeNull()
  })
})
