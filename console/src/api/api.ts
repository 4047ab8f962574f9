/** Everything that talks to the server, built once in `main.tsx` and handed down. */
import type { Fetch } from '@lingxi/contract/client'
import { Problem } from '@lingxi/contract/problem'
import { QueryClient } from '@tanstack/react-query'
import { createCall } from './call.ts'
import { createLive } from './live.ts'
import { createRecentFrames } from './live-application.ts'
import type { Socket } from './live-line.ts'
import { createSession } from './session.ts'

export type Network = {
  fetch: Fetch
  openSocket: () => Socket
  now: () => number
  random: () => number
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
}

/** A problem is the server's answer and stays one; only what never arrived, or broke there, is worth asking again. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 &&
  (!(error instanceof Problem) || ['unexpected', 'stopping', 'database-unavailable'].includes(error.code))

export function createApi({ fetch, openSocket, now, random, exclusively }: Network) {
  const session = createSession({ fetch, now, exclusively })
  const call = createCall({ fetch, session })
  const recent = createRecentFrames()
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 30_000, retryDelay: (attempt) => 500 * 2 ** attempt },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  const live = createLive({ session, queries, recent, open: openSocket, random })
  return { session, call, recent, queries, live }
}
export type ConsoleApi = ReturnType<typeof createApi>
