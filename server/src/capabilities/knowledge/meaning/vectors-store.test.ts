import { expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { systemIds } from '../../../platform/ids/ids.ts'
import { createVectorsStore } from './vectors-store.ts'

const model = 'a-model'

onBothDatabases('vectors of passages', (opened) => {
  it('are kept by several processes at once, in whichever order each has made them', async () => {
    const tenantId = systemIds.next('tnt')
    const ids = Array.from({ length: 400 }, (_, number) => `psg_${number}`)
    for (let round = 0; round < 15; round++) {
      const vector = Float32Array.of(round, 1)
      const made = ids.map((id) => ({ id, hash: `${round}`, vector }))
      const orders = [made, made.toReversed(), made.slice(200).concat(made.slice(0, 200))]
      await Promise.all(orders.map((each) => createVectorsStore(opened().database).put(tenantId, model, each)))
      const kept = await createVectorsStore(opened().database).find(tenantId, model, ids)
      expect([kept.length, new Set(kept.map(({ hash }) => hash))]).toEqual([400, new Set([`${round}`])])
    }
  })
})
