/** A client of the protocol against a listening server, by a key with some scopes, in one revision of the protocol. */
import { api } from '@lingxi/contract/api'
import type { Scope } from '@lingxi/contract/scope'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Server } from './main.testing.ts'

export async function aKey(server: Server, scopes: Scope[]): Promise<string> {
  const { call } = await server.signIn('admin')
  return (await call(api.addApiKey, { body: { name: 'an assistant', scopes } })).key
}

export async function connectMcp(server: Server, key: string) {
  const client = new Client({ name: 'an-assistant', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL(`${await server.listen()}/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  })
  await client.connect(transport as Transport)
  /** What a tool answers as a value; of a refusal, its text. */
  async function ask(name: string, input: Record<string, unknown> = {}): Promise<Record<string, unknown> | string> {
    const result = (await client.callTool({ name, arguments: input })) as CallToolResult
    const [first] = result.content
    return result.isError ? (first?.type === 'text' ? first.text : '') : (result.structuredContent ?? {})
  }
  return { client, ask, close: () => client.close() }
}

/** One message as a program sends it. */
export const postAs =
  (server: Server, key: string | undefined) =>
  (message: unknown, headers: object = {}) =>
    server.request({
      method: 'POST',
      url: '/mcp',
      token: key,
      headers: { accept: 'application/json, text/event-stream', ...headers },
      payload: message as object,
    })
