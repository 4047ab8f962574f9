/** The two ways to a server of the protocol: over HTTP, through a fetch that guards; or a program, by its pipes. */
import { Readable } from 'node:stream'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'

/** Bytes of what a server answers to one request, and of one message of a program. */
const largestAnswer = 1024 * 1024
const resumed = 'last-event-id'

export type ServerPlace =
  | { kind: 'http'; url: string; headers: Record<string, string> }
  | { kind: 'program'; command: string; arguments: string[]; environment: Record<string, string> }

/** As of `platform/http`; what it throws says why in its `reason`. */
export type GuardedFetch = (url: string, init: RequestInit, mostBytes: number) => Promise<Response>
/** Hears what breaks where nobody waits for it: while an answer is read. */
type OnFault = (error: unknown) => void

/** Why the other side cannot be used, in a word. */
export class McpFault extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.name = 'McpFault'
    this.reason = reason
  }
}

export function createTransport(place: ServerPlace, fetch: GuardedFetch, onFault: OnFault): Transport {
  if (place.kind === 'program') {
    const { command, arguments: args, environment: env } = place
    return new StdioClientTransport({ command, args, env, stderr: 'ignore', maxBufferSize: largestAnswer })
  }
  const transport = new StreamableHTTPClientTransport(new URL(place.url), {
    requestInit: { headers: place.headers },
    fetch: async (url, init = {}) => checked(await ask(String(url), init, fetch), init, onFault),
    reconnectionOptions: {
      maxReconnectionDelay: 5_000,
      initialReconnectionDelay: 500,
      reconnectionDelayGrowFactor: 2,
      maxRetries: 2,
    },
  })
  return transport as Transport
}

/** Nothing is heard that was not asked for; only an answer that broke off is taken up again. */
async function ask(url: string, init: RequestInit, fetch: GuardedFetch): Promise<Response> {
  const unasked = init.method === 'GET' && !new Headers(init.headers).has(resumed)
  return unasked ? new Response(null, { status: 405 }) : fetch(url, init, largestAnswer)
}

async function checked(response: Response, { method }: RequestInit, onFault: OnFault): Promise<Response> {
  const { status, headers, body } = response
  if (!response.ok || status === 202 || !body) return response
  const type = headers.get('content-type') ?? ''
  if (method === 'POST' && !/^(application\/json|text\/event-stream)\b/i.test(type)) {
    await body.cancel()
    throw new McpFault(/html/i.test(type) ? 'answered-html' : 'answered-no-json')
  }
  return new Response(Readable.toWeb(Readable.from(watched(body, onFault))) as BodyInit, { status, headers })
}

async function* watched(body: ReadableStream<Uint8Array>, onFault: OnFault): AsyncIterable<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    onFault(error)
    throw error
  }
}
