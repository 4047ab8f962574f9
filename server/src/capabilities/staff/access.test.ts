import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { withTables } from '../../platform/database/database.ts'
import { aCompany, expectProblem, minute } from './staff.testing.ts'
import type { StaffTables } from './staff-tables.ts'

onBothDatabases('access', (opened) => {
  async function secretOf(tenantId: string): Promise<Uint8Array> {
    const tenants = withTables<StaffTables>(opened().database).selectFrom('tenants')
    const row = await tenants.select('signing_secret').where('id', '=', tenantId).executeTakeFirstOrThrow()
    return new TextEncoder().encode(row.signing_secret)
  }

  it('says who is calling', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    const person = await aPerson({ role: 'supervisor', name: '周敏' })
    const { accessToken } = await person.signIn()
    expect(await staff.verifyAccess(accessToken)).toEqual({
      tenantId,
      staffId: person.staffId,
      role: 'supervisor',
      name: '周敏',
      groups: [],
      signInId: decodeJwt(accessToken)['sid'],
    })
  })

  it('ends after 15 minutes', async () => {
    const { staff, signIn, clock } = await aCompany(opened())
    const { accessToken } = await signIn()
    clock.move(15 * minute - 1000)
    await staff.verifyAccess(accessToken)
    clock.move(1000)
    await expectProblem(staff.verifyAccess(accessToken), 'not-signed-in')
  })

  it('refuses other audiences, other signatures, other algorithms, no algorithm and noise', async () => {
    const { staff, tenantId, signIn, clock } = await aCompany(opened())
    const other = await aCompany(opened())
    const { accessToken, refreshToken } = await signIn()
    const theirs = (await other.signIn()).accessToken
    const [header, , signature] = accessToken.split('.')
    const claims = decodeJwt(accessToken)
    const promoted = Buffer.from(JSON.stringify({ ...claims, role: 'admin', extra: 1 })).toString('base64url')
    const expiry = Math.floor(clock.now() / 1000) + 60
    const secret = await secretOf(tenantId)
    const wrong = [
      refreshToken,
      await staff.issueCustomerToken(tenantId, 'x'),
      `${header}.${promoted}.${signature}`,
      `${header}.${accessToken.split('.')[1]}.${theirs.split('.')[2]}`,
      new UnsecuredJWT(claims).encode(),
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(secret),
      await new SignJWT({ ...claims, tenant: tenantId })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(await secretOf(other.tenantId)),
      await new SignJWT({ ...claims, tenant: 'tnt_\0' }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      await new SignJWT({ ...claims, aud: [], exp: expiry }).setProtectedHeader({ alg: 'HS256' }).sign(secret),
      accessToken.slice(0, -2),
      `${accessToken}.x`,
      '',
      '...',
      'null',
      'é'.repeat(5000),
    ]
    for (const token of wrong) await expectProblem(staff.verifyAccess(token), 'not-signed-in')
    expect(await staff.verifyAccess(accessToken)).toMatchObject({ role: 'admin' })
  })

  it('ends at once where someone is made inactive or gets another role, and within ten seconds elsewhere', async () => {
    const { staff, another, tenantId, aPerson, clock } = await aCompany(opened())
    for (const change of [{ active: false }, { role: 'supervisor' as const }]) {
      const person = await aPerson()
      const { accessToken } = await person.signIn()
      await staff.verifyAccess(accessToken)
      await another.verifyAccess(accessToken)
      await staff.changeStaff(tenantId, person.staffId, change)
      await expectProblem(staff.verifyAccess(accessToken), 'not-signed-in')
      clock.move(10_000)
      await expectProblem(another.verifyAccess(accessToken), 'not-signed-in')
    }
  })

  it('ends at once elsewhere too when the change is passed on', async () => {
    const { staff, another, tenantId, aPerson } = await aCompany(opened())
    staff.onChange(another.forgetAccess)
    const person = await aPerson()
    const { accessToken } = await person.signIn()
    await another.verifyAccess(accessToken)
    await staff.resetPassword(tenantId, person.staffId)
    await expectProblem(another.verifyAccess(accessToken), 'not-signed-in')
  })

  it('knows the new name at once', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    const person = await aPerson()
    const { accessToken } = await person.signIn()
    await staff.verifyAccess(accessToken)
    await staff.changeMe(tenantId, person.staffId, { name: '小周' })
    expect((await staff.verifyAccess(accessToken)).name).toBe('小周')
  })
})
