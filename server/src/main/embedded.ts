/** The platform for one process: the database inside it, signals that never leave it. */
import { createLocalSignals } from '#platform/signals'
import { openPglite } from '../platform/database/pglite.ts'

export async function openEmbedded(folder: string) {
  return { opened: await openPglite(folder), signals: createLocalSignals() }
}
