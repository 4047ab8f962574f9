/** What is wrong with a part while it is edited: what is not filled in yet, and what the checks of the whole find in it. */
import { DecisionTable, Flow, FlowSlot, type FlowSet, kindOf, stepKinds } from '@lingxi/contract/flow'
import { checkFlows, type FlowsKnown } from '@lingxi/contract/flow-checks'
import type { FlowFinding, FlowPartKind } from '@lingxi/contract/flow-finding'
import type { FlowPartContent } from '@lingxi/contract/flow-versions'
import { expressionFault } from '../expression-fault.ts'

/** `incomplete`: it does not have the form of flows yet, and cannot be saved. */
export type Finding = Omit<FlowFinding, 'code'> & { code: FlowFinding['code'] | 'incomplete' }

const groups = { flow: 'flows', slot: 'slots', table: 'tables' } as const satisfies Record<FlowPartKind, keyof FlowSet>

/** The draft with a part as it is being edited. */
export const withPart = (set: FlowSet, { kind, name, content }: FlowPartContent): FlowSet => ({
  ...set,
  [groups[kind]]: { ...set[groups[kind]], [name]: content },
})

export function findingsOf(set: FlowSet, part: FlowPartContent, known: Omit<FlowsKnown, 'expressionFault'>): Finding[] {
  const incomplete = incompleteIn(part)
  const found = checkFlows(withPart(set, part), { ...known, expressionFault })
  const own = found.filter(({ kind, name }) => kind === part.kind && name === part.name)
  // An empty place is said once, as what it is.
  const places = new Set(incomplete.map(({ step, at }) => `${step} ${at}`))
  return [...incomplete, ...own.filter(({ step, at }) => !places.has(`${step} ${at}`))]
}

/** What keeps a part from being saved. */
export function incompleteIn({ kind, name, content }: FlowPartContent): Finding[] {
  const find = (step: string | null, path: PropertyKey[]): Finding => {
    const at = path.map(String).join('.')
    return { severity: 'error', code: 'incomplete', kind, name, step, at, words: { at } }
  }
  if (kind !== 'flow') {
    const read = (kind === 'slot' ? FlowSlot : DecisionTable).safeParse(content)
    return read.success ? [] : read.error.issues.map(({ path }) => find(null, path))
  }
  const read = Flow.safeParse(content)
  if (read.success) return []
  const besides = read.error.issues.filter(({ path }) => path[0] !== 'steps' || path.length === 1)
  const inSteps = content.steps.flatMap((step) => {
    const kindOfStep = kindOf(step)
    const issues = kindOfStep ? stepKinds[kindOfStep].safeParse(step).error?.issues : undefined
    return (issues ?? []).map(({ path }) => find(step.id, path))
  })
  return [...besides.map(({ path }) => find(null, path)), ...inSteps]
}
