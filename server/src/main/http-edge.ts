/** The HTTP edge: bodies are read, strings cleaned, failures become problem documents. One of the two places that catch. */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { parseJson } from '@lingxi/contract/json'
import { Problem, problems, toDocument } from '@lingxi/contract/problem'
import cookie from '@fastify/cookie'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import type { Clock } from '#platform/clock'
import { isUnavailable } from '#platform/database'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'

const largestBody = 1024 * 1024
type Parts = {
  clock: Clock
  log: Log
  metrics: Metrics
  trustProxy: boolean
  /** Another path for what one host name asks for. */
  rewrite: (host: string, path: string) => string
}

export async function createHttpEdge({ clock, log, metrics, trustProxy, rewrite }: Parts): Promise<FastifyInstance> {
  const app = fastify({
    bodyLimit: largestBody,
    trustProxy,
    // Requests in flight are answered at the end; who comes then is told so in our own form.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    rewriteUrl: ({ headers, url = '/' }) => rewrite(headers.host ?? '', url),
    clientErrorHandler: refuseNonsense,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, new Problem('invalid-request')),
  })
  await app.register(cookie)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const value = parseJson(text as string)
    if (value === undefined && (text as string).trim() !== '')
      done(new Problem('invalid-request', { detail: 'the body is not JSON' }))
    else done(null, value)
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))

  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.timeRequest({ method: request.method, route, status: `${reply.statusCode}` }, reply.elapsedTime)
    log.info('request', {
      method: request.method,
      route,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    })
  })
  app.setNotFoundHandler((_request, reply) => refuse(reply, new Problem('not-found')))
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = toProblem(error)
    if (problems[problem.code].alarming) {
      metrics.countError('http')
      log.error(
        'request-failed',
        { method: request.method, route: request.routeOptions.url, code: problem.code, at: clock.now() },
        error,
      )
    }
    return refuse(reply, problem)
  })
  return app
}

export function refuse(reply: FastifyReply, problem: Problem) {
  const document = toDocument(problem)
  return reply.code(document.status).type('application/problem+json').send(JSON.stringify(document))
}

/** What came is no HTTP, so the answer is written by hand, and the connection ends. */
function refuseNonsense(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const document = toDocument(new Problem(error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'invalid-request'))
  const body = JSON.stringify(document)
  const head = `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}\r\nConnection: close\r\n`
  socket.end(`${head}Content-Type: application/problem+json\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
}

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('too-large', { detail: `at most ${largestBody} bytes` })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('unsupported-media-type')
  if (isUnavailable(error)) return new Problem('database-unavailable', { cause: error })
  if (error.statusCode && error.statusCode < 500) return new Problem('invalid-request')
  return new Problem('unexpected', { cause: error })
}
