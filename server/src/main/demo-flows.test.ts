import { checkFlows } from '@lingxi/contract/flow-checks'
import { expect, it } from 'vitest'
import { expressionFault } from '#dialogue'
import { aCompanyWithFlows } from '../capabilities/flows/flows.testing.ts'
import { onBothDatabases } from '../platform/database/database.testing.ts'
import { silentLog } from '../platform/log/log.ts'
import { loadDemoFlows, readDemoFlows } from './demo-flows.ts'

it('makes sense together', () => {
  expect(checkFlows(readDemoFlows(), { expressionFault })).toEqual([])
})

onBothDatabases('the flows of the demo', (opened) => {
  it('are taken into a company without any, published, and not taken again', async () => {
    const { flows, tenantId, publish } = aCompanyWithFlows(opened())
    const load = () => loadDemoFlows(tenantId, { flows, log: silentLog })
    await load()
    const { version, set } = await flows.flowsFor(tenantId, 'cus_1')
    expect([version, Object.keys(set.flows)]).toEqual([1, Object.keys(readDemoFlows().flows).toSorted()])
    await publish()
    await load()
    expect((await flows.live(tenantId)).version).toBe(2)
  })
})
