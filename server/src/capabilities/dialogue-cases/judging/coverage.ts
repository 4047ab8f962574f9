/**
 * Which of the steps and of the branches of flows some talk went through. A branch is a way by which a step is left where it
 * may be left by several: the rows of a branch and its else, each reply of a question, yes and no, each row of a decision table,
 * time that is up; and what an action refused or failed leads to, where the step says so.
 */
import type { FlowCoverage } from '@lingxi/contract/dialogue-case-runs'
import type { StepTaken } from '@lingxi/contract/dialogue'
import { type FlowSet, type FlowStep, kindOf } from '@lingxi/contract/flow'

export type Coverage = {
  flows: FlowCoverage[]
  /** 0–1, of all flows together; 1 where there is nothing to go through. */
  stepCoverage: number
  branchCoverage: number
}

/** `talks`: the steps of each, in the order in which they were taken. */
export function coverageOf(set: FlowSet, talks: readonly (readonly StepTaken[])[]): Coverage {
  const { steps, branches } = passedIn(
    set,
    // What another flow did in between is not what follows.
    talks.flatMap((talk) => [...Map.groupBy(talk, ({ flow }) => flow).values()]),
  )
  const flows = Object.entries(set.flows).map(([flow, { steps: its }]): FlowCoverage => {
    const own = its.flatMap((step) => branchesOf(step, set).map((at) => ({ step: step.id, at })))
    const missingSteps = its.map(({ id }) => id).filter((id) => !steps.has(keyOf(flow, id)))
    const missingBranches = own.filter(({ step, at }) => !branches.has(keyOf(flow, step, at)))
    return {
      flow,
      steps: its.length,
      stepsTaken: its.length - missingSteps.length,
      branches: own.length,
      branchesTaken: own.length - missingBranches.length,
      missingSteps,
      missingBranches,
    }
  })
  return {
    flows,
    stepCoverage: shareOf(flows, 'steps', 'stepsTaken'),
    branchCoverage: shareOf(flows, 'branches', 'branchesTaken'),
  }
}

/** `ways`: through one flow each. */
function passedIn({ flows }: FlowSet, ways: readonly StepTaken[][]) {
  const byName = new Map(Object.entries(flows).map(([flow, { steps }]) => [flow, byId(steps)]))
  const all = ways.flatMap((way) => way.map((each, place) => ({ ...each, after: way[place + 1]?.step })))
  const branches = all.flatMap(({ flow, step: id, branch, after }) => {
    const step = byName.get(flow)?.get(id)
    const at = step && leftBy(step, branch, after)
    return at === undefined ? [] : keyOf(flow, id, at)
  })
  return { steps: new Set(all.map(({ flow, step }) => keyOf(flow, step))), branches: new Set(branches) }
}

const byId = (steps: readonly FlowStep[]) => new Map(steps.map((step) => [step.id, step]))
const keyOf = (...names: string[]) => names.join(' ')

type Count = 'steps' | 'stepsTaken' | 'branches' | 'branchesTaken'
function shareOf(flows: readonly FlowCoverage[], of: Count, taken: Count): number {
  const sum = (key: Count) => flows.reduce((total, flow) => total + flow[key], 0)
  return sum(of) === 0 ? 1 : Math.round((sum(taken) / sum(of)) * 1000) / 1000
}

/** The ways by which a step may be left, where there are several. */
function branchesOf(step: FlowStep, { tables }: FlowSet): string[] {
  if ('branch' in step) return [...step.branch.map((_, row) => `branch.${row}.then`), 'else']
  if ('decide' in step) return (tables[step.decide]?.rows ?? []).map((_, row) => `rows.${row}`)
  if ('confirm' in step) return ['next', 'no']
  if ('action' in step) return (['refused', 'failed'] as const).filter((key) => isElsewhere(step[key], step.next))
  if ('wait' in step) return step.otherwise === undefined ? [] : ['otherwise']
  return kindOf(step) === 'ask' && 'quick_replies' in step
    ? step.quick_replies!.map((_, reply) => `quick_replies.${reply}.then`)
    : []
}

/** What is told of an end cannot be told from what is not there. */
const isElsewhere = (target: string | undefined, next: string | undefined) =>
  target !== undefined && target !== 'end' && target !== next

/** By which of its ways a step was left. The log names it, but for actions: there the step that follows tells. */
function leftBy(step: FlowStep, branch: string | undefined, after: string | undefined): string | undefined {
  if ('action' in step)
    return (['refused', 'failed'] as const).find((key) => isElsewhere(step[key], step.next) && step[key] === after)
  if (branch === undefined) return undefined
  if ('branch' in step) return branch === 'else' ? branch : `branch.${branch}.then`
  if ('decide' in step) return `rows.${branch}`
  if ('confirm' in step) return branch === 'yes' ? 'next' : branch
  return 'wait' in step ? branch : `quick_replies.${branch}.then`
}
