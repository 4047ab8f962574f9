/**
 * Who is signed in. The access token lives in memory only; the refresh cookie, which no script can read, brings a new one.
 */
import { api } from '@lingxi/contract/api'
import { createClient, type Fetch } from '@lingxi/contract/client'
import { Problem, type ProblemCode } from '@lingxi/contract/problem'
import type { SignedIn, Staff } from '@lingxi/contract/staff'

export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable'; error: unknown }
  | { status: 'signed-out'; ended: boolean }
  | { status: 'signed-in'; staff: Staff }

type Parts = {
  fetch: Fetch
  now: () => number
  /** Runs one at a time over all tabs: a refresh cookie that is used twice ends the sign-in. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>
}

/** A token is renewed this long before it ends, so that no request has to fail first. */
const early = 45_000

export function createSession({ fetch, now, exclusively }: Parts) {
  const call = createClient({ fetch, token: () => access?.token })
  const followers = new Set<() => void>()
  let state: SessionState = { status: 'starting' }
  let access: { token: string; until: number } | undefined
  let refreshing: Promise<void> | undefined

  const become = (next: SessionState) => {
    state = next
    for (const follower of followers) follower()
  }
  const enter = (signedIn: SignedIn) => {
    access = { token: signedIn.accessToken, until: now() + signedIn.expiresInSeconds * 1000 }
    become({ status: 'signed-in', staff: signedIn.staff })
  }
  const leave = (ended: boolean) => {
    access = undefined
    become({ status: 'signed-out', ended })
  }

  async function renew(): Promise<void> {
    const before = state.status
    try {
      enter(await exclusively(() => call(api.refresh, {})))
    } catch (error) {
      if (isProblem(error, 'not-signed-in')) leave(before === 'signed-in')
      else if (before !== 'signed-in') become({ status: 'unreachable', error })
      throw error
    }
  }

  /** One renewal at a time, however many ask. */
  function refresh(): Promise<void> {
    refreshing ??= renew().finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  return {
    getSnapshot: () => state,
    subscribe: (follower: () => void) => {
      followers.add(follower)
      return () => followers.delete(follower)
    },
    token: () => access?.token,
    refresh,
    /** A token that will live long enough for what is about to be asked. */
    freshToken: async (): Promise<string> => {
      if (!access || access.until - now() < early) await refresh()
      return access?.token ?? ''
    },
    start: () => refresh().catch(() => undefined),
    signIn: async (email: string, password: string) => enter(await call(api.signIn, { body: { email, password } })),
    signOut: async () => {
      await call(api.signOut, {}).catch(() => undefined)
      leave(false)
    },
    changed: (staff: Staff) => become({ status: 'signed-in', staff }),
  }
}
export type Session = ReturnType<typeof createSession>

export const isProblem = (error: unknown, code: ProblemCode): boolean => error instanceof Problem && error.code === code
