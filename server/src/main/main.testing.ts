/** The whole server on a test database: `inject` without a port, or listening on a free one for sockets and clients. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import type { AddressInfo } from 'node:net'
import { createClient, type Fetch } from '@lingxi/contract/client'
import { ProblemDocument } from '@lingxi/contract/problem'
import type { AnsweredBy, CallOf, Route } from '@lingxi/contract/route'
import type { Role } from '@lingxi/contract/staff'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect } from 'vitest'
import { systemClock } from '#platform/clock'
import { systemIds } from '#platform/ids'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { createLocalSignals } from '#platform/signals'
import type { OpenDatabase } from '../platform/database/database.ts'
import { openTestPglite } from '../platform/database/database.testing.ts'
import { demoSettings } from './demo.ts'
import { createGateway } from './gateway.ts'
import { type Limits, noLimits } from './limits.ts'
import { createParts, mainTenant, type Platform } from './parts.ts'
import { startWorker } from './worker.ts'

export const adminEmail = 'admin@shop.example'
export const adminPassword = 'a-long-admin-password'
export const knownArticle = {
  title: '怎么退货？',
  body: '收货后 7 天内，在「我的订单」里点「退货」，预约上门取件即可。',
  language: 'zh',
  tags: ['退换货'],
  alternatives: ['退货流程'],
  status: 'published',
} as const

type Wanted = Partial<
  Pick<Platform, 'clock' | 'model' | 'toolModel' | 'providers' | 'reading' | 'toolAddresses' | 'mcpPrograms'>
> & {
  limits?: Limits
}
export type Server = Awaited<ReturnType<typeof startServer>>

export async function startServer(
  opened: OpenDatabase,
  { clock = systemClock, limits = noLimits, ...wanted }: Wanted = {},
) {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } })
  const signals = createLocalSignals()
  const platform = {
    opened,
    signals,
    clock,
    ids: systemIds,
    log,
    metrics: createMetrics(),
    model: undefined,
    ...wanted,
  }
  const parts = createParts(platform)
  await parts.staff.prepareInstallation({ tenantId: mainTenant, adminEmail, adminPassword, defaults: demoSettings })
  let ready = true
  const options = { demo: false, trustProxy: false, version: '0.0.0', isReady: () => ready, pages: false, limits }
  const { app, close } = await createGateway(platform, parts, options)
  const worker = await startWorker(platform, parts)
  await parts.knowledge.add(mainTenant, ArticleDraft.parse(knownArticle))

  /** As a caller would see it; a body that is no text is sent as JSON. */
  async function request({ payload, headers, ...more }: InjectOptions & { token?: string | undefined }) {
    const { token, ...rest } = more
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
    return app.inject({ ...rest, ...(payload !== undefined && { payload }), headers: { ...authorization, ...headers } })
  }

  /** The typed client without a port. Each answer is held against the contract. */
  function callAs(token?: string) {
    const fetch: Fetch = async (url, { method, headers, body }) => {
      const asked = { method: method as 'GET', url, headers, ...(body != null && { payload: payloadOf(body) }) }
      return toResponse(await app.inject(asked))
    }
    const call = createClient({ fetch, token: () => token })
    return async function parsed<R extends Route>(route: R, asked: CallOf<R>): Promise<AnsweredBy<R>> {
      return route.ok.parse(await call(route, asked)) as AnsweredBy<R>
    }
  }

  /** Someone of this role who signed in, and their client. */
  async function signIn(role: Role, name: string = role) {
    const email = `${systemIds.next(role)}@shop.example`
    const { staff, password } = await parts.staff.addStaff(mainTenant, { email, name, role })
    const from = systemIds.next('address')
    const { accessToken: token } = await parts.staff.signIn(mainTenant, { email, password, from })
    return { ...staff, password, token, call: callAs(token) }
  }

  async function listen(): Promise<string> {
    if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  }

  async function stop(): Promise<void> {
    ready = false
    await close()
    await worker.stop()
    await parts.actionParts.close()
    await parts.followGraph.stop()
    await parts.conversations.idle()
  }
  return { app, ...platform, parts, lines, request, callAs, signIn, listen, stop }
}

/** One server for a file, on an embedded database of its own. */
export function useServer(wanted: Wanted = {}): () => Server {
  let server: Server | undefined
  let opened: OpenDatabase | undefined
  beforeAll(async () => {
    opened = await openTestPglite()
    server = await startServer(opened, wanted)
  })
  afterAll(async () => {
    await server?.stop()
    await opened?.close()
  })
  return () => server!
}

const payloadOf = (body: BodyInit) => (body instanceof Uint8Array ? Buffer.from(body) : (body as string))

type Injected = { statusCode: number; headers: object; rawPayload: Buffer; body: string }
const toResponse = ({ statusCode, headers, rawPayload }: Injected) =>
  new Response(statusCode === 204 ? null : new Uint8Array(rawPayload), {
    status: statusCode,
    headers: headers as Record<string, string>,
  })

/** The problem document that this answer is; the answer must be nothing else. */
export function problemOf(answer: Pick<Injected, 'statusCode' | 'headers' | 'body'>): ProblemDocument {
  expect(answer.headers).toMatchObject({ 'content-type': expect.stringContaining('application/problem+json') })
  const problem = ProblemDocument.parse(JSON.parse(answer.body))
  expect(problem.status).toBe(answer.statusCode)
  return problem
}

/** What was logged at the level of an error, which nothing that a caller does may cause. */
export const errorsIn = (lines: string[]) => lines.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)
