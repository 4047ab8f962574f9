import { expect, it } from 'vitest'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { silentLog } from '../../platform/log/log.ts'
import { defaultSettings } from './default-settings.ts'
import { aCompany, adminEmail, adminPassword, expectProblem } from './staff.testing.ts'
import { createStaff } from './staff.ts'

onBothDatabases('preparing an installation', (opened) => {
  const start = () =>
    createStaff({ database: opened().database, clock: createFakeClock(), ids: systemIds, log: silentLog })
  const from = '10.0.0.1'

  it('makes the company tnt_main and an admin whose password is generated once', async () => {
    const staff = start()
    const first = await staff.prepareInstallation({ adminEmail: ' Boss@Example.com ' })
    expect(first).toMatchObject({ tenantId: 'tnt_main', created: true })
    expect(first.generatedPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect(await staff.prepareInstallation({ adminEmail: 'boss@example.com' })).toEqual({
      tenantId: 'tnt_main',
      created: false,
    })
    const { staff: boss } = await staff.signIn('tnt_main', {
      email: 'BOSS@example.com',
      password: first.generatedPassword!,
      from,
    })
    expect(boss).toMatchObject({ email: 'boss@example.com', role: 'admin', active: true })
    expect(await staff.getSettings('tnt_main')).toEqual(defaultSettings)
  })

  it('is done once when several processes start at once', async () => {
    const tenantId = systemIds.next('tnt')
    const outcomes = await Promise.all(
      [start(), start(), start(), start()].map((staff) => staff.prepareInstallation({ tenantId, adminEmail })),
    )
    expect(outcomes.filter(({ created }) => created)).toHaveLength(1)
    expect(outcomes.filter(({ generatedPassword }) => generatedPassword)).toHaveLength(1)
    expect(await start().listStaff(tenantId)).toHaveLength(1)
  })

  it('takes the settings handed in for a new company, and leaves those of an old one', async () => {
    const tenantId = systemIds.next('tnt')
    const defaults = { ...defaultSettings, companyName: '云杉小铺' }
    await start().prepareInstallation({ tenantId, adminEmail, defaults })
    await start().prepareInstallation({ tenantId, adminEmail, defaults: defaultSettings })
    expect((await start().getSettings(tenantId)).companyName).toBe('云杉小铺')
  })

  it('lets the operator back in with a password given at start, and ends what the old one opened', async () => {
    const { staff, tenantId, signIn } = await aCompany(opened())
    const { accessToken } = await signIn()
    const adminPassword = 'another password'
    expect(await staff.prepareInstallation({ tenantId, adminEmail, adminPassword })).toEqual({
      tenantId,
      created: false,
    })
    await expectProblem(staff.verifyAccess(accessToken), 'not-signed-in')
    await expectProblem(signIn(), 'wrong-credentials')
    expect((await signIn(adminEmail, adminPassword)).staff.role).toBe('admin')
  })

  it('leaves sign-ins alone when the password given at start is the one there is', async () => {
    const { staff, tenantId, signIn } = await aCompany(opened())
    const { accessToken } = await signIn()
    await staff.prepareInstallation({ tenantId, adminEmail, adminPassword })
    expect(await staff.verifyAccess(accessToken)).toMatchObject({ role: 'admin' })
  })

  it('makes a demoted or inactive operator an active admin again', async () => {
    const { staff, tenantId, signIn, aPerson, adminId } = await aCompany(opened())
    await aPerson({ role: 'admin' })
    await staff.changeStaff(tenantId, await adminId(), { role: 'staff', active: false })
    await staff.prepareInstallation({ tenantId, adminEmail, adminPassword })
    expect((await signIn()).staff).toMatchObject({ role: 'admin', active: true })
  })

  it('adds the account of a new address when a password is given for it', async () => {
    const { staff, tenantId, signIn } = await aCompany(opened())
    const wish = { tenantId, adminEmail: 'second@example.com', adminPassword: 'second password' }
    expect(await staff.prepareInstallation(wish)).toEqual({ tenantId, created: false })
    expect((await signIn('second@example.com', 'second password')).staff.role).toBe('admin')
  })
})
