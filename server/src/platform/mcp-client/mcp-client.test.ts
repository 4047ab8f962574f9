/** The client against real servers made with the official library: over HTTP on a port, and by the pipes of a program. */
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeClock } from '../clock/clock.testing.ts'
import { systemClock } from '../clock/clock.ts'
import { createHttp } from '../http/http.ts'
import { isRunning } from './mcp-client.testing.ts'
import { createMcpClient, type McpClient, type ServerPlace } from './mcp-client.ts'
import { startToolServer } from './tool-server.testing.ts'

const program: ServerPlace = {
  kind: 'program',
  command: process.execPath,
  arguments: [join(import.meta.dirname, 'tool-program.testing.ts')],
  environment: { SHOP_TOKEN: 'let me in' },
}
const { fetch } = createHttp({ clock: systemClock, allowed: ['127.0.0.1'] })
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function clientOf(place: ServerPlace): McpClient {
  const client = createMcpClient({ place, fetch, clock: systemClock, version: '9' })
  closing.push(client.close)
  return client
}
async function served(headers: Record<string, string> = {}) {
  const server = await startToolServer()
  closing.push(server.close)
  return { server, client: clientOf({ kind: 'http', url: server.url, headers }) }
}
type More = { input?: object; within?: number; signal?: AbortSignal; onlyLooks?: boolean }
const ask = (client: McpClient, tool: string, more: More = {}) =>
  client.call({
    tool,
    input: { ...more.input },
    onlyLooks: more.onlyLooks ?? false,
    within: more.within ?? 20_000,
    signal: more.signal,
    refuse: (offered) => (offered ? undefined : 'gone'),
  })
const told = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.outcome === 'answered' ? (answer.result.content[0] as { text?: string }).text : answer.reason
async function whoIs(client: McpClient) {
  return JSON.parse(told(await ask(client, 'whoami')) ?? '') as { pid: number; variables: Record<string, string> }
}

describe.each(['http', 'program'] as const)('a server by %s', (kind) => {
  const open = async () => (kind === 'http' ? (await served()).client : clientOf(program))

  it('is asked for all its tools, page by page, and for one of them', async () => {
    const client = await open()
    const looked = await client.look(20_000)
    expect(looked).toMatchObject({ outcome: 'answered', server: { name: 'shop', version: '1.2.3' } })
    expect('tools' in looked && looked.tools.map(({ name }) => name)).toEqual([
      'find_order',
      'refund',
      'refuse',
      'wait',
      'write-for-ever',
      'whoami',
      'die',
      'draw',
      'ask-back',
    ])
    const found = await ask(client, 'find_order', { input: { number: 'D1' } })
    expect(found).toMatchObject({ result: { structuredContent: { state: 'D1 is on its way' } } })
    expect(await ask(client, 'refuse')).toMatchObject({ result: { isError: true } })
    expect(await ask(client, 'no-such')).toMatchObject({ reason: 'gone', reached: false, transient: false })
  })

  it('is waited for no longer than said, also when others are under way, and can be called off', async () => {
    const client = await open()
    await client.look(20_000)
    const calledOff = new AbortController()
    const [late, cancelled] = await Promise.all([
      ask(client, 'wait', { within: 1_500 }),
      ask(client, 'wait', { signal: calledOff.signal }),
      ask(client, 'find_order', { input: { number: 'D1' } }).then(() => calledOff.abort()),
    ])
    expect(late).toMatchObject({ reason: 'takes-too-long', transient: true, reached: true })
    expect(cancelled).toMatchObject({ reason: 'cancelled', transient: false, reached: true })
    expect(told(await ask(client, 'refund', { input: { number: 'D1' } }))).toBe('paid back')
  })

  it('is not listened to beyond a size, and begun anew after it', async () => {
    const client = await open()
    const answer = await ask(client, 'write-for-ever')
    expect(answer).toMatchObject({ reason: 'too-large', transient: false, reached: true })
    expect(told(await ask(client, 'refund', { input: { number: 'D1' } }))).toBe('paid back')
  })

  it('gets nothing done by asking back', async () => {
    expect(told(await ask(await open(), 'ask-back'))).toMatch(/^it did not: .*(not support|Method not found)/)
  })

  it('may end while nobody uses it, and is there for the next call', async () => {
    const { client, server } = kind === 'http' ? await served() : { client: clientOf(program), server: undefined }
    const before = server ? undefined : await whoIs(client)
    await ask(client, 'draw')
    server?.forget()
    if (before) process.kill(before.pid, 'SIGKILL')
    // One call may find out that it is gone; it never arrived, and the next begins anew.
    const first = await ask(client, 'draw')
    expect(first.outcome === 'answered' || (first.transient && !(server && first.reached))).toBe(true)
    expect(await ask(client, 'draw')).toMatchObject({ outcome: 'answered' })
  })
})

