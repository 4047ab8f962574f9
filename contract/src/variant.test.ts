import { expect, test } from 'vitest'
import { chooseVariant, nameVariant, type Situation } from './variant.ts'

const anyone = { channels: [], tiers: [], regions: [], from: null, until: null }
const nowhere: Situation = { channel: null, tier: null, region: null, at: Date.parse('2026-11-28T00:00:00Z') }
const variants = (...whens: Partial<Record<keyof typeof anyone, string[] | string>>[]) =>
  whens.map((when) => ({ when: { ...anyone, ...when } as never }))

test('a variant is chosen by channel, tier, region and date, letters and widths of letters alike', () => {
  const all = variants(
    { channels: ['web'] },
    { tiers: ['Gold'] },
    { regions: ['ＥＵ'] },
    { from: '2027-01-01T00:00:00Z' },
  )
  expect(chooseVariant(all, nowhere)).toBeUndefined()
  expect(chooseVariant(all, { ...nowhere, channel: 'web' })).toBe(0)
  expect(chooseVariant(all, { ...nowhere, tier: 'gold' })).toBe(1)
  expect(chooseVariant(all, { ...nowhere, region: 'eu ' })).toBe(2)
  expect(chooseVariant(all, { ...nowhere, at: Date.parse('2027-01-01T00:00:00Z') })).toBe(3)
})

test('all of its conditions have to hold, and its time ends with its last moment', () => {
  const all = variants({ channels: ['web', 'rest'], tiers: ['gold'], until: '2026-12-01T00:00:00Z' })
  const gold = { ...nowhere, channel: 'rest', tier: 'gold' }
  expect(chooseVariant(all, gold)).toBe(0)
  expect(chooseVariant(all, { ...gold, tier: 'silver' })).toBeUndefined()
  expect(chooseVariant(all, { ...gold, channel: 'openai' })).toBeUndefined()
  expect(chooseVariant(all, { ...gold, at: Date.parse('2026-12-01T00:00:00Z') })).toBeUndefined()
})

test('of several that fit, the one that asks for most is chosen, and of those the first', () => {
  const all = variants(
    { channels: ['web'] },
    { channels: ['web'], regions: ['香港'] },
    { tiers: ['gold'], regions: ['香港'] },
  )
  expect(chooseVariant(all, { ...nowhere, channel: 'web', tier: 'gold', region: '香港' })).toBe(1)
  expect(chooseVariant(all, { ...nowhere, channel: 'web', tier: 'gold' })).toBe(0)
})

test('a variant is named by its conditions', () => {
  const [first, second] = variants({ channels: ['web'], regions: ['香港'], from: '2026-11-01T00:00:00Z' }, {})
  expect(nameVariant([first!, second!], 0)).toEqual({
    place: 0,
    name: 'web · 香港 · 2026-11-01–',
    by: ['channel', 'region', 'time'],
  })
  expect(nameVariant([first!, second!], 1)).toEqual({ place: 1, name: '#2', by: [] })
})
