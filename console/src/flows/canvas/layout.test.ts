import type { Flow, FlowStep } from '@lingxi/contract/flow'
import { describe, expect, it } from 'vitest'
import { endOf, neighbour, placesOf, sizeOf } from './layout.ts'

const say = (id: string, more: Partial<FlowStep> = {}) => ({ id, say: { en: id }, ...more }) as FlowStep
const flow: Flow = {
  name: { en: 'A flow' },
  steps: [
    say('begin'),
    {
      id: 'fork',
      branch: [
        { if: 'true', then: 'late' },
        { if: 'false', then: 'begin' },
      ],
    },
    say('early', { next: 'end' }),
    say('late'),
    say('alone', { next: 'nowhere' }),
  ],
}

describe('the picture of a flow', () => {
  it('puts what follows below, and nothing onto another', () => {
    const places = placesOf(flow)
    expect(places.get('fork')!.y).toBeGreaterThan(places.get('begin')!.y)
    expect(places.get('late')!.y).toBeGreaterThan(places.get('fork')!.y)
    expect(places.has(endOf('early'))).toBe(true)
    const boxes = flow.steps.map((step) => ({ ...places.get(step.id)!, ...sizeOf(step) }))
    for (const [index, one] of boxes.entries())
      for (const other of boxes.slice(index + 1)) {
        const meetsAcross = one.x < other.x + other.width && other.x < one.x + one.width
        const meetsDown = one.y < other.y + other.height && other.y < one.y + one.height
        expect(meetsAcross && meetsDown).toBe(false)
      }
  })
  it('leaves steps where people put them, and the others go along', () => {
    const moved: Flow = {
      ...flow,
      steps: flow.steps.map((step, index) => (index === 0 ? { ...step, place: { x: 900, y: 500 } } : step)),
    }
    const [before, after] = [placesOf(flow), placesOf(moved)]
    expect(after.get('begin')).toEqual({ x: 900, y: 500 })
    const shift = 900 - before.get('begin')!.x
    expect(after.get('fork')!.x - before.get('fork')!.x).toBe(shift)
    expect(after.get(endOf('early'))!.x - before.get(endOf('early'))!.x).toBe(shift)
  })
  it('is the same each time, and quick for the longest flow there may be', () => {
    expect(placesOf(flow)).toEqual(placesOf(structuredClone(flow)))
    const long: Flow = { ...flow, steps: Array.from({ length: 500 }, (_, index) => say(`s${index}`)) }
    expect(placesOf(long).size).toBe(501)
  })
  it('goes to the nearest step in a direction', () => {
    const places = new Map([
      ['a', { x: 0, y: 0 }],
      ['below', { x: 10, y: 100 }],
      ['aside', { x: 300, y: 5 }],
    ])
    expect(neighbour(places, 'a', 'down')).toBe('below')
    expect(neighbour(places, 'a', 'right')).toBe('aside')
    expect(neighbour(places, 'a', 'up')).toBeUndefined()
    expect(neighbour(places, 'below', 'up')).toBe('a')
  })
})
