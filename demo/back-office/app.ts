/** The invented shop's back office, over HTTP. */
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { operations } from './all-operations.ts'
import { createFaults, Faults, strike } from './faults.ts'
import type { Keeping } from './keep.ts'
import { createOpenapi } from './openapi.ts'
import type { Operation, Outcome } from './operation.ts'
import { performOnce } from './performed.ts'
import { sendDue } from './shop/make-order.ts'
import type { Words } from './shop/words.ts'

export type Parts = { token: string; now: () => string; keeping: Keeping }

/** Call `listen` on it, or `inject`. */
export function createBackOffice({ token, now, keeping }: Parts) {
  const { kept, save } = keeping
  const app = fastify({ logger: false, forceCloseConnections: true })
  const faults = createFaults()
  const document = createOpenapi()

  app.addHook('onRequest', async ({ url, headers }, reply) => {
    if (url === '/openapi.json' || url === '/health') return undefined
    if (headers.authorization === `Bearer ${token}`) return undefined
    return problem(reply, 401, 'unauthorized', { zh: '缺少令牌', en: 'A bearer token is needed' })
  })
  app.get('/health', async () => ({ ok: true }))
  app.get('/openapi.json', async () => document)

  // For tests: what was done, and what shall go wrong.
  app.get('/record', async () => ({ performed: kept.performed }))
  app.get('/faults', async () => faults.list())
  app.post('/faults', async ({ body }, reply) => {
    const read = Faults.safeParse(body)
    if (!read.success) return problem(reply, 400, 'invalid', both(read.error.message))
    faults.set(read.data)
    return faults.list()
  })
  app.delete('/faults', async () => {
    faults.clear()
    return {}
  })

  for (const operation of operations)
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: (request, reply) => handle(operation, request, reply),
    })

  async function handle(operation: Operation, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    sendDue(kept.shop, now())
    const fault = faults.next(operation.name, headerOf(request, 'x-fault'))
    if (fault?.kind === 'error') return strike(fault, reply)
    const sent = { ...(operation.method === 'GET' ? (request.query as object) : (request.body as object)) }
    const read = operation.input.safeParse({ ...sent, ...(request.params as object) })
    if (!read.success)
      return problem(
        reply,
        400,
        'invalid',
        both(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')),
      )
    const key = headerOf(request, 'idempotency-key')
    if (operation.effect === 'act' && !key) return problem(reply, 400, 'key_needed', both('Idempotency-Key is needed'))
    const perform = () => answer(operation, read.data, key)
    const outcome = fault?.kind === 'twice' ? (perform(), perform()) : perform()
    return (await strike(fault, reply)) ?? respond(reply, outcome)
  }

  function answer(operation: Operation, input: unknown, key: string | undefined): Outcome | undefined {
    if (operation.effect === 'look') return operation.perform(kept.shop, input as never, now())
    const outcome = performOnce(kept, { key: key!, operation, input }, now())
    save()
    return outcome
  }

  return app
}

function respond(reply: FastifyReply, outcome: Outcome | undefined): unknown {
  if (!outcome) return problem(reply, 422, 'key_reused', both('This Idempotency-Key was used for something else'))
  if ('done' in outcome) return outcome.done
  const { code, message } = outcome.refused
  return problem(reply, /^unknown_|^wrong_/.test(code) ? 422 : 409, code, message)
}

const both = (text: string): Words => ({ zh: text, en: text })
// oxlint-disable-next-line max-params -- what a refusal is made of
const problem = (reply: FastifyReply, status: number, code: string, message: Words) =>
  reply.code(status).send({ code, message })
const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}
