/**
 * The Model Context Protocol as a server over streamable HTTP. Stateless: each request is answered by itself, whichever
 * process it comes to. A session is only a name that the client repeats, so that what it cancels is its own request: the
 * notification may come to another process, which passes it on. Nothing is sent that was not asked for.
 */
import { createHash } from 'node:crypto'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { serveCatalogue } from './serve-catalogue.ts'

export {
  type AskedWith,
  type Catalogue,
  describeTool,
  refusal,
  type ServedPrompt,
  type ServedTool,
} from './catalogue.ts'
export { serveCatalogue } from './serve-catalogue.ts'

export const sessionHeader = 'mcp-session-id'
export const protocolHeader = 'mcp-protocol-version'

/** A message as far as it has to be known here; the SDK checks all of it. */
const RequestId = z.union([z.string().max(100), z.number()])
const Known = z.looseObject({
  method: z.string().optional().catch(undefined),
  id: RequestId.optional().catch(undefined),
  params: z
    .looseObject({ requestId: RequestId.optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
const Session = z.string().regex(/^[\w-]{1,100}$/)

type Parts = {
  /** A name for a session that nobody guesses. */
  nameSession: () => string
  /** A request that is not under way here is to be ended: tell the other processes. */
  onCancelElsewhere: (owner: string, request: string) => void
}
export type McpRequest = {
  /** Whose request it is: nobody else can cancel it. */
  owner: string
  headers: { session?: string | undefined; protocol?: string | undefined }
  message: unknown
  /** Aborts when who asked has gone. */
  signal: AbortSignal
}

export function createMcpEndpoint({ nameSession, onCancelElsewhere }: Parts) {
  const underWay = new Map<string, () => void>()

  function cancelHere(owner: string, request: string): boolean {
    const cancel = underWay.get(`${owner} ${request}`)
    cancel?.()
    return cancel !== undefined
  }

  return {
    /** Ends a request that another process was told to end; of one that is not here, nothing. */
    cancel: (owner: string, request: string): void => void cancelHere(owner, request),

    /** Answers one message: what it asks for, or that it was taken (202). A status of 400 and more refuses it whole. */
    async answer(catalogue: Catalogue, { owner, headers, message, signal }: McpRequest): Promise<Response> {
      const { method, id, params } = Known.parse(message)
      const session = Session.safeParse(headers.session).data ?? ''
      if (method === 'notifications/cancelled' && params?.requestId !== undefined) {
        const request = nameOf(session, params.requestId)
        if (!cancelHere(owner, request)) onCancelElsewhere(owner, request)
      }
      const server = serveCatalogue(catalogue)
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
      await server.connect(transport)
      const { promise: cancelled, resolve } = Promise.withResolvers<Response>()
      // Closing, in the end, aborts what is still under way.
      const cancel = () => resolve(refuseCancelled(id))
      const key = id === undefined ? undefined : `${owner} ${nameOf(session, id)}`
      if (key !== undefined) underWay.set(key, cancel)
      signal.addEventListener('abort', cancel, { once: true })
      try {
        const answered = transport.handleRequest(requestFor(headers), { parsedBody: message })
        const response = await Promise.race([answered, cancelled])
        if (method === 'initialize' && response.status === 200) response.headers.set(sessionHeader, nameSession())
        return response
      } finally {
        if (key !== undefined && underWay.get(key) === cancel) underWay.delete(key)
        signal.removeEventListener('abort', cancel)
        await server.close()
      }
    },
  }
}
export type McpEndpoint = ReturnType<typeof createMcpEndpoint>

/** Short, whatever the other side calls it: it may have to travel. */
const nameOf = (session: string, id: string | number) =>
  createHash('sha256')
    .update(`${session} ${typeof id} ${id}`)
    .digest('base64url')
    .slice(0, 24)

/** What the client accepts was seen to by who took the request: it is answered as JSON. */
const requestFor = ({ protocol }: McpRequest['headers']) =>
  new Request('http://localhost/mcp', {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...(protocol !== undefined && { [protocolHeader]: protocol }),
    },
  })

/**
 * Browsers name the page that asks; programs do not. A name that leads to this machine makes no page one of ours: only
 * pages of this machine itself may ask, and those of `origins`.
 */
export function isStranger(origin: string | undefined, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return false
  const host = URL.canParse(origin) ? new URL(origin).hostname : ''
  return host !== 'localhost' && host !== '127.0.0.1' && host !== '[::1]'
}

/** Nobody waits for it any more; the connection has to end with something. */
const refuseCancelled = (id: string | number | undefined) =>
  Response.json({ jsonrpc: '2.0', id: id ?? null, error: { code: -32_800, message: 'Request cancelled' } })
