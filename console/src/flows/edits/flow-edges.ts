/** Where the steps of a flow lead, as a picture of it shows: every way with its place in the step it leaves. */
import type { Flow, FlowStep } from '@lingxi/contract/flow'
import { targetsOf } from '@lingxi/contract/flow-ways'

/** `at`: the key that names the way, as in `branch.0.then`. `isNamed` false: it only goes on to the step below. */
export type FlowEdge = { from: string; at: string; to: string; isNamed: boolean }

/** The key by which a step goes on; undefined: nothing follows it in this flow. */
export function onwardKey(step: FlowStep): 'next' | 'else' | undefined {
  if ('link' in step || 'hand_over' in step) return undefined
  return 'branch' in step ? 'else' : 'next'
}

/** Whether the step below follows because nothing else is named. */
export function goesBelow(step: FlowStep): boolean {
  const key = onwardKey(step)
  if (key === undefined || (step as Record<string, unknown>)[key] !== undefined) return false
  const isAsk = 'quick_replies' in step && 'ask' in step
  return !isAsk || step.quick_replies!.some((reply) => !('then' in reply) || reply.then === undefined)
}

/** The ways out of a step, whether they are named or not, in the order they are read. */
export function waysOut(step: FlowStep): string[] {
  if ('link' in step || 'hand_over' in step) return []
  if ('branch' in step) return [...step.branch.map((_, index) => `branch.${index}.then`), 'else']
  if ('collect' in step) return ['next']
  if ('ask' in step && 'quick_replies' in step)
    return [...step.quick_replies.map((_, index) => `quick_replies.${index}.then`), 'next']
  if ('confirm' in step) return ['next', 'no']
  if ('action' in step) return ['next', 'refused', 'failed']
  return 'wait' in step ? ['next', 'otherwise'] : ['next']
}

export function edgesOf({ steps }: Flow): FlowEdge[] {
  return steps.flatMap((step, place) => {
    const named = targetsOf(step).map(({ at, target }): FlowEdge => ({ from: step.id, at, to: target, isNamed: true }))
    const below: FlowEdge[] = goesBelow(step)
      ? [{ from: step.id, at: onwardKey(step)!, to: steps[place + 1]?.id ?? 'end', isNamed: false }]
      : []
    // A no ends the flow where nothing else is said.
    const no: FlowEdge[] =
      'confirm' in step && step.no === undefined ? [{ from: step.id, at: 'no', to: 'end', isNamed: false }] : []
    return [...below, ...named, ...no]
  })
}
