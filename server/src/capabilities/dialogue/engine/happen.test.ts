import { expect, test } from 'vitest'
import { both, fill, label, talkIn } from './engine.testing.ts'
import { lengthOf } from '@lingxi/contract/duration'

const order = { type: 'text', label: label('order'), ask: label('order?') }
const event = (name: string, fields: Record<string, unknown> = {}) => ({ kind: 'event', name, fields }) as const
const parcel = talkOf({ event: 'delivered', within: 'PT2H' })

function talkOf(wait: object) {
  const steps = [
    { id: 'w', wait, otherwise: 'late' },
    { id: 'here', say: label('here, {{ event.where }}'), next: 'end' },
    { id: 'late', say: label('late') },
  ]
  const other = { name: both('别的', 'other'), steps: [{ id: 'a', collect: 'order' }] }
  return () => talkIn({ slots: { order }, flows: { parcel: { name: label('parcel'), steps }, other } })
}

test('a flow waits for its event, and goes on with what it tells', () => {
  const talk = parcel()
  talk.start('parcel')
  expect(talk.progress?.stack).toMatchObject([{ waits: 'event', until: '2026-11-28T12:00:00.000Z' }])
  talk.happen(event('paid'))
  expect(talk.last.kind).toBe('none')
  expect(talk.happen(event('delivered', { where: 'door' }))).toBe('here, door')
  expect(talk.progress).toBeNull()
})

test('the time is up: it goes the other way', () => {
  const talk = parcel()
  talk.start('parcel')
  expect(talk.later(1)).toBe('')
  expect(talk.later(2)).toBe('late')
  expect(talk.why?.taken[0]).toEqual({ flow: 'parcel', step: 'w', branch: 'otherwise' })
})

test('an event comes first to what waits for it below, and the open question is put again', () => {
  const talk = parcel()
  talk.start('parcel')
  talk.start('other')
  expect(talk.happen(event('delivered', { where: 'door' }))).toMatch(/^here, door\n[^]*order\?$/)
  talk.hear(fill('order', '1'))
  expect(talk.progress).toBeNull()
})

test('an event begins the flows that it triggers, if their guards and conditions let it', () => {
  const said = (flow: string) => ({ name: label(flow), steps: [{ id: 's', say: label(`${flow} {{ event.sum }}`) }] })
  const big = { ...said('big'), triggers: [{ event: 'paid', if: 'event.sum > 100' }] }
  const gold = { ...said('gold'), if: 'customer.tier == "gold"', triggers: [{ event: 'paid' }] }
  const talk = talkIn({ flows: { big, gold } })
  expect(talk.happen(event('paid', { sum: 200 }))).toBe('big 200')
  expect(talk.why?.weighed).toMatchObject([{ policy: 'triggered-flow', of: 'big' }])
  talk.happen(event('paid', { sum: 20 }))
  expect(talk.last.kind).toBe('none')
})

test.each([
  ['PT15M', 900_000],
  ['P1DT1H', 90_000_000],
  ['P1W', 604_800_000],
  ['P1M', 2_592_000_000],
  ['PT1.5S', 1500],
])('%s is %d ms', (duration, milliseconds) => {
  expect(lengthOf(duration)).toBe(milliseconds)
})
