/** What all of this capability's parts are made of. */
import { createHash } from 'node:crypto'
import type { SourceDraft } from '@lingxi/contract/source'
import type { Database } from '#platform/database'
import type { Http } from '#platform/http'
import type { Jobs } from '#platform/jobs'
import { createBlobStore } from './blob-store.ts'
import { createEventStore } from './event-store.ts'
import { createItemStore } from './item-store.ts'
import { createRunStore } from './run-store.ts'
import { createSourceStore } from './source-store.ts'
import { createStepStore } from './step-store.ts'

export type Clock = { now(): number; reading(): number }
export type Ids = { next<Prefix extends string>(prefix: Prefix): `${Prefix}_${string}`; secret(): string }
export type SourceParts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  http: Http
  clock: Clock
  ids: Ids
  /** The folder on this machine below which folders may be read; without it there are none. */
  root?: string | undefined
  /** Bytes of the largest file. */
  largestFile: number
}
export type Stores = ReturnType<typeof createStores>

export const createStores = (database: Database) => ({
  sources: createSourceStore(database),
  items: createItemStore(database),
  runs: createRunStore(database),
  steps: createStepStore(database),
  blobs: createBlobStore(database),
  events: createEventStore(database),
})

export const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
export const isoAt = (milliseconds: number) => new Date(milliseconds).toISOString()

const every = { hourly: 3_600_000, daily: 86_400_000, weekly: 7 * 86_400_000 }
export const nextLook = (schedule: SourceDraft['schedule'], now: number): string | null =>
  schedule === 'never' ? null : isoAt(now + every[schedule])
