import { expect, it } from 'vitest'
import { type Audience, keeper, mayRead, type Reader, visitor } from './audience.ts'

const audiences: Audience[] = [
  { kind: 'public' },
  { kind: 'customers' },
  { kind: 'tiers', tiers: ['gold', 'black'] },
  { kind: 'staff', groups: [] },
  { kind: 'staff', groups: ['finance'] },
]
const signedIn: Reader = { kind: 'customer', signedIn: true, tier: null }
const readable = (reader: Reader) => audiences.map((audience) => mayRead(reader, audience))

it('lets each reader see what is for them, and nothing more', () => {
  expect(readable(visitor)).toEqual([true, false, false, false, false])
  expect(readable({ ...visitor, tier: 'gold' } as Reader)).toEqual([true, false, false, false, false])
  expect(readable(signedIn)).toEqual([true, true, false, false, false])
  expect(readable({ ...signedIn, tier: 'gold' } as Reader)).toEqual([true, true, true, false, false])
  expect(readable({ ...signedIn, tier: 'staff' } as Reader)).toEqual([true, true, false, false, false])
  expect(readable({ kind: 'staff', groups: [] })).toEqual([true, true, true, true, false])
  expect(readable({ kind: 'staff', groups: ['finance'] })).toEqual([true, true, true, true, true])
  expect(readable(keeper)).toEqual([true, true, true, true, true])
})
