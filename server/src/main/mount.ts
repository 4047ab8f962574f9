/** Puts the operations of the contract on the HTTP edge: prove the caller, validate once, call, answer. */
import { Readable } from 'node:stream'
import { cleanStrings } from '@lingxi/contract/json'
import { Problem } from '@lingxi/contract/problem'
import type { Access, AskedOf, Caller, Exchange, Handlers, Route } from '@lingxi/contract/route'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

export type Authenticate = (access: Access, authorization: string | undefined) => Promise<Caller>
type AnyHandler = (asked: AskedOf<Route>, caller: Caller, exchange: Exchange) => Promise<unknown>

/** `configs`: what else the server is to know of a route, such as how often one address may call it. */
type Mounting<Table extends Record<string, Route>> = {
  handlers: Handlers<Table>
  authenticate: Authenticate
  configs?: { [Name in keyof Table]?: FastifyContextConfig }
}

export function mount<Table extends Record<string, Route>>(
  app: FastifyInstance,
  table: Table,
  { handlers, authenticate, configs = {} }: Mounting<Table>,
): void {
  for (const [name, route] of Object.entries(table)) {
    const definition = {
      method: route.method,
      url: route.path,
      config: configs[name] ?? {},
      handler: createHandler(route, handlers[name] as unknown as AnyHandler, authenticate),
    }
    if (route.body !== 'stream') app.route(definition)
    else
      void app.register(async (child) => {
        acceptStreams(child)
        child.route(definition)
      })
  }
}

function createHandler(route: Route, handle: AnyHandler, authenticate: Authenticate) {
  return async function handler(request: FastifyRequest, reply: FastifyReply) {
    const caller = await authenticate(route.access, request.headers.authorization)
    if (caller.kind === 'api-key' && route.scope && !caller.scopes.includes(route.scope))
      throw new Problem('not-allowed', { detail: `the key is not for ${route.scope}` })
    const asked = validate(route, request)
    const { exchange, streamed } = createExchange(request, reply)
    const answer = await handle(asked as AskedOf<Route>, caller, exchange)
    if (streamed()) return reply
    return reply.code(route.status ?? 200).send(route.status === 204 ? undefined : answer)
  }
}

/** The body stays in the network until the handler reads it, which counts the bytes itself. */
function acceptStreams(child: FastifyInstance): void {
  child.removeAllContentTypeParsers()
  child.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

/** Everything that is wrong, in one problem. */
function validate(route: Route, request: FastifyRequest) {
  const errors: { path: string; message: string }[] = []
  const read = (part: string, schema: z.ZodType | undefined, value: unknown) => {
    const result = schema?.safeParse(value)
    if (result?.success === false)
      for (const { path, message } of result.error.issues) errors.push({ path: [part, ...path].join('.'), message })
    return result?.data
  }
  const params = read('path', route.params, cleanStrings(request.params as Record<string, unknown>))
  const query = read('query', route.query, cleanStrings(request.query as Record<string, unknown>))
  const body = readBody(route, request.body, (schema, value) => read('body', schema, value))
  if (errors.length > 0) throw new Problem('invalid-request', { errors })
  return { params, query, body }
}

function readBody(route: Route, body: unknown, check: (schema: z.ZodType | undefined, value: unknown) => unknown) {
  if (route.body === 'bytes') return readBytes(body)
  if (route.body !== 'stream') return check(route.body, readJson(route, body))
  if (body instanceof Readable) return body
  throw new Problem('unsupported-media-type', { detail: 'send the file itself as the body' })
}

function readBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body
  throw new Problem('unsupported-media-type', {
    detail: 'send the file itself as the body, as application/octet-stream',
  })
}

function readJson(route: Route, body: unknown): unknown {
  if (route.body && body instanceof Uint8Array)
    throw new Problem('unsupported-media-type', { detail: 'send application/json' })
  return body
}

/** Shown in the browser where that is safe and of use, otherwise kept as a file (RFC 6266). */
function dispositionOf(name: string, mediaType: string): string {
  const shown = /^(application\/pdf|text\/plain|text\/markdown)\b/.test(mediaType) ? 'inline' : 'attachment'
  const plain = name.replaceAll(/[^\w. -]/g, '_')
  const full = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
  return `${shown}; filename="${plain}"; filename*=UTF-8''${full}`
}

function createExchange(request: FastifyRequest, reply: FastifyReply) {
  let streams = false
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  const exchange: Exchange = {
    address: request.ip,
    headers: request.headers as Record<string, string | undefined>,
    cookie: (name) => request.cookies[name],
    setCookie(name, value, { path, seconds }) {
      const settings = { path, httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const
      if (value === undefined) reply.clearCookie(name, settings)
      else reply.setCookie(name, value, { ...settings, maxAge: seconds })
    },
    stream(chunks) {
      streams = true
      reply.header('content-type', 'text/event-stream; charset=utf-8').header('cache-control', 'no-cache')
      void reply.send(Readable.from(chunks))
    },
    respond({ status, headers, body }) {
      streams = true
      reply.code(status).headers(Object.fromEntries(headers))
      void reply.send(body ?? '')
    },
    sendFile({ name, mediaType, bytes, chunks }) {
      streams = true
      reply
        .header('content-type', mediaType)
        .header('content-disposition', dispositionOf(name, mediaType))
        // Whatever is in it runs no script, sends no form and is of no origin.
        .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .header('cache-control', 'private, no-store')
      if (bytes !== undefined) reply.header('content-length', bytes)
      void reply.send(Readable.from(chunks))
    },
    signal: gone.signal,
  }
  return { exchange, streamed: () => streams }
}
