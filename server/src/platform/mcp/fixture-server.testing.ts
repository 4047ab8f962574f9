/**
 * The registry of the product with the runner's fixtures, on the transport of the SDK with all that needs a session: streams,
 * what the server asks of the client, subscriptions, log levels, resuming. The product offers none of these.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EventStore } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import {
  type JSONRPCMessage,
  SetLevelRequestSchema,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { fixtures } from './fixtures.testing.ts'
import { isStranger, serveCatalogue } from './mcp.ts'

/** Every event in order; an id names its stream and its place. */
function createEventStore(): EventStore {
  const events: { id: string; stream: string; message: JSONRPCMessage }[] = []
  const streamOf = (id: string) => id.slice(0, id.lastIndexOf('#'))
  return {
    async storeEvent(stream, message) {
      const id = `${stream}#${events.length}`
      events.push({ id, stream, message })
      return id
    },
    getStreamIdForEventId: async (id) => streamOf(id),
    async replayEventsAfter(last, { send }) {
      const stream = streamOf(last)
      const after = events.findIndex(({ id }) => id === last)
      for (const event of events.slice(after + 1)) {
        const isPriming = Object.keys(event.message).length === 0
        if (event.stream === stream && !isPriming) await send(event.id, event.message)
      }
      return stream
    },
  }
}

async function openSession(sessions: Map<string, StreamableHTTPServerTransport>) {
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: () => randomUUID(),
    eventStore: createEventStore(),
    retryInterval: 500,
    onsessioninitialized: (id) => void sessions.set(id, transport),
  })
  const server = serveCatalogue(fixtures)
  server.registerCapabilities({ logging: {}, resources: { subscribe: true } })
  for (const schema of [SetLevelRequestSchema, SubscribeRequestSchema, UnsubscribeRequestSchema] as const)
    server.setRequestHandler(schema as typeof SetLevelRequestSchema, () => ({}))
  await server.connect(transport as Transport)
  return transport
}

export async function startFixtureServer(): Promise<{ url: string; close: () => void }> {
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (isStranger(request.headers.origin, [])) return response.writeHead(403).end()
    const known = sessions.get(String(request.headers['mcp-session-id']))
    await (known ?? (await openSession(sessions))).handleRequest(request, response)
    return response
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/mcp`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
