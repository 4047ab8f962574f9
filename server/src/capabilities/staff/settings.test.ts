import { Settings } from '@lingxi/contract/staff'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import type { StaffChange } from './changes.ts'
import { defaultSettings } from './default-settings.ts'
import { aCompany, expectProblem, minute } from './staff.testing.ts'

const changed = { ...defaultSettings, companyName: `云杉 <b>'"; $1 --`, greeting: { zh: '你好\n再见', en: '👋' } }

it('the settings of a nameless company keep their own contract', () => {
  expect(Settings.parse(defaultSettings)).toEqual(defaultSettings)
})

onBothDatabases('settings', (opened) => {
  it('are kept as they were typed, and known at once where they were changed', async () => {
    const { staff, tenantId } = await aCompany(opened())
    const told: StaffChange[] = []
    const end = staff.onChange((change) => told.push(change))
    expect(await staff.getSettings(tenantId)).toEqual(defaultSettings)
    expect(await staff.changeSettings(tenantId, changed)).toEqual(changed)
    expect(await staff.getSettings(tenantId)).toEqual(changed)
    end()
    await staff.changeSettings(tenantId, defaultSettings)
    expect(told).toEqual([{ kind: 'settings', tenantId }])
  })

  it('are known elsewhere when told, and in any case after a minute', async () => {
    const { staff, another, tenantId, clock } = await aCompany(opened())
    await another.getSettings(tenantId)
    await staff.changeSettings(tenantId, changed)
    expect(await another.getSettings(tenantId)).toEqual(defaultSettings)
    expect(await another.reloadSettings(tenantId)).toEqual(changed)
    await staff.changeSettings(tenantId, defaultSettings)
    clock.move(minute)
    expect(await another.getSettings(tenantId)).toEqual(defaultSettings)
  })

  it('lose what a database cannot hold, and are refused when nothing is left', async () => {
    const { staff, tenantId } = await aCompany(opened())
    const settings = await staff.changeSettings(tenantId, { ...changed, botName: 'a\0b\ud83d' })
    expect(settings.botName).toBe('ab\ufffd')
    await expectProblem(staff.changeSettings(tenantId, { ...changed, botName: '\0' }), 'invalid-request')
  })

  it('change in what is named alone, however many change something else at once', async () => {
    const { staff, another, tenantId } = await aCompany(opened())
    for (let round = 0; round < 20; round++) {
      const [botName, companyName] = [`bot ${round}`, `company ${round}`]
      const helpCentre = { ...defaultSettings.helpCentre, enabled: round % 2 === 0 }
      await Promise.all([
        staff.changeSettings(tenantId, { botName }),
        another.changeSettings(tenantId, { companyName }),
        another.changeSettings(tenantId, { helpCentre }),
      ])
      const expected = { ...defaultSettings, botName, companyName, helpCentre }
      expect(await staff.reloadSettings(tenantId)).toEqual(expected)
    }
    expect(await staff.changeSettings(tenantId, {})).toMatchObject({ botName: 'bot 19' })
  })

  it('are those of a company that exists', async () => {
    const { staff } = await aCompany(opened())
    await expectProblem(staff.getSettings('tnt_none'), 'not-found')
    await expectProblem(staff.changeSettings('tnt_none', changed), 'not-found')
  })
})