describe('a program', () => {
  it('gets the variables that were given to it, and none of ours', async () => {
    process.env['LINGXI_TEST_SECRET'] = 'ours'
    const { variables } = await whoIs(clientOf(program))
    expect(variables).toMatchObject({ SHOP_TOKEN: 'let me in' })
    expect(variables).not.toHaveProperty('LINGXI_TEST_SECRET')
  })

  it('that dies while it works leaves nobody knowing whether it did it', async () => {
    const client = clientOf(program)
    expect(await ask(client, 'die')).toMatchObject({ reason: 'ended', transient: true, reached: true })
    expect(told(await ask(client, 'refund', { input: { number: 'D1' } }))).toBe('paid back')
  })

  it.each([
    ['is not there', { script: '', reason: 'no-such-program' }],
    ['ends at once', { script: '0', reason: 'ended' }],
    ['says nothing', { script: 'setInterval(() => {}, 1000)', reason: 'takes-too-long' }],
    ['speaks of other things', { script: 'setInterval(() => console.log("hello"), 50)', reason: 'takes-too-long' }],
  ])('that %s is told so', async (_what, { script, reason }) => {
    const command = script === '' ? '/no/such/program' : process.execPath
    const client = clientOf({ kind: 'program', command, arguments: ['-e', script], environment: {} })
    const within = reason === 'takes-too-long' ? 500 : 20_000
    expect(await client.look(within)).toMatchObject({ outcome: 'failed', reason })
    expect(await ask(client, 'draw', { within })).toMatchObject({ reason, reached: false })
  })

  it('ends once the calls that are under way have ended', async () => {
    const client = clientOf(program)
    const { pid } = await whoIs(client)
    const last = ask(client, 'wait', { within: 1_500 })
    client.leave()
    expect(() => process.kill(pid, 0)).not.toThrow()
    expect(await last).toMatchObject({ reason: 'takes-too-long' })
    await expect.poll(() => isRunning(pid)).toBe(false)
  })
})

describe('a server over HTTP', () => {
  it('is shown who asks, and asked for nothing that nobody waits for', async () => {
    const { server, client } = await served({ Authorization: 'Bearer abc' })
    await ask(client, 'draw')
    expect(server.heard.map(({ method }) => method)).toEqual(expect.not.arrayContaining(['GET']))
    expect(server.heard.every(({ headers }) => headers.authorization === 'Bearer abc')).toBe(true)
    expect(server.heard.at(-1)!.headers['mcp-protocol-version']).toBe('2025-11-25')
  })

  it('is asked anew what it offers before each act, and after half a minute before what only looks', async () => {
    const { server } = await served()
    const clock = createFakeClock()
    const client = createMcpClient({
      place: { kind: 'http', url: server.url, headers: {} },
      fetch,
      clock,
      version: '9',
    })
    closing.push(client.close)
    const look = () => ask(client, 'find_order', { input: { number: 'D1' }, onlyLooks: true })
    expect([await ask(client, 'refund'), await look()]).toMatchObject([
      { outcome: 'answered' },
      { outcome: 'answered' },
    ])
    server.change((tools) => tools.filter(({ name }) => name !== 'refund'))
    expect(await ask(client, 'refund')).toMatchObject({ reason: 'gone', reached: false })
    server.change((tools) => tools.filter(({ name }) => name !== 'find_order'))
    expect(await look()).toMatchObject({ reached: true })
    clock.move(30_000)
    expect(await look()).toMatchObject({ reason: 'gone', reached: false })
  })

  it('that is not there was not reached, also when it was there a moment ago', async () => {
    const { server, client } = await served()
    await ask(client, 'draw')
    await server.close()
    expect(await ask(client, 'draw')).toMatchObject({ reason: 'unreachable', transient: true, reached: false })
  })
})
