import { once } from 'node:events'
import { connect } from 'node:net'
import { webRoutes } from '@lingxi/contract/channel-routes'
import { ServerFrame } from '@lingxi/contract/web-channel'
import { describe, expect, it } from 'vitest'
import { openTestPglite } from '../platform/database/database.testing.ts'
import type { LanguageModel } from '../platform/models/models.ts'
import { aVisitor } from './customers.testing.ts'
import { problemOf, type Server, startServer, useServer } from './main.testing.ts'
import { openSocket } from './socket.testing.ts'

async function join(base: string, token: string) {
  const socket = await openSocket(base, '/api/v1/web/socket', ServerFrame)
  socket.send({ type: 'hello', token })
  await socket.until('a welcome', (frames) => frames.find(({ type }) => type === 'welcome'))
  return socket
}
const get = (server: Server, url: string) => server.request({ method: 'GET', url })

describe('what an operator asks', () => {
  const server = useServer()

  it('is answered: alive and ready', async () => {
    expect((await get(server(), '/healthz')).json()).toEqual({ status: 'alive' })
    const ready = await get(server(), '/readyz')
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }])
  })

  it('is counted in the form of Prometheus: turns, steps, requests, jobs, sockets, errors', async () => {
    const visitor = await aVisitor(server())
    await visitor.say('怎么退货？')
    await visitor.say('转人工')
    const socket = await join(await server().listen(), visitor.token)

    const { headers, body } = await get(server(), '/metrics')
    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    for (const line of body.trim().split('\n')) expect(line).toMatch(/^(#|\w+(\{.*\})? [-+.\deE]+(NaN|Inf)?$|$)/)
    for (const sample of [
      'lingxi_turns_total{decision="answer",channel="web"} 1',
      'lingxi_turns_total{decision="hand-off",channel="web"} 1',
      'lingxi_turn_step_seconds_count{step="commit"} 2',
      'lingxi_http_request_seconds_count{method="POST",route="/api/v1/web/messages",status="202"} 2',
      'lingxi_jobs_waiting{name="deliver"} 0',
      'lingxi_sockets{kind="customers"} 1',
      'lingxi_sockets{kind="staff"} 0',
    ])
      expect(body).toContain(sample)
    expect(body).toContain('# TYPE lingxi_errors_total counter')
    socket.close()
    await socket.closed
  })

  it('is logged in a line a request and a turn, with ids and durations and not a word of what was said', async () => {
    const { lines } = server()
    const logged = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(logged.find(({ event }) => event === 'turn')).toMatchObject({
      conversation: expect.stringMatching(/^cnv_/),
      decision: 'answer',
      commit: expect.any(Number),
    })
    expect(logged.find(({ route }) => route === '/api/v1/web/messages')).toMatchObject({
      event: 'request',
      status: 202,
      milliseconds: expect.any(Number),
    })
    expect(lines.join('')).not.toMatch(/退货|人工|Bearer|eyJ/)
  })
})

describe('a database that is gone', () => {
  it('makes the server unready, and its answers say so, while it stays alive', async () => {
    const opened = await openTestPglite()
    const server = await startServer(opened)
    const { token } = await server.signIn('staff')
    const visitor = await aVisitor(server)
    await visitor.say('你好')
    const socket = await join(await server.listen(), visitor.token)
    const id = await visitor.conversationId()
    await opened.close()
    expect((await get(server, '/healthz')).statusCode).toBe(200)
    expect((await get(server, '/readyz')).statusCode).toBe(503)
    const list = await server.request({ method: 'GET', url: '/api/v1/conversations', token })
    expect(problemOf(list).code).toBe('database-unavailable')
    await expect(visitor.call(webRoutes.say, { body: { id: 'not-heard', text: '你好' } })).rejects.toMatchObject({
      code: 'database-unavailable',
    })
    // Whoever types, it is told to nobody: a lost word, and not the end of the program.
    server.signals.tell('typing', 'tnt_main', { id, of: 'stf_someone' })
    socket.send({ type: 'say', id: 'not-heard-either', text: '你好' })
    await socket.until('a problem', (frames) =>
      frames.find((frame) => frame.type === 'problem' && frame.code === 'database-unavailable'),
    )
    socket.close()
    expect((await get(server, '/metrics')).body).toMatch(/lingxi_errors_total\{where="http"\} 2/)
    await server.stop().catch(() => undefined)
  })
})

describe('stopping', () => {
  /** A model that is asked, and writes when it is let. */
  function aSlowModel() {
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>()
    const { promise: may, resolve: write } = Promise.withResolvers<void>()
    const model: LanguageModel = {
      name: 'slow',
      async *stream({ system }) {
        // It reads articles for the graph as well, in its own time.
        if (system.includes('knowledge graph')) return
        isAsked()
        await may
        yield '收货后 7 天内可以退货。[1]'
      },
    }
    return { model, asked, write }
  }

  it('finishes what is in flight, ends what only waits, lets go of who does not leave, and takes nothing new', async () => {
    const { model, asked, write } = aSlowModel()
    const opened = await openTestPglite()
    const server = await startServer(opened, { model })
    const base = await server.listen()

    const { token } = await aVisitor(server)
    const socket = await join(base, token)
    const headers = { authorization: `Bearer ${token}` }
    const news = fetch(`${base}/api/v1/web/entries?wait=25`, { headers })
    await expect.poll(() => server.parts.followers.count()).toBe(2)
    const deaf = await aDeafReader(base)
    const body = JSON.stringify({ sender: 'someone', message: '怎么退货？' })
    const json = { 'content-type': 'application/json' }
    const answered = fetch(`${base}/webhooks/rest/webhook`, { method: 'POST', headers: json, body })
    await asked

    const stopped = server.stop()
    expect(problemOf(await get(server, '/api/v1/me')).code).toBe('stopping')
    expect(await (await news).json()).toEqual({ entries: [], draft: null })
    expect((await socket.closed).code).toBe(1001)
    write()
    const [answer] = (await (await answered).json()) as { text: string }[]
    expect(answer?.text).toContain('7 天')
    await Promise.all([stopped, deaf.gone])
    await expect(fetch(`${base}/healthz`)).rejects.toThrow()
    await opened.close()
  })
})

/** A socket whose other side never answers anything, as after a network that went away. */
async function aDeafReader(base: string) {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  const gone = once(socket, 'close')
  const head = 'GET /api/v1/web/socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'
  socket.write(`${head}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('101')
  return { gone }
}
