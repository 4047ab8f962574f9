/** Who is calling: the proof is in the token, but whether it still counts is in the database. */
import { Problem } from '@lingxi/contract/problem'
import type { Role } from '@lingxi/contract/staff'
import type { Clock } from '#platform/clock'
import type { StaffChange } from './changes.ts'
import { createRemembered } from './remembered.ts'
import type { SignedInState, SignInStore } from './sign-in-store.ts'
import type { Tokens } from './tokens.ts'

/** How long after a change made by another process the old state may still be believed. */
const milliseconds = 10_000

/** A member of staff who is signed in now. */
export type Caller = { tenantId: string; staffId: string; role: Role; name: string; groups: string[]; signInId: string }

export function createAccess({ store, tokens, clock }: { store: SignInStore; tokens: Tokens; clock: Clock }) {
  const remembered = createRemembered<SignedInState | undefined>({ clock, milliseconds, most: 10_000 })

  return {
    /**
     * Throws `not-signed-in`, also within seconds of a sign-out, of being made inactive, and of another role: the
     * console then refreshes, and is told who it is now.
     */
    async verifyAccess(token: string): Promise<Caller> {
      const claims = await tokens.read(token, 'staff')
      if (!claims?.sub || !claims.sid) throw new Problem('not-signed-in')
      const { tenantId, sub: staffId, sid: signInId } = claims
      const state = await remembered.get(`${tenantId} ${staffId} ${signInId}`, () =>
        store.findSignedIn(tenantId, staffId, signInId),
      )
      if (!state || state.role !== claims.role || Date.parse(state.expiresAt) <= clock.now())
        throw new Problem('not-signed-in')
      return { tenantId, staffId, role: state.role, name: state.name, groups: state.groups, signInId }
    },

    /** For changes of this process and, where the caller hears of them, of others. */
    forgetAccess(change: StaffChange): void {
      if (change.kind !== 'people') return
      const theirs = `${change.tenantId} ${change.staffId} `
      remembered.forgetWhere((key) => key.startsWith(theirs))
    },
  }
}
