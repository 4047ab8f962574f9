import type { FlowSet } from '@lingxi/contract/flow'
import { expect, it } from 'vitest'
import { findingsOf, incompleteIn } from './live-findings.ts'

const set: FlowSet = { flows: {}, slots: {}, tables: {} }
const flow = (...steps: object[]) => ({
  kind: 'flow' as const,
  name: 'one',
  content: { name: { en: 'One' }, triggers: [{ event: 'e' }], steps: steps as never },
})
const codes = (findings: { code: string; step: string | null; at: string }[]) =>
  findings.map(({ code, step, at }) => `${code} ${step} ${at}`)

it('says where something is not filled in, by the step and its key', () => {
  expect(incompleteIn(flow({ id: 'a', say: { en: 'Hello' } }))).toEqual([])
  expect(codes(incompleteIn(flow({ id: 'a', say: {} }, { id: 'b', branch: [{ if: '', then: 'end' }] })))).toEqual([
    'incomplete a say',
    'incomplete b branch.0.if',
  ])
  expect(
    codes(incompleteIn({ kind: 'slot', name: 's', content: { type: 'text', label: {}, ask: { en: 'Which?' } } })),
  ).toEqual(['incomplete null label'])
})

it('finds what is wrong beside the rest of the draft, of this part alone, and an empty place once', () => {
  const draft: FlowSet = { ...set, flows: { other: { name: { en: 'Other' }, steps: [{ id: 'x', link: 'nowhere' }] } } }
  const found = codes(findingsOf(draft, flow({ id: 'a', collect: 'order' }, { id: 'b', link: 'missing' }), {}))
  expect(found).toEqual(['unknown-slot a collect', 'unknown-flow b link'])
  expect(codes(findingsOf(draft, flow({ id: 'b', branch: [{ if: '', then: 'end' }] }), {}))).toEqual([
    'incomplete b branch.0.if',
  ])
})
