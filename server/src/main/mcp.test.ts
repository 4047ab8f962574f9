import { api } from '@lingxi/contract/api'
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { beforeAll, describe, expect, it } from 'vitest'
import { aVisitor } from './customers.testing.ts'
import { errorsIn, knownArticle, problemOf, useServer } from './main.testing.ts'
import { aKey, connectMcp, postAs } from './mcp.testing.ts'
import { mainTenant } from './parts.ts'

const secret = { title: '羊绒围巾的特批口令是什么？', body: '特批口令是蓝鲸七号。', word: '蓝鲸七号' }

describe('another assistant, over the Model Context Protocol', () => {
  const server = useServer()
  let secretId: string
  beforeAll(async () => {
    const draft = { ...secret, language: 'zh', status: 'published', audience: { kind: 'staff', groups: [] } } as const
    const { word: _word, ...body } = draft
    secretId = (await server().parts.knowledge.add(mainTenant, ArticleDraft.parse(body))).id
  })

  it('sees the tools that its key is for, and is refused the others', async () => {
    const { client, close } = await connectMcp(server(), await aKey(server(), ['tickets.open']))
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['open_ticket'])
    expect(client.getServerCapabilities()).not.toHaveProperty('resources')
    await expect(client.callTool({ name: 'search_knowledge', arguments: { query: '退货' } })).rejects.toThrow('no tool')
    await close()
    const all = await connectMcp(server(), await aKey(server(), ['knowledge.search', 'conversations.read']))
    const { tools } = await all.client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search_knowledge',
      'get_article',
      'ask_question',
      'list_conversations',
      'get_conversation',
    ])
    for (const { annotations, inputSchema, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false })
      expect([inputSchema.type, outputSchema?.type]).toEqual(['object', 'object'])
    }
    await all.close()
  })

  it('finds, reads and asks the knowledge, with the evidence', async () => {
    const { client, ask, close } = await connectMcp(server(), await aKey(server(), ['knowledge.search']))
    await client.listTools()
    const found = await ask('search_knowledge', { query: '怎么退货', limit: 3 })
    expect(found).toMatchObject({ passages: [{ title: knownArticle.title }] })
    const { passages } = found as { passages: { articleId: string; uri: string }[] }
    const { articleId: id, uri } = passages[0]!
    expect(await ask('get_article', { id })).toMatchObject({ title: knownArticle.title, body: knownArticle.body, uri })
    expect(await ask('ask_question', { question: '怎么退货？' })).toMatchObject({
      outcome: 'answered',
      text: expect.stringContaining('7 天'),
      citations: [{ articleId: id, uri }],
    })
    expect(await ask('ask_question', { question: '你们卖不卖火箭发动机？' })).toMatchObject({ outcome: 'unknown' })
    const listed = await client.listResources()
    expect(listed.resources).toContainEqual(expect.objectContaining({ uri, title: knownArticle.title }))
    expect((await client.readResource({ uri })).contents[0]).toMatchObject({
      text: `# ${knownArticle.title}\n\n${knownArticle.body}`,
    })
    await expect(client.readResource({ uri: 'lingxi://articles/%00' })).rejects.toThrow('not found')
    await close()
  })

  it('reads nothing for staff only without the scope for it, in any way', async () => {
    const tries = async (scopes: Parameters<typeof aKey>[1]) => {
      const { client, ask, close } = await connectMcp(server(), await aKey(server(), scopes))
      const uri = `lingxi://articles/${secretId}`
      const all = JSON.stringify([
        await ask('search_knowledge', { query: secret.title }),
        await ask('get_article', { id: secretId }),
        await ask('ask_question', { question: secret.title }),
        await client.readResource({ uri }).catch(() => 'none'),
      ])
      await close()
      return all.split(secret.word).length - 1
    }
    expect(await tries(['knowledge.search'])).toBe(0)
    expect(await tries(['knowledge.search', 'knowledge.staff'])).toBeGreaterThanOrEqual(4)
  })

  it('reads conversations with personal data covered, without notes, and hands one over', async () => {
    const visitor = await aVisitor(server())
    await visitor.say('你好，我的手机号是 13912345678，再说一遍 13912345678')
    const id = await visitor.conversationId()
    const person = await server().signIn('staff')
    await person.call(deskRoutes.note, { params: { id }, body: { text: '只给同事看' } })
    const scopes = ['conversations.read', 'conversations.hand-over'] as const
    const { ask, close } = await connectMcp(server(), await aKey(server(), [...scopes]))
    const read = JSON.stringify(await ask('get_conversation', { id }))
    expect(read.match(/⟦phone 1⟧/g)?.length).toBeGreaterThanOrEqual(2)
    for (const hidden of ['13912345678', '只给同事看']) expect(read).not.toContain(hidden)
    expect(JSON.stringify(await ask('list_conversations'))).not.toContain('13912345678')
    expect(await ask('hand_over_conversation', { id })).toMatchObject({ id, owner: 'queue' })
    expect(await ask('hand_over_conversation', { id })).toMatchObject({ id, owner: 'queue' })
    expect(await ask('list_conversations', { state: 'waiting' })).toMatchObject({
      conversations: expect.arrayContaining([expect.objectContaining({ id })]),
    })
    const told = (await server().parts.conversations.eventsAfter(mainTenant, id, 0)).filter(
      (event) => event.type === 'hand-off-requested',
    )
    expect(told).toMatchObject([{ reason: 'asked-by-program' }])
    expect(await ask('get_conversation', { id: 'cnv_0' })).toBe('not-found: There is no such thing')
    await close()
  })

  it('opens a ticket once for one key of its own, and finds it', async () => {
    const { ask, close } = await connectMcp(server(), await aKey(server(), ['tickets.read', 'tickets.open']))
    const draft = { subject: '发票抬头写错', priority: 'high', idempotencyKey: 'invoice-7' }
    const opened = (await ask('open_ticket', draft)) as { number: string }
    expect(await ask('open_ticket', draft)).toEqual(opened)
    expect(await ask('get_ticket', { number: opened.number })).toMatchObject({
      subject: '发票抬头写错',
      status: 'open',
    })
    expect(await ask('list_tickets', { search: '发票抬头' })).toMatchObject({ total: 1 })
    expect(await ask('open_ticket', { subject: '' })).toMatch(/subject/)
    expect(await ask('open_ticket', { subject: 'x', conversationId: 'cnv_0' })).toMatch(/^not-found/)
    await close()
  })

  it('offers prompts of what the key is for, and completes what they take', async () => {
    const { client, close } = await connectMcp(server(), await aKey(server(), ['knowledge.search']))
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual(['answer_from_knowledge'])
    const got = await client.getPrompt({ name: 'answer_from_knowledge', arguments: { question: '怎么退货' } })
    expect(JSON.stringify(got.messages)).toContain('怎么退货')
    await expect(client.getPrompt({ name: 'answer_from_knowledge', arguments: {} })).rejects.toThrow('question')
    const ref = { type: 'ref/prompt' as const, name: 'answer_from_knowledge' }
    const { completion } = await client.complete({ ref, argument: { name: 'language', value: 'z' } })
    expect(completion.values).toEqual(['zh'])
    await close()
  })

  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

  it('is refused without a key, with what is none, and from a page of a stranger', async () => {
    const key = await aKey(server(), ['knowledge.search'])
    expect(problemOf(await postAs(server(), undefined)(list)).code).toBe('not-signed-in')
    expect(problemOf(await postAs(server(), 'lx_nothing')(list)).code).toBe('not-signed-in')
    const { token } = await server().signIn('admin')
    expect(problemOf(await postAs(server(), token)(list)).code).toBe('not-signed-in')
    expect(problemOf(await postAs(server(), key)(list, { origin: 'http://evil.example.com' })).code).toBe('not-allowed')
    expect(problemOf(await postAs(server(), key)(list, { origin: 'null' })).code).toBe('not-allowed')
    expect((await postAs(server(), key)(list, { origin: 'http://localhost:6274' })).statusCode).toBe(200)
    expect((await postAs(server(), key)(list)).statusCode).toBe(200)
    for (const method of ['GET', 'DELETE'] as const)
      expect(problemOf(await server().request({ method, url: '/mcp', token: key })).code).toBe('method-not-allowed')
  })

  it('refuses what is no message, a batch, an unknown revision and 2 MB, and says so', async () => {
    const key = await aKey(server(), ['knowledge.search'])
    for (const wrong of [[], [list], {}, { jsonrpc: '1.0' }, { jsonrpc: '2.0', id: {}, method: 7 }])
      expect(problemOf(await postAs(server(), key)(wrong)).code).toBe('invalid-request')
    expect(problemOf(await postAs(server(), key)(list, { 'mcp-protocol-version': '1999-01-01' })).detail).toMatch(
      /version/i,
    )
    const large = { ...list, params: { text: 'x'.repeat(2_000_000) } }
    expect(problemOf(await postAs(server(), key)(large)).code).toBe('too-large')
    const unknown = await postAs(server(), key)({ ...list, method: 'no/such' })
    expect(unknown.json()).toMatchObject({ id: 1, error: { code: -32601 } })
    expect((await postAs(server(), key)({ jsonrpc: '2.0', method: 'notifications/initialized' })).statusCode).toBe(202)
    expect(errorsIn(server().lines)).toEqual([])
  })

  it('does from the next request on what its key was changed to', async () => {
    const admin = await server().signIn('admin')
    const { apiKey, key } = await admin.call(api.addApiKey, { body: { name: 'an assistant', scopes: [] } })
    const names = async () =>
      ((await postAs(server(), key)(list)).json() as { result: { tools: { name: string }[] } }).result.tools.length
    expect(await names()).toBe(0)
    await admin.call(api.changeApiKey, {
      params: { id: apiKey.id },
      body: { scopes: ['tickets.open', 'tickets.open'] },
    })
    expect(await names()).toBe(1)
    const spoken = await server().request({ method: 'GET', url: '/v1/models', token: key })
    expect(problemOf(spoken)).toMatchObject({ code: 'not-allowed', detail: 'the key is not for messages' })
  })
})

describe('how often one key may ask', () => {
  const server = useServer({ limits: { sessionsPerMinute: 0, messagesPerMinute: 0, mcpPerMinute: 2 } })
  it('is limited, each key by itself', async () => {
    const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
    const [one, other] = [await aKey(server(), []), await aKey(server(), [])]
    const asked = [
      await postAs(server(), one)(ping),
      await postAs(server(), one)(ping),
      await postAs(server(), one)(ping),
    ]
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
    expect((await postAs(server(), other)(ping)).statusCode).toBe(200)
  })
})
