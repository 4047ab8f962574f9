/** The platform for one process: the database inside it, signals that never leave it. */
import { createLocalSignals } from '#platform/signals'
import { openPglite } from '../platform/database/pglite.ts'

export async function openEmbedded(folder: string, { onLost }: { onLost: (error: Error) => void }) {
  return { opened: await openPglite(folder, { durable: true, onLost }), signals: createLocalSignals() }
}
