/** Puts the operations of the contract on the HTTP edge: prove the caller, validate once, call, answer. */
import { Readable } from 'node:stream'
import { cleanStrings } from '@lingxi/contract/json'
import { Problem } from '@lingxi/contract/problem'
import type { Access, AskedOf, Caller, Exchange, Handlers, Route } from '@lingxi/contract/route'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

export type Authenticate = (access: Access, authorization: string | undefined) => Promise<Caller>
type AnyHandler = (asked: AskedOf<Route>, caller: Caller, exchange: Exchange) => Promise<unknown>

export function mount<Table extends Record<string, Route>>(
  app: FastifyInstance,
  table: Table,
  { handlers, authenticate }: { handlers: Handlers<Table>; authenticate: Authenticate },
): void {
  for (const [name, route] of Object.entries(table)) {
    const handle = handlers[name] as unknown as AnyHandler
    app.route({
      method: route.method,
      url: route.path,
      async handler(request, reply) {
        const caller = await authenticate(route.access, request.headers.authorization)
        const asked = validate(route, request)
        const { exchange, streamed } = createExchange(request, reply)
        const answer = await handle(asked as AskedOf<Route>, caller, exchange)
        if (streamed()) return reply
        return reply.code(route.status ?? 200).send(route.status === 204 ? undefined : answer)
      },
    })
  }
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
  const body =
    route.body === 'bytes' ? readBytes(request.body) : read('body', route.body, readJson(route, request.body))
  if (errors.length > 0) throw new Problem('invalid-request', { errors })
  return { params, query, body }
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
    signal: gone.signal,
  }
  return { exchange, streamed: () => streams }
}
