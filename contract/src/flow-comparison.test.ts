import { expect, it } from 'vitest'
import { FlowSet } from './flow.ts'
import { changedParts, compareFlows } from './flow-comparison.ts'

const name = { zh: '退货' }
const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, say: { zh: id } }))
const setOf = (some: object[], more = {}) => FlowSet.parse({ flows: { one: { name, steps: some } }, ...more })
const stepsIn = (some: object[]) => compareFlows(setOf(steps), setOf(some))[0]?.steps ?? []
const brief = (some: object[]) => stepsIn(some).map(({ id, change }) => `${change} ${id}`)

it('tells nothing of what is the same, in whatever order its keys stand', () => {
  const [first, ...rest] = steps
  expect(compareFlows(setOf(steps), setOf([{ say: { zh: 'a' }, id: first!.id }, ...rest]))).toEqual([])
})

it('tells which steps came, went, moved or say something else, with the words before and after', () => {
  const [a, b, c, d] = steps
  expect(brief([a!, c!, d!])).toEqual(['removed b'])
  expect(brief([b!, c!, d!, a!])).toEqual(['moved a'])
  expect(brief([a!, { id: 'x', say: { zh: 'x' } }, b!, c!])).toEqual(['added x', 'removed d'])
  expect(stepsIn([a!, { ...b!, say: { zh: 'b', en: 'B' }, next: 'd' }, c!, d!])).toEqual([
    {
      id: 'b',
      change: 'changed',
      fields: [
        { at: 'say.en', before: null, after: 'B' },
        { at: 'next', before: null, after: 'd' },
      ],
    },
  ])
  expect(stepsIn([{ ...a!, say: { zh: '你好' } }, b!, c!, d!])).toEqual([
    { id: 'a', change: 'changed', fields: [{ at: 'say.zh', before: 'a', after: '你好' }] },
  ])
})

it('tells whole parts, and what is otherwise in slots and tables', () => {
  const slot = { type: 'choice', label: name, ask: name, choices: [{ value: 'red', label: name }] }
  const before = setOf(steps, { slots: { colour: slot, constructor: slot } })
  const after = setOf(steps, {
    slots: { colour: { ...slot, choices: [...slot.choices, { value: 'blue', label: name }] } },
  })
  const [changed, removed] = compareFlows(before, after)
  expect(changed).toMatchObject({ kind: 'slot', name: 'colour', change: 'changed', steps: [] })
  expect(changed!.fields.map(({ at }) => at)).toEqual(['choices'])
  expect(removed).toMatchObject({ kind: 'slot', name: 'constructor', change: 'removed' })
  expect(changedParts(FlowSet.parse({}), before)).toEqual({
    added: [
      { kind: 'flow', name: 'one' },
      { kind: 'slot', name: 'colour' },
      { kind: 'slot', name: 'constructor' },
    ],
    changed: [],
    removed: [],
  })
})
