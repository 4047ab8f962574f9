import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aCompany, adminEmail, adminPassword, expectProblem, outcomesOf } from './staff.testing.ts'

onBothDatabases('people', (opened) => {
  it('are added with a password that lets them in, once an address', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    const person = await aPerson({ role: 'supervisor' })
    expect((await person.signIn()).staff).toMatchObject({ id: person.staffId, role: 'supervisor' })
    const again = { email: person.staff.email.toUpperCase(), name: 'Other', role: 'staff' as const }
    await expectProblem(staff.addStaff(tenantId, again), 'already-exists')
    expect((await staff.listStaff(tenantId)).map(({ id }) => id)).toContain(person.staffId)
  })

  it('are called what they are called, SQL and HTML included', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    for (const name of [
      `Robert'); drop table staff;--`,
      '<img src=x onerror=alert(1)>',
      '👩‍💻 O’Neil',
      '$1 %s {{x}}',
    ]) {
      const { staffId } = await aPerson({ name })
      expect((await staff.getStaff(tenantId, staffId)).name).toBe(name)
    }
    const { staffId } = await aPerson({ name: ' a\0b\u001b\nc ' })
    expect((await staff.getStaff(tenantId, staffId)).name).toBe('ab c')
    await expectProblem(aPerson({ name: '\0' }), 'invalid-request')
  })

  it('are strangers to another company', async () => {
    const { staff, tenantId } = await aCompany(opened())
    const { staffId } = await (await aCompany(opened())).aPerson()
    await expectProblem(staff.getStaff(tenantId, staffId), 'not-found')
    await expectProblem(staff.changeStaff(tenantId, staffId, { name: 'x' }), 'not-found')
    await expectProblem(staff.resetPassword(tenantId, staffId), 'not-found')
    await expectProblem(staff.changeStaff(tenantId, '\0', {}), 'not-found')
    await expectProblem(staff.getStaff(tenantId, '\0'), 'not-found')
  })

  it('keep what a change does not name', async () => {
    const { staff, tenantId, aPerson } = await aCompany(opened())
    const person = await aPerson({ role: 'supervisor' })
    const changed = await staff.changeStaff(tenantId, person.staffId, { name: 'New', role: undefined })
    expect(changed).toEqual({ ...person.staff, name: 'New' })
  })

  it('include an active admin, always', async () => {
    const { staff, tenantId, adminId, aPerson } = await aCompany(opened())
    const id = await adminId()
    const second = await aPerson({ role: 'admin' })
    await staff.changeStaff(tenantId, second.staffId, { active: false })
    await expectProblem(staff.changeStaff(tenantId, id, { active: false }), 'last-admin')
    await expectProblem(staff.changeStaff(tenantId, id, { role: 'supervisor' }), 'last-admin')
    expect((await staff.changeStaff(tenantId, id, { name: 'Still here' })).role).toBe('admin')
    await staff.changeStaff(tenantId, second.staffId, { active: true })
    expect((await staff.changeStaff(tenantId, id, { role: 'staff' })).role).toBe('staff')
  })

  it('include an active admin also when all admins are let go at once', async () => {
    const { staff, another, tenantId, adminId, aPerson } = await aCompany(opened())
    for (let round = 0; round < 5; round++) {
      const first = await adminId()
      const others = [await aPerson({ role: 'admin' }), await aPerson({ role: 'admin' })]
      const all = [first, ...others.map(({ staffId }) => staffId)]
      const admins = (await staff.listStaff(tenantId)).filter(({ role, active }) => role === 'admin' && active)
      for (const { id } of admins) if (!all.includes(id)) await staff.changeStaff(tenantId, id, { role: 'staff' })
      const outcomes = await outcomesOf([
        staff.changeStaff(tenantId, all[0]!, { active: false }),
        another.changeStaff(tenantId, all[1]!, { role: 'staff' }),
        staff.changeStaff(tenantId, all[2]!, { role: 'supervisor', active: false }),
      ])
      expect(outcomes).toEqual(['done', 'done', 'last-admin'])
      await staff.changeStaff(tenantId, first, { role: 'admin', active: true })
    }
  })

  it('get a new password from an admin, which ends every sign-in of theirs', async () => {
    const { staff, tenantId, aPerson, signIn } = await aCompany(opened())
    const person = await aPerson()
    const { accessToken } = await person.signIn()
    const { password } = await staff.resetPassword(tenantId, person.staffId)
    await expectProblem(person.signIn(), 'wrong-credentials')
    await expectProblem(staff.verifyAccess(accessToken), 'not-signed-in')
    expect((await signIn(person.staff.email, password)).staff.id).toBe(person.staffId)
  })
})

onBothDatabases('changing the own password', (opened) => {
  it('ends every other sign-in and keeps this one', async () => {
    const { staff, signIn } = await aCompany(opened())
    const here = await signIn()
    const there = await signIn()
    const me = await staff.verifyAccess(here.accessToken)
    await staff.changePassword(me, { current: adminPassword, next: 'a new password' })
    expect(await staff.verifyAccess(here.accessToken)).toEqual(me)
    await expectProblem(staff.verifyAccess(there.accessToken), 'not-signed-in')
    await expectProblem(signIn(), 'wrong-credentials')
    expect((await signIn(adminEmail, 'a new password')).staff.id).toBe(me.staffId)
  })

  it('takes the current one, and not many guesses of it', async () => {
    const { staff, signIn } = await aCompany(opened())
    const me = await staff.verifyAccess((await signIn()).accessToken)
    const guess = () => staff.changePassword(me, { current: 'wrong', next: 'a new password' })
    for (let count = 0; count < 5; count++) await expectProblem(guess(), 'wrong-credentials')
    await expectProblem(guess(), 'too-many-attempts')
  })

  it('is done by one of two who do it at once', async () => {
    const { staff, another, signIn } = await aCompany(opened())
    const me = await staff.verifyAccess((await signIn()).accessToken)
    const outcomes = await outcomesOf([
      staff.changePassword(me, { current: adminPassword, next: 'one password' }),
      another.changePassword(me, { current: adminPassword, next: 'other password' }),
    ])
    expect(outcomes).toEqual(['done', 'wrong-credentials'])
  })
})
