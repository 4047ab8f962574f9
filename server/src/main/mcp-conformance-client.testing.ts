/**
 * The client that the bot uses, as the official conformance runner wants one: a program that is told an address, looks at what
 * is offered and calls all of it. A revision in its environment is what it is held to.
 */
import { createMcpClient } from '../platform/mcp-client/mcp-client.ts'
import { createHttp } from '../platform/http/http.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { throughProxy } from './mcp-conformance.testing.ts'

const { fetch } = createHttp({ clock: systemClock, allowed: ['localhost', '127.0.0.1'] })
const proxy = await throughProxy(process.argv.at(-1)!, { revision: process.env['REVISION']! })
const place = { kind: 'http', url: proxy.url, headers: {} } as const
const client = createMcpClient({ place, fetch, clock: systemClock, version: '1' })

const looked = await client.look(10_000)
if (looked.outcome === 'failed') throw new Error(looked.reason)
for (const { name: tool, inputSchema } of looked.tools) {
  const input = Object.fromEntries(Object.keys(inputSchema.properties ?? {}).map((field) => [field, 2]))
  const answer = await client.call({
    tool,
    input,
    within: 20_000,
    signal: undefined,
    onlyLooks: false,
    refuse: () => undefined,
  })
  if (answer.outcome === 'failed') throw new Error(answer.reason)
}
await client.close()
proxy.close()
