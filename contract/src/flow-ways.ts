/** Where the steps of flows lead, as a graph: what is come to, and what ends. */
import type { z } from 'zod'
import { type Flow, type FlowStep, kindOf, type stepKinds } from './flow.ts'

/** `to`: the place of a step among its flow's, or `end`. */
export type Way = { at: string; to: number | 'end' }
/** A step that is named where another should follow, by its place in the step. */
export type Target = { at: string; target: string }

/** What the step names as following it. */
export function targetsOf(step: FlowStep): Target[] {
  const named = (at: string, target: string | undefined): Target[] => (target === undefined ? [] : [{ at, target }])
  const replies = isAsk(step)
    ? step.quick_replies.flatMap((each, index) => named(`quick_replies.${index}.then`, each.then))
    : []
  const branches =
    'branch' in step
      ? [
          ...step.branch.map((each, index) => ({ at: `branch.${index}.then`, target: each.then })),
          ...named('else', step.else),
        ]
      : []
  const keys = ['next', 'no', 'refused', 'failed', 'otherwise'] as const
  const plain = keys.flatMap((key) => named(key, (step as { [Key in typeof key]?: string | undefined })[key]))
  return [...replies, ...branches, ...plain]
}

/** Whether what stands below follows where nothing else is named. */
function goesOn(step: FlowStep): boolean {
  if ('link' in step || 'hand_over' in step) return false
  if ('branch' in step) return step.else === undefined
  if ('next' in step && step.next !== undefined) return false
  if (isAsk(step)) return step.quick_replies.some((each) => each.then === undefined)
  return true
}
export const isAsk = (step: FlowStep): step is z.infer<typeof stepKinds.ask> => kindOf(step) === 'ask'

/** The ways out of each step of a flow. A step that is not there counts as the end: it is told as what it is. */
export function waysOf(flow: Flow): Way[][] {
  const places = new Map<string, number>()
  for (const [place, { id }] of flow.steps.entries()) if (!places.has(id)) places.set(id, place)
  return flow.steps.map((step, place) => {
    const ways = targetsOf(step).map(({ at, target }): Way => ({ at, to: places.get(target) ?? 'end' }))
    const below: Way = { at: '', to: place + 1 < flow.steps.length ? place + 1 : 'end' }
    // A no, a refusal and time that is up end the flow where nothing is said.
    const leaves = 'link' in step || 'hand_over' in step || ('confirm' in step && step.no === undefined)
    return [...ways, ...(goesOn(step) ? [below] : []), ...(leaves ? [{ at: '', to: 'end' } satisfies Way] : [])]
  })
}

/** Which steps a customer can come to. */
export function reachedFrom(ways: readonly Way[][], first = 0): Set<number> {
  const reached = new Set([first])
  for (const place of reached) for (const { to } of ways[place]!) if (to !== 'end') reached.add(to)
  return reached
}

/** Which steps lead to an end in some way. */
export function endingFrom(ways: readonly Way[][]): Set<number> {
  const back = ways.map((): number[] => [])
  const ending = new Set<number>()
  for (const [place, out] of ways.entries())
    for (const { to } of out) {
      if (to === 'end') ending.add(place)
      else back[to]!.push(place)
    }
  for (const place of ending) for (const before of back[place]!) ending.add(before)
  return ending
}
