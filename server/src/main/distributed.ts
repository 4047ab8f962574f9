/** The platform for many processes: a PostgreSQL server, and signals between them through it. */
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { openPostgres } from '../platform/database/postgres.ts'
import { openPostgresSignals } from '../platform/signals/postgres-signals.ts'

export async function openDistributed(
  connectionString: string,
  { clock, ids, log }: { clock: Clock; ids: Ids; log: Log },
) {
  const opened = await openPostgres(connectionString, {
    onLost: (error) => log.warn('database-connection-lost', { error: error.name }),
  })
  const signals = await openPostgresSignals({
    connectionString,
    process: ids.next('process'),
    clock,
    onLost: () => log.warn('signals-lost'),
  })
  return { opened, signals }
}
