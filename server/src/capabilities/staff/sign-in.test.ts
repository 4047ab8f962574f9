import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aCompany, adminEmail, adminPassword, expectProblem, minute, outcomesOf } from './staff.testing.ts'

const days = 24 * 60 * minute

onBothDatabases('signing in', (opened) => {
  it('gives an access token for 15 minutes, a refresh token for 30 days, and who one is', async () => {
    const { signIn } = await aCompany(opened())
    const outcome = await signIn(' ADMIN@example.com')
    expect(outcome).toMatchObject({ expiresInSeconds: 900, refreshExpiresInSeconds: 30 * 24 * 60 * 60 })
    expect(outcome.staff).toMatchObject({ email: adminEmail, lastSignInAt: '2026-01-05T08:00:00.000Z' })
    expect(JSON.stringify(outcome)).not.toContain('argon2')
  })

  it('says the same of a wrong password, an unknown address, an inactive person, and an address of NULs', async () => {
    const { staff, tenantId, signIn, aPerson } = await aCompany(opened())
    const person = await aPerson()
    await staff.changeStaff(tenantId, person.staffId, { active: false })
    await expectProblem(person.signIn(), 'wrong-credentials')
    await expectProblem(signIn(adminEmail, 'wrong'), 'wrong-credentials')
    await expectProblem(signIn('nobody@example.com'), 'wrong-credentials')
    await expectProblem(signIn("\0' or 1=1 --\ud800", '\0\ud800'), 'wrong-credentials')
  })

  it('refuses an address after five failures, the right password included, for five minutes', async () => {
    const { signIn, clock } = await aCompany(opened())
    const wrong = Array.from({ length: 8 }, (_, count) => signIn(adminEmail, 'wrong', `10.0.1.${count}`))
    const five = Array.from({ length: 5 }, () => 'wrong-credentials')
    expect(await outcomesOf(wrong)).toEqual(['too-many-attempts', 'too-many-attempts', 'too-many-attempts', ...five])
    await expectProblem(signIn(), 'too-many-attempts')
    clock.move(5 * minute)
    expect((await signIn()).staff.email).toBe(adminEmail)
  })

  it('refuses where twenty failures came from, whatever account they meant', async () => {
    const { signIn } = await aCompany(opened())
    for (let count = 0; count < 20; count++) await expectProblem(signIn(`p${count}@example.com`), 'wrong-credentials')
    await expectProblem(signIn(), 'too-many-attempts')
    expect((await signIn(adminEmail, adminPassword, '10.9.9.9')).staff.email).toBe(adminEmail)
  })

  it('lets many sign in at once', async () => {
    const { signIn } = await aCompany(opened())
    const all = await outcomesOf(Array.from({ length: 25 }, () => signIn()))
    expect(new Set(all)).toEqual(new Set(['done']))
  })
})

onBothDatabases('staying signed in', (opened) => {
  it('replaces the refresh token at each use, and goes on for as long as it is used', async () => {
    const { staff, signIn, clock } = await aCompany(opened())
    let { refreshToken } = await signIn()
    for (let month = 0; month < 3; month++) {
      clock.move(29 * days)
      const next = await staff.refresh(refreshToken)
      expect(next.refreshToken).not.toBe(refreshToken)
      expect(await staff.verifyAccess(next.accessToken)).toMatchObject({ role: 'admin' })
      refreshToken = next.refreshToken
    }
    clock.move(30 * days)
    await expectProblem(staff.refresh(refreshToken), 'not-signed-in')
  })

  it('gives two tabs that send the same token at once the same successor', async () => {
    const { staff, another, signIn, clock } = await aCompany(opened())
    const { refreshToken } = await signIn()
    const [one, other] = await Promise.all([staff.refresh(refreshToken), another.refresh(refreshToken)])
    clock.move(10_000)
    const late = await staff.refresh(refreshToken)
    expect(new Set([one.refreshToken, other.refreshToken, late.refreshToken]).size).toBe(1)
    expect((await staff.refresh(one.refreshToken)).staff.email).toBe(adminEmail)
  })

  it('ends the sign-in for everyone when a replaced token comes back', async () => {
    const { staff, signIn, clock } = await aCompany(opened())
    const stolen = await signIn()
    const other = await signIn()
    const thief = await staff.refresh(stolen.refreshToken)
    clock.move(10_001)
    await expectProblem(staff.refresh(stolen.refreshToken), 'not-signed-in')
    await expectProblem(staff.refresh(thief.refreshToken), 'not-signed-in')
    await expectProblem(staff.verifyAccess(thief.accessToken), 'not-signed-in')
    expect((await staff.refresh(other.refreshToken)).staff.email).toBe(adminEmail)
  })

  it('knows a token from several uses ago, at once', async () => {
    const { staff, signIn } = await aCompany(opened())
    const first = await signIn()
    const second = await staff.refresh(first.refreshToken)
    const third = await staff.refresh(second.refreshToken)
    await expectProblem(staff.refresh(first.refreshToken), 'not-signed-in')
    await expectProblem(staff.refresh(third.refreshToken), 'not-signed-in')
  })

  it('is not disturbed by tokens that are not ours', async () => {
    const { staff, signIn } = await aCompany(opened())
    const { refreshToken, accessToken } = await signIn()
    const other = await (await aCompany(opened())).signIn()
    const forged = refreshToken.replace(/[^.]+$/, other.refreshToken.split('.')[2]!)
    for (const wrong of [forged, accessToken, '', 'x', 'a.b.c']) {
      await expectProblem(staff.refresh(wrong), 'not-signed-in')
      await staff.signOut(wrong)
    }
    expect((await staff.refresh(refreshToken)).staff.email).toBe(adminEmail)
  })

  it('ends with signing out, on this device only', async () => {
    const { staff, signIn } = await aCompany(opened())
    const here = await signIn()
    const there = await signIn()
    await staff.verifyAccess(here.accessToken)
    await staff.signOut(here.refreshToken)
    await staff.signOut(here.refreshToken)
    await expectProblem(staff.refresh(here.refreshToken), 'not-signed-in')
    await expectProblem(staff.verifyAccess(here.accessToken), 'not-signed-in')
    expect(await staff.verifyAccess(there.accessToken)).toMatchObject({ role: 'admin' })
  })

  it('ends for whoever is made inactive', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    const person = await aPerson()
    const { refreshToken } = await person.signIn()
    await staff.changeStaff(tenantId, person.staffId, { active: false })
    await staff.changeStaff(tenantId, person.staffId, { active: true })
    await expectProblem(staff.refresh(refreshToken), 'not-signed-in')
  })
})
