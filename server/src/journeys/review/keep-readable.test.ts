import type { Audience } from '@lingxi/contract/audience'
import { expect, test } from 'vitest'
import { createKeepReadable } from './keep-readable.ts'

const articles: { id: string; audience: Audience }[] = [
  { id: 'open', audience: { kind: 'public' } },
  { id: 'all', audience: { kind: 'staff', groups: [] } },
  { id: 'group', audience: { kind: 'staff', groups: ['退款组'] } },
]
const keepReadable = createKeepReadable({ knowledge: { findAll: async () => articles } })
const said = [['open'], ['all'], ['group'], ['open', 'group'], ['gone']]
const read = (role: string, ...groups: string[]) =>
  keepReadable({ tenantId: 'tnt_1', role, groups }, said, (each) => each)

test('what is about articles of a group is for that group, and for those who keep the knowledge', async () => {
  expect(await read('staff')).toEqual([['open'], ['all']])
  expect(await read('staff', '退款组')).toEqual([['open'], ['all'], ['group'], ['open', 'group']])
  expect(await read('supervisor')).toEqual(said)
})
