import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { withTables } from '../../platform/database/database.ts'
import { aCompany, expectProblem, minute } from './staff.testing.ts'
import type { StaffTables } from './staff-tables.ts'

onBothDatabases('API keys', (opened) => {
  it('say whose they are, and are shown once', async () => {
    const { staff, tenantId } = await aCompany(opened())
    const { apiKey, key } = await staff.addApiKey(tenantId, { name: `<b>'"; --` })
    expect(key).toMatch(/^lx_.{30,}/)
    expect(apiKey).toMatchObject({ name: `<b>'"; --`, hint: key.slice(-4), lastUsedAt: null })
    const scopes = ['messages', 'knowledge.search']
    expect(await staff.verifyApiKey(key)).toEqual({ tenantId, keyId: apiKey.id, name: apiKey.name, scopes })
    const held = await withTables<StaffTables>(opened().database).selectFrom('api_keys').selectAll().execute()
    expect(JSON.stringify(held)).not.toContain(key.slice(3))
  })

  it('are refused when unknown, changed, removed, or not a key at all', async () => {
    const { staff, another, tenantId } = await aCompany(opened())
    const { apiKey, key } = await staff.addApiKey(tenantId, { name: 'shop' })
    for (const wrong of ['', 'lx_', `${key}x`, key.slice(0, -1), key.toUpperCase(), 'lx_\0'])
      await expectProblem(staff.verifyApiKey(wrong), 'not-signed-in')
    await staff.removeApiKey(tenantId, apiKey.id)
    await expectProblem(another.verifyApiKey(key), 'not-signed-in')
    await expectProblem(staff.removeApiKey(tenantId, apiKey.id), 'not-found')
    await expectProblem(staff.removeApiKey(tenantId, '\0'), 'not-found')
  })

  it('cannot be seen or removed by another company', async () => {
    const { staff, tenantId } = await aCompany(opened())
    const other = await aCompany(opened())
    const { apiKey, key } = await staff.addApiKey(tenantId, { name: 'shop' })
    expect(await other.staff.listApiKeys(other.tenantId)).toEqual([])
    await expectProblem(other.staff.removeApiKey(other.tenantId, apiKey.id), 'not-found')
    expect(await staff.verifyApiKey(key)).toMatchObject({ tenantId })
  })

  it('are for what they were made or changed for, each thing once, from the next request on', async () => {
    const { staff, another, tenantId } = await aCompany(opened())
    const { apiKey, key } = await staff.addApiKey(tenantId, { name: 'reader', scopes: ['tickets.open', 'messages'] })
    expect(apiKey.scopes).toEqual(['messages', 'tickets.open'])
    const scopes = ['conversations.read', 'conversations.read'] as const
    const changed = await staff.changeApiKey(tenantId, apiKey.id, { scopes: [...scopes] })
    expect(changed).toEqual({ ...apiKey, scopes: ['conversations.read'] })
    expect(await another.verifyApiKey(key)).toMatchObject({ scopes: ['conversations.read'], name: 'reader' })
    expect(await staff.changeApiKey(tenantId, apiKey.id, { name: 'writer' })).toMatchObject({
      name: 'writer',
      scopes: changed.scopes,
    })
    expect(await staff.changeApiKey(tenantId, apiKey.id, {})).toMatchObject({ name: 'writer' })
    const other = await aCompany(opened())
    await expectProblem(other.staff.changeApiKey(other.tenantId, apiKey.id, { scopes: [] }), 'not-found')
  })

  it('remember to the minute when they were last used', async () => {
    const { staff, tenantId, clock } = await aCompany(opened())
    const { key } = await staff.addApiKey(tenantId, { name: 'shop' })
    const used = async () => {
      await staff.verifyApiKey(key)
      return (await staff.listApiKeys(tenantId))[0]!.lastUsedAt
    }
    expect(await used()).toBe('2026-01-05T08:00:00.000Z')
    clock.move(minute - 1)
    expect(await used()).toBe('2026-01-05T08:00:00.000Z')
    clock.move(1)
    expect(await used()).toBe('2026-01-05T08:01:00.000Z')
  })
})
