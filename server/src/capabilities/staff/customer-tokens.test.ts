import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aCompany, expectProblem, minute } from './staff.testing.ts'

const days = 24 * 60 * minute

onBothDatabases("a customer's web session", (opened) => {
  it('is known by its token in every process for 90 days', async () => {
    const { staff, another, tenantId, clock } = await aCompany(opened())
    const token = await staff.issueCustomerToken(tenantId, `访客 '1"`)
    clock.move(90 * days - 1000)
    expect(await another.verifyCustomerToken(token)).toEqual({ tenantId, externalId: `访客 '1"` })
    clock.move(1000)
    await expectProblem(another.verifyCustomerToken(token), 'not-signed-in')
  })

  it('is not opened by the tokens of staff, nor by tampered ones', async () => {
    const { staff, tenantId, signIn } = await aCompany(opened())
    const { accessToken, refreshToken } = await signIn()
    const [header, , signature] = (await staff.issueCustomerToken(tenantId, 'one')).split('.')
    const body = (await staff.issueCustomerToken(tenantId, 'two')).split('.')[1]
    for (const wrong of [accessToken, refreshToken, `${header}.${body}.${signature}`, '', 'x.y.z'])
      await expectProblem(staff.verifyCustomerToken(wrong), 'not-signed-in')
  })
})
