import { expect, it } from 'vitest'
import { z } from 'zod'
import { type Catalogue, createMcpEndpoint, describeTool, type McpRequest } from './mcp.ts'

/** A tool that ends only when it is told to. */
function aSlowTool() {
  const begun = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  const slow = describeTool({
    name: 'slow',
    title: 'Slow',
    description: 'Waits',
    input: z.strictObject({}),
    output: z.object({}),
    looks: true,
    perform: (_input, signal) =>
      new Promise((done) => {
        begun.resolve()
        signal.addEventListener('abort', () => {
          ended.resolve()
          done({})
        })
      }),
  })
  const catalogue: Catalogue = {
    name: 'a-server',
    title: 'A server',
    version: '1',
    instructions: '',
    tools: [slow],
    prompts: [],
    thrown: () => 'thrown',
  }
  return { catalogue, begun: begun.promise, ended: ended.promise }
}

function anEndpoint() {
  const elsewhere: string[][] = []
  const { catalogue, begun, ended } = aSlowTool()
  const endpoint = createMcpEndpoint({
    nameSession: () => 'a-session',
    onCancelElsewhere: (owner, request) => void elsewhere.push([owner, request]),
  })
  const send = (message: object, more: Partial<McpRequest> = {}) =>
    endpoint.answer(catalogue, {
      owner: 'one',
      headers: { session: 'a-session', protocol: '2025-11-25' },
      message: { jsonrpc: '2.0', ...message },
      signal: new AbortController().signal,
      ...more,
    })
  const call = (more: Partial<McpRequest> = {}) =>
    send({ id: 7, method: 'tools/call', params: { name: 'slow', arguments: {} } }, more)
  const cancel = (more: Partial<McpRequest> = {}) =>
    send({ method: 'notifications/cancelled', params: { requestId: 7 } }, more)
  return { endpoint, call, cancel, begun, ended, elsewhere, send }
}
const cancelled = { id: 7, error: { message: 'Request cancelled' } }

it('ends what its own client cancels, and what runs for it', async () => {
  const { call, cancel, begun, ended, elsewhere } = anEndpoint()
  const called = call()
  await begun
  expect((await cancel()).status).toBe(202)
  expect(await (await called).json()).toMatchObject(cancelled)
  await ended
  expect(elsewhere).toEqual([])
})

it('ends nothing for another key, another session or another id; asks the other processes, which end it', async () => {
  const { endpoint, call, cancel, send, begun, elsewhere } = anEndpoint()
  const called = call()
  await begun
  await cancel({ owner: 'another' })
  await cancel({ headers: { session: 'another' } })
  await send({ method: 'notifications/cancelled', params: { requestId: '7' } })
  expect(elsewhere.map(([owner]) => owner)).toEqual(['another', 'one', 'one'])
  for (const [owner, request] of elsewhere) endpoint.cancel(owner!, request!)
  const there = anEndpoint()
  await there.cancel()
  const [[owner, request] = []] = there.elsewhere
  endpoint.cancel(owner!, request!)
  expect(await (await called).json()).toMatchObject(cancelled)
})

it('ends what runs for who has gone', async () => {
  const gone = new AbortController()
  const { call, begun, ended } = anEndpoint()
  const called = call({ signal: gone.signal })
  await begun
  gone.abort()
  await ended
  expect(await (await called).json()).toMatchObject(cancelled)
})

it('names a session when one begins, and needs none afterwards', async () => {
  const { send } = anEndpoint()
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a', version: '1' } }
  const begun = await send({ id: 1, method: 'initialize', params }, { headers: {} })
  expect(begun.headers.get('mcp-session-id')).toBe('a-session')
  expect(await begun.json()).toMatchObject({ result: { protocolVersion: '2025-06-18' } })
  const listed = await send({ id: 2, method: 'tools/list' }, { headers: {} })
  expect(await listed.json()).toMatchObject({ result: { tools: [{ name: 'slow' }] } })
})
