/** Signing in, staying signed in, signing out. */
import { Problem } from '@lingxi/contract/problem'
import type { SignedIn } from '@lingxi/contract/staff'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import type { TellChange } from './changes.ts'
import { isPassword, nobodysHash, sha256 } from './passwords.ts'
import { isStorable, plainEmail } from './plain-text.ts'
import { createRefreshTokens, refreshSeconds } from './refresh-tokens.ts'
import type { SignInStore } from './sign-in-store.ts'
import { type StaffRow, toStaff } from './staff-tables.ts'
import type { Throttle } from './throttle.ts'
import type { Tokens } from './tokens.ts'

const accessSeconds = 15 * 60
/** Two tabs that wake together send the same cookie; a thief is rarely that quick. */
const toleratedMilliseconds = 10_000

/** The body of the answer, and beside it what belongs into the cookie. */
export type SignInOutcome = SignedIn & { refreshToken: string; refreshExpiresInSeconds: number }
export type Credentials = { email: string; password: string; from: string }

export function createSignIn({ store, tokens, throttle, clock, ids, log, tell }: Parts) {
  const refreshTokens = createRefreshTokens({ tokens, ids })
  const iso = (at: number) => new Date(at).toISOString()

  async function open(tenantId: string, person: StaffRow): Promise<SignInOutcome | undefined> {
    const now = clock.now()
    const signInId = ids.next('sin')
    const refreshToken = await refreshTokens.first(tenantId, signInId, now)
    const row = await store.open(tenantId, person, {
      signInId,
      tokenHash: sha256(refreshToken),
      at: iso(now),
      expiresAt: iso(now + refreshSeconds * 1000),
    })
    return row && present(row, { signInId, refreshToken })
  }

  async function present(row: StaffRow, opened: { signInId: string; refreshToken: string }): Promise<SignInOutcome> {
    const claims = { sub: row.id, role: row.role, sid: opened.signInId }
    const accessToken = await tokens.issue(row.tenant_id, { audience: 'staff', seconds: accessSeconds, claims })
    return {
      accessToken,
      expiresInSeconds: accessSeconds,
      staff: toStaff(row),
      refreshToken: opened.refreshToken,
      refreshExpiresInSeconds: refreshSeconds,
    }
  }

  return {
    /** Throws `wrong-credentials`, never saying which of the two is wrong, or `too-many-attempts`. */
    async signIn(tenantId: string, { email: typed, password, from }: Credentials): Promise<SignInOutcome> {
      const email = plainEmail(typed)
      const outcome = await throttle.attempt({ account: `${tenantId} ${email}`, from }, async () => {
        const person = isStorable(email) ? await store.findByEmail(tenantId, email) : undefined
        const isRight = await isPassword(person?.password_hash ?? nobodysHash, password)
        return person?.active && isRight ? open(tenantId, person) : undefined
      })
      if (!outcome) {
        log.info('sign-in-refused', { tenant: tenantId })
        throw new Problem('wrong-credentials')
      }
      log.info('signed-in', { tenant: tenantId, staff: outcome.staff.id })
      await store.removeExpired(tenantId, iso(clock.now()))
      return outcome
    },

    /** Throws `not-signed-in`. A token that was already replaced is a copy: it ends the sign-in for whoever has it. */
    async refresh(refreshToken: string): Promise<SignInOutcome> {
      const token = await refreshTokens.read(refreshToken)
      if (!token) throw new Problem('not-signed-in')
      const now = clock.now()
      const rotation = await store.rotate(token.tenantId, token.signInId, {
        tokenHash: sha256(refreshToken),
        nextHash: sha256(await refreshTokens.successor(token, now)),
        at: iso(now),
        toleratedSince: iso(now - toleratedMilliseconds),
        expiresAt: iso(now + refreshSeconds * 1000),
      })
      if (rotation.kind === 'rotated') {
        const successor = await refreshTokens.successor(token, Date.parse(rotation.at))
        return present(rotation.person, { signInId: token.signInId, refreshToken: successor })
      }
      if (rotation.kind === 'reused') {
        log.warn('refresh-token-reused', { tenant: token.tenantId, staff: rotation.staffId, signIn: token.signInId })
        tell({ kind: 'people', tenantId: token.tenantId, staffId: rotation.staffId })
      }
      throw new Problem('not-signed-in')
    },

    /** Ends the sign-in of this refresh token; one that is not ours has nothing to end. */
    async signOut(refreshToken: string): Promise<void> {
      const token = await refreshTokens.read(refreshToken)
      if (!token) return
      const staffId = await store.end(token.tenantId, token.signInId)
      if (staffId) tell({ kind: 'people', tenantId: token.tenantId, staffId })
    },
  }
}

type Parts = {
  store: SignInStore
  tokens: Tokens
  throttle: Throttle
  clock: Clock
  ids: Ids
  log: Log
  tell: TellChange
}
