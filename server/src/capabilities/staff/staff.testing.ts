/** A company of its own for a test: nobody else's people, keys or clock. */
import type { ProblemCode } from '@lingxi/contract/problem'
import type { Role } from '@lingxi/contract/staff'
import { expect } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { createSeededIds } from '../../platform/ids/ids.testing.ts'
import { silentLog } from '../../platform/log/log.ts'
import { createStaff } from './staff.ts'

export const adminEmail = 'admin@example.com'
export const adminPassword = 'correct horse battery'
export const minute = 60_000

let companies = 0

/** A company with one admin. `another` is a second process on the same database, at the same time. */
export async function aCompany({ database }: OpenDatabase) {
  companies += 1
  const clock = createFakeClock()
  const ids = createSeededIds(companies)
  const start = () => createStaff({ database, clock, ids, log: silentLog })
  const staff = start()
  const { tenantId } = await staff.prepareInstallation({ tenantId: ids.next('tnt'), adminEmail, adminPassword })
  const signIn = (email = adminEmail, password = adminPassword, from = '10.0.0.1') =>
    staff.signIn(tenantId, { email, password, from })
  return {
    staff,
    another: start(),
    tenantId,
    clock,
    signIn,
    /** Someone else who works here, and their password. */
    async aPerson({ role = 'staff', name = 'Lin 林' }: { role?: Role; name?: string } = {}) {
      const added = await staff.addStaff(tenantId, { email: `${ids.next('x')}@example.com`, name, role })
      const signInAgain = () => signIn(added.staff.email, added.password)
      return { ...added, staffId: added.staff.id, signIn: signInAgain }
    },
    adminId: async () => (await staff.listStaff(tenantId))[0]!.id,
  }
}

export const expectProblem = (outcome: Promise<unknown>, code: ProblemCode) =>
  expect(outcome).rejects.toMatchObject({ name: 'Problem', code })

/** What became of several things done at once: `done`, or the code of the problem. */
export async function outcomesOf(things: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(things)
  return settled.map((one) => (one.status === 'fulfilled' ? 'done' : String(one.reason.code))).sort()
}
