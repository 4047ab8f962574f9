/** The people who work here: letting them in, changing what they may do, and their passwords. */
import { Problem } from '@lingxi/contract/problem'
import type { Role, Staff } from '@lingxi/contract/staff'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import type { TellChange } from './changes.ts'
import { generatePassword, hashPassword, isPassword } from './passwords.ts'
import type { PeopleStore } from './people-store.ts'
import { isStorable, plainEmail, plainName } from './plain-text.ts'
import { type StaffRow, toStaff } from './staff-tables.ts'
import type { Throttle } from './throttle.ts'

export type NewPerson = { email: string; name: string; role: Role; groups?: string[] | undefined }
/** What is absent or undefined stays as it is. */
export type PersonChange = {
  name?: string | undefined
  role?: Role | undefined
  active?: boolean | undefined
  groups?: string[] | undefined
}

export function createPeople({ store, throttle, clock, ids, log, tell }: Parts) {
  async function getRow(tenantId: string, staffId: string): Promise<StaffRow> {
    const row = isStorable(staffId) ? await store.find(tenantId, staffId) : undefined
    if (!row) throw new Problem('not-found')
    return row
  }

  async function changeStaff(tenantId: string, staffId: string, change: PersonChange): Promise<Staff> {
    if (!isStorable(staffId)) throw new Problem('not-found')
    const row = await store.change(tenantId, staffId, {
      ...(change.name !== undefined && { name: plainName(change.name) }),
      ...(change.role !== undefined && { role: change.role }),
      ...(change.active !== undefined && { active: change.active }),
      ...(change.groups !== undefined && { groups: plainGroups(change.groups) }),
    })
    if (typeof row === 'string') throw new Problem(row)
    log.info('staff-changed', { tenant: tenantId, staff: staffId, role: row.role, active: row.active })
    tell({ kind: 'people', tenantId, staffId })
    return toStaff(row)
  }

  return {
    listStaff: async (tenantId: string): Promise<Staff[]> => (await store.list(tenantId)).map(toStaff),

    getStaff: async (tenantId: string, staffId: string): Promise<Staff> => toStaff(await getRow(tenantId, staffId)),

    /** The generated password is given this once. Throws `already-exists` for an address that has an account. */
    async addStaff(
      tenantId: string,
      { email, name, role, groups = [] }: NewPerson,
    ): Promise<{ staff: Staff; password: string }> {
      const password = generatePassword(ids)
      const row = await store.add(tenantId, {
        id: ids.next('stf'),
        email: plainEmail(email),
        name: plainName(name),
        role,
        active: true,
        groups: plainGroups(groups),
        password_hash: await hashPassword(password),
        created_at: isoInstant(clock),
        last_sign_in_at: null,
      })
      if (row === 'already-exists') throw new Problem('already-exists')
      log.info('staff-added', { tenant: tenantId, staff: row.id, role })
      return { staff: toStaff(row), password }
    },

    /** Throws `last-admin` rather than lock the company out of its own house. */
    changeStaff,

    /** Changes the name that customers see. */
    changeMe: (tenantId: string, staffId: string, { name }: { name: string }): Promise<Staff> =>
      changeStaff(tenantId, staffId, { name }),

    /** A new generated password; every sign-in of theirs ends. */
    async resetPassword(tenantId: string, staffId: string): Promise<{ password: string }> {
      const { id } = await getRow(tenantId, staffId)
      const password = generatePassword(ids)
      await store.setPassword(tenantId, id, { hash: await hashPassword(password) })
      log.info('password-reset', { tenant: tenantId, staff: id })
      tell({ kind: 'people', tenantId, staffId: id })
      return { password }
    },

    /**
     * Every other sign-in of theirs ends. Throws `wrong-credentials`, and `too-many-attempts` as a sign-in does:
     * whoever finds an open console is not to guess the password in it.
     */
    async changePassword(me: SignedInPerson, { current, next }: { current: string; next: string }): Promise<void> {
      const { tenantId, staffId, signInId } = me
      const { email, password_hash: instead } = await getRow(tenantId, staffId)
      const isDone = await throttle.attempt({ account: `${tenantId} ${email}` }, async () => {
        if (!(await isPassword(instead, current))) return
        const hash = await hashPassword(next)
        return (await store.setPassword(tenantId, staffId, { hash, instead, exceptSignIn: signInId })) || undefined
      })
      if (!isDone) throw new Problem('wrong-credentials', { detail: 'The current password is wrong' })
      log.info('password-changed', { tenant: tenantId, staff: staffId })
      tell({ kind: 'people', tenantId, staffId })
    },
  }
}

/** Each once, in order, so that the same groups are always the same list. */
const plainGroups = (groups: string[]) => [...new Set(groups.map(plainName))].toSorted()

type SignedInPerson = { tenantId: string; staffId: string; signInId: string }
type Parts = { store: PeopleStore; throttle: Throttle; clock: Clock; ids: Ids; log: Log; tell: TellChange }
