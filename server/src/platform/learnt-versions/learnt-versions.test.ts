import { expect, it } from 'vitest'
import { withTables } from '../database/database.ts'
import { onBothDatabases } from '../database/database.testing.ts'
import { systemIds } from '../ids/ids.ts'
import { createLearntVersions } from './learnt-versions.ts'

const at = '2026-01-01T00:00:00.000Z'
const learnt = { learnt: { weight: 1 }, figures: { helps: true } }

onBothDatabases('versions of what was learnt for a company', (opened) => {
  const open = () =>
    createLearntVersions<{ weight: number }, { helps: boolean }>(withTables(opened().database), 'word_relations')

  async function withVersions(count: number) {
    const tenantId = systemIds.next('tnt')
    const store = open()
    for (let version = 1; version <= count; version++) {
      await store.request(tenantId, at)
      await store.record(tenantId, version, learnt)
    }
    const atWork = async () => (await store.list(tenantId)).filter(({ active }) => active).map(({ version }) => version)
    return { tenantId, store, atWork }
  }

  it('are put to work by several processes at once, and one of them is at work then', async () => {
    const { tenantId, atWork } = await withVersions(4)
    for (let round = 0; round < 40; round++) {
      const wanted = [1, 2, 3].map((each) => ((round + each) % 4) + 1)
      await Promise.all(wanted.map((version) => open().activate(tenantId, version)))
      const [one, ...more] = await atWork()
      expect([wanted.includes(one!), more]).toEqual([true, []])
    }
  })

  it('stay as they are where a version is wanted that was not learnt', async () => {
    const { tenantId, store, atWork } = await withVersions(1)
    await store.activate(tenantId, 1)
    expect(await store.activate(tenantId, 7)).toBe(false)
    expect(await atWork()).toEqual([1])
    expect(await store.activate(tenantId, null)).toBe(true)
    expect(await atWork()).toEqual([])
  })
})
