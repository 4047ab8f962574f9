/** The end of listening: what is in flight is answered, who comes now is told to come back, and nobody holds it up. */
import { Problem } from '@lingxi/contract/problem'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '#platform/clock'

type Parts = {
  clock: Clock
  sockets: { close(within: number): Promise<void> }
  /** Answers the requests that only wait for news. */
  endWaiting: () => void
}

/** Milliseconds for what is in flight, and for the readers of sockets to leave by themselves. */
const longestStop = 10_000
const longestGoodbye = 1_000

export function createClose(app: FastifyInstance, { clock, sockets, endWaiting }: Parts) {
  let stopping = false
  app.addHook('onRequest', async () => {
    if (stopping) throw new Problem('stopping')
  })
  // A connection that was kept for the caller's next request has none to wait for.
  app.addHook('onResponse', async () => {
    if (stopping) setImmediate(() => app.server.closeIdleConnections())
  })

  return async function close(): Promise<void> {
    stopping = true
    const closed = app.close()
    endWaiting()
    const callOff = clock.after(longestStop, () => app.server.closeAllConnections())
    await Promise.all([closed, sockets.close(longestGoodbye)])
    callOff()
  }
}
