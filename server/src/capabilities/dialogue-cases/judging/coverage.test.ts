import type { StepTaken } from '@lingxi/contract/dialogue'
import { FlowSet } from '@lingxi/contract/flow'
import { expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'

const text = (en: string) => ({ en })
const set = FlowSet.parse({
  slots: { tier: { type: 'text', label: text('tier'), ask: text('Which?') } },
  tables: {
    fee: {
      name: text('Fee'),
      inputs: ['tier'],
      rows: [
        { when: { tier: { among: ['gold'] } }, then: { tier: 'free' } },
        { when: {}, then: { tier: 'paid' } },
      ],
    },
  },
  flows: {
    one: {
      name: text('One'),
      steps: [
        { id: 'which', branch: [{ if: 'true', then: 'ask' }], else: 'look' },
        { id: 'ask', ask: text('?'), quick_replies: [{ label: text('a') }, { label: text('b'), then: 'look' }] },
        { id: 'sure', confirm: text('Sure?') },
        { id: 'look', action: 'find', refused: 'no', failed: 'end' },
        { id: 'wait', wait: { within: 'PT1H' }, otherwise: 'fee' },
        { id: 'fee', decide: 'fee', next: 'end' },
        { id: 'no', say: text('No.') },
      ],
    },
    other: { name: text('Other'), steps: [{ id: 'hi', say: text('Hi') }] },
  },
})
const step = (name: string, branch?: string): StepTaken => {
  const [flow, id] = name.split('.')
  return { flow: flow!, step: id!, ...(branch !== undefined && { branch }) }
}
const missingIn = (talks: StepTaken[][]) =>
  coverageOf(set, talks).flows[0]!.missingBranches.map(({ step: id, at }) => `${id} ${at}`)

it('knows the ways by which steps are left, and finds none taken where nobody talked', () => {
  const { flows, stepCoverage, branchCoverage } = coverageOf(set, [])
  expect([stepCoverage, branchCoverage]).toEqual([0, 0])
  expect(flows.map(({ flow, steps, branches }) => [flow, steps, branches])).toEqual([
    ['one', 7, 10],
    ['other', 1, 0],
  ])
  expect(missingIn([])).toEqual([
    'which branch.0.then',
    'which else',
    'ask quick_replies.0.then',
    'ask quick_replies.1.then',
    'sure next',
    'sure no',
    'look refused',
    'wait otherwise',
    'fee rows.0',
    'fee rows.1',
  ])
})

it('takes a way for taken where the log names it, and what an action refused by the step that follows', () => {
  const talks = [
    [step('one.which', '0'), step('one.ask'), step('one.ask', '1'), step('one.look'), step('other.hi'), step('one.no')],
    [step('one.which', 'else'), step('one.sure', 'yes'), step('one.look'), step('one.wait', 'otherwise')],
    [step('one.fee', '1'), step('one.sure', 'no')],
  ]
  expect(missingIn(talks)).toEqual(['ask quick_replies.0.then', 'fee rows.0'])
  expect(coverageOf(set, talks)).toMatchObject({ stepCoverage: 1, branchCoverage: 0.8 })
  // From one talk to the next nothing follows.
  expect(missingIn([[step('one.look')], [step('one.no')]])).toContain('look refused')
})

it('takes no notice of flows and steps that are not there any more', () => {
  expect(coverageOf(set, [[step('gone.a', '0'), step('one.gone', '1')]])).toMatchObject({ stepCoverage: 0 })
  expect(coverageOf(FlowSet.parse({}), [])).toEqual({ flows: [], stepCoverage: 1, branchCoverage: 1 })
})
