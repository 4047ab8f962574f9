import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { withTables } from '../../platform/database/database.ts'
import { createSignInStore } from './sign-in-store.ts'
import { aCompany, adminEmail, minute } from './staff.testing.ts'
import type { StaffTables } from './staff-tables.ts'

const days = 24 * 60 * minute

onBothDatabases('the table of sign-ins', (opened) => {
  const rowsOf = (tenantId: string) =>
    withTables<StaffTables>(opened().database)
      .selectFrom('sign_ins')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .execute()

  it('holds no token that could be used', async () => {
    const { staff, tenantId, signIn } = await aCompany(opened())
    const { refreshToken } = await signIn()
    const next = await staff.refresh(refreshToken)
    const held = JSON.stringify(await rowsOf(tenantId))
    for (const token of [refreshToken, next.refreshToken]) expect(held).not.toContain(token.split('.')[2])
  })

  it('is rid of expired rows at the next sign-in', async () => {
    const { tenantId, signIn, clock } = await aCompany(opened())
    await signIn()
    await signIn()
    clock.move(30 * days)
    await Promise.all([signIn(), signIn()])
    expect(await rowsOf(tenantId)).toHaveLength(2)
  })

  const at = '2026-01-05T08:00:00.000Z'
  const expiresAt = '2026-02-05T08:00:00.000Z'

  it('opens nothing for a password that was changed after it was verified', async () => {
    const { staff, tenantId, adminId } = await aCompany(opened())
    const store = createSignInStore(opened().database)
    const verified = (await store.findByEmail(tenantId, adminEmail))!
    await staff.resetPassword(tenantId, await adminId())
    expect(await store.open(tenantId, verified, { signInId: 'sin_1', tokenHash: 'a', at, expiresAt })).toBeUndefined()
    expect(await rowsOf(tenantId)).toEqual([])
  })

  it('replaces a token once when it comes several times in the same moment', async () => {
    const { tenantId } = await aCompany(opened())
    const store = createSignInStore(opened().database)
    const admin = (await store.findByEmail(tenantId, adminEmail))!
    await store.open(tenantId, admin, { signInId: 'sin_1', tokenHash: 'a', at, expiresAt })
    const rotations = Array.from({ length: 8 }, (_, count) =>
      store.rotate(tenantId, 'sin_1', {
        tokenHash: 'a',
        nextHash: `b${count}`,
        at: `2026-01-05T08:00:01.00${count}Z`,
        toleratedSince: at,
        expiresAt,
      }),
    )
    const instants = (await Promise.all(rotations)).map((rotation) => rotation.kind === 'rotated' && rotation.at)
    expect(new Set(instants)).toEqual(new Set([(await rowsOf(tenantId))[0]!.rotated_at]))
  })
})
