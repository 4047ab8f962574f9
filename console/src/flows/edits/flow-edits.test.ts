import type { Flow, FlowStep } from '@lingxi/contract/flow'
import { describe, expect, it } from 'vitest'
import { moved, withAt } from './at-place.ts'
import { edgesOf } from './flow-edges.ts'
import { addOnEdge, addStep, connect, moveStep, pasteSteps, removeSteps, renameStep } from './flow-edits.ts'

const say = (id: string, more: Partial<FlowStep> = {}) => ({ id, say: { en: id }, ...more }) as FlowStep
const flowOf = (...steps: FlowStep[]): Flow => ({ name: { en: 'A flow' }, steps })
const ways = (flow: Flow) => edgesOf(flow).map(({ from, at, to }) => `${from} ${at} ${to}`)

describe('edits of a flow', () => {
  const branch: FlowStep = { id: 'fork', branch: [{ if: 'true', then: 'late' }] }
  const flow = flowOf(say('begin'), branch, say('early', { next: 'end' }), say('late'))

  it('tells every way with what it is called', () => {
    expect(ways(flow)).toEqual([
      'begin next fork',
      'fork else early',
      'fork branch.0.then late',
      'early next end',
      'late next end',
    ])
    const confirm: FlowStep = { id: 'sure', confirm: { en: 'Sure?' } }
    expect(ways(flowOf(confirm, say('done')))).toEqual(['sure next done', 'sure no end', 'done next end'])
    expect(ways(flowOf({ id: 'over', hand_over: { reason: 'asked' } }))).toEqual([])
  })
  it('puts a step below another, and what followed follows the new one', () => {
    expect(ways(addStep(flowOf(say('a'), say('b')), say('new'), 'a'))).toEqual([
      'a next new',
      'new next b',
      'b next end',
    ])
    expect(addStep(flowOf(say('a')), say('new'), null).steps.map(({ id }) => id)).toEqual(['a', 'new'])
  })
  it('puts a step onto a named way, and nothing else is led into it', () => {
    const edge = edgesOf(flow).find(({ at }) => at === 'branch.0.then')!
    expect(ways(addOnEdge(flow, say('new'), edge))).toEqual([
      'begin next fork',
      'fork branch.0.then new',
      'fork else early',
      'new next late',
      'early next end',
      'late next end',
    ])
  })
  it('leads whoever led to what is removed to what followed it', () => {
    expect(ways(removeSteps(flow, ['late']))).toContain('fork branch.0.then end')
    expect(ways(removeSteps(flowOf(say('a'), say('b', { next: 'd' }), say('c'), say('d')), ['b']))).toEqual([
      'a next d',
      'c next d',
      'd next end',
    ])
    expect(removeSteps(flowOf(say('a')), ['a']).steps).toHaveLength(1)
  })
  it('gives a step another id wherever it is led to', () => {
    expect(ways(renameStep(flow, 'late', 'later'))).toContain('fork branch.0.then later')
  })
  it('pastes under new ids, ways among the copies stay among them', () => {
    const { flow: pasted, ids } = pasteSteps(flow, [branch, say('late')], 'late')
    expect(ids).toEqual(['fork_2', 'late_2'])
    expect(ways(pasted)).toContain('fork_2 branch.0.then late_2')
    // A way to what is not here is not named.
    expect(pasteSteps(flowOf(say('a')), [say('b', { next: 'elsewhere' })], null).flow.steps[1]).not.toHaveProperty(
      'next',
    )
  })
  it('moves a step without leading anybody elsewhere, and writes nothing that the order says', () => {
    const three = flowOf(say('a'), say('b'), say('c'))
    const after = moveStep(three, 'c', -1)
    expect(after.steps.map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(new Set(ways(after))).toEqual(new Set(ways(three)))
    expect(moveStep(after, 'c', 1)).toEqual(expect.objectContaining({ name: three.name }))
    expect(moveStep(three, 'a', -1)).toBe(three)
  })
  it('leads a way elsewhere, or takes its name away', () => {
    expect(ways(connect(flow, { from: 'fork', at: 'else' }, 'late'))).toContain('fork else late')
    expect(connect(flow, { from: 'early', at: 'next' }, null).steps[2]).not.toHaveProperty('next')
  })
})

describe('values inside of values', () => {
  it('changes one place, keeps the order of the rest, and leaves what was there', () => {
    const before = { a: { b: [1, 2] }, c: 3 }
    expect(JSON.stringify(withAt(before, 'a.b.1', 5))).toBe('{"a":{"b":[1,5]},"c":3}')
    expect(withAt(before, 'c', undefined)).toEqual({ a: { b: [1, 2] } })
    expect(before.a.b[1]).toBe(2)
    expect(moved(['a', 'b'], 1, -1)).toEqual(['b', 'a'])
  })
})
