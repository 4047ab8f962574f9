/** What an operator's machines ask: is it alive, is it ready, what does it count. */
import type { FastifyInstance } from 'fastify'
import type { OpenDatabase } from '#platform/database'
import type { Jobs } from '#platform/jobs'
import type { Metrics } from '#platform/metrics'

type Parts = {
  opened: OpenDatabase
  metrics: Metrics
  jobs: Pick<Jobs, 'countWaiting'>
  sockets: () => { customers: number; staff: number }
  isReady: () => boolean
}

const pingWithin = 3_000

export function mountOperations(app: FastifyInstance, { opened, metrics, jobs, sockets, isReady }: Parts): void {
  metrics.watch('lingxi_jobs_waiting', 'Jobs that wait to be run', async () => {
    const waiting = await jobs.countWaiting().catch(() => ({}))
    return Object.entries(waiting).map(([name, value]) => ({ labels: { name }, value }))
  })
  metrics.watch('lingxi_sockets', 'Open sockets, by who is on the other side', async () =>
    Object.entries(sockets()).map(([kind, value]) => ({ labels: { kind }, value })),
  )

  app.get('/healthz', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_request, reply) => {
    const answers = isReady() && (await withinTime(opened.ping(), pingWithin))
    return reply.code(answers ? 200 : 503).send({ status: answers ? 'ready' : 'not-ready' })
  })
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.render()))
}

async function withinTime(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, milliseconds, false).unref())
  return Promise.race([work.then(() => true).catch(() => false), late])
}
