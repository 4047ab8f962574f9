import { webRoutes } from '@lingxi/contract/channel-routes'
import { ServerFrame } from '@lingxi/contract/web-channel'
import { describe, expect, it } from 'vitest'
import { problemOf, useServer } from './main.testing.ts'
import { openSocket } from './socket.testing.ts'

const idOf = (count: number) => `00000000-0000-4000-8000-00000000000${count}`

describe('limits', () => {
  const server = useServer({ limits: { sessionsPerMinute: 3, messagesPerMinute: 2, mcpPerMinute: 2 } })
  const open = () => server().request({ method: 'POST', url: webRoutes.openSession.path, payload: {} })

  it('let one address begin so many sessions in a minute, and one customer say so much, wherever they say it', async () => {
    const opened = [await open(), await open(), await open()]
    expect(opened.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    const refused = await open()
    expect([refused.statusCode, problemOf(refused).code]).toEqual([429, 'too-many-attempts'])
    expect(refused.headers['retry-after']).toBeDefined()
    const elsewhere = await server().request({
      method: 'POST',
      url: webRoutes.openSession.path,
      payload: {},
      remoteAddress: '203.0.113.7',
    })
    expect(elsewhere.statusCode).toBe(201)

    const [one, other] = opened.map(({ body }) => (JSON.parse(body) as { token: string }).token)
    const say = (token: string, id: string) =>
      server().request({ method: 'POST', url: webRoutes.say.path, token, payload: { id, text: '你好' } })
    const said = [
      await say(one!, idOf(1)),
      await say(one!, idOf(2)),
      await say(one!, idOf(3)),
      await say(other!, idOf(4)),
    ]
    expect(said.map(({ statusCode }) => statusCode)).toEqual([202, 202, 429, 202])
    expect(problemOf(said[2]!).code).toBe('too-many-attempts')
    const { entries } = await server().callAs(one)(webRoutes.readEntries, { query: {} })
    expect(entries.filter((entry) => entry.type === 'said')).toHaveLength(2)

    const socket = await openSocket(await server().listen(), '/api/v1/web/socket', ServerFrame)
    socket.send({ type: 'hello', token: other })
    socket.send({ type: 'say', id: idOf(5), text: '你好' })
    socket.send({ type: 'say', id: idOf(6), text: '你好' })
    const problem = await socket.until('the refusal', (frames) => frames.find((frame) => frame.type === 'problem'))
    expect(problem).toMatchObject({ code: 'too-many-attempts', about: idOf(6) })
    socket.close()
  })
})
