/** What people do to the steps of a flow. Each gives a flow that leads where it led before, but for what was asked. */
import type { Flow, FlowStep } from '@lingxi/contract/flow'
import { targetsOf } from '@lingxi/contract/flow-ways'
import { withAt } from './at-place.ts'
import { type FlowEdge, goesBelow, onwardKey } from './flow-edges.ts'

/** The first name that is free: `say`, `say_2`, … */
export function freeId(taken: Iterable<string>, wished: string): string {
  const all = new Set([...taken, 'end'])
  if (!all.has(wished)) return wished
  let number = 2
  while (all.has(`${wished}_${number}`)) number++
  return `${wished}_${number}`
}

const idsOf = ({ steps }: Flow) => steps.map(({ id }) => id)
const placeOf = ({ steps }: Flow, id: string) => steps.findIndex((step) => step.id === id)
const withSteps = (flow: Flow, steps: FlowStep[]): Flow => ({ ...flow, steps })

/** Says by name where the step goes on to, so that another may come to stand below it. */
function pinned({ steps }: Flow, place: number): FlowStep {
  const step = steps[place]!
  return goesBelow(step) ? withAt(step, onwardKey(step)!, steps[place + 1]?.id ?? 'end') : step
}

/** Below the step that is named, or at the end. What followed that step follows the new one. */
export function addStep(flow: Flow, step: FlowStep, after: string | null): Flow {
  const place = after === null ? flow.steps.length - 1 : placeOf(flow, after)
  return withSteps(flow, [...flow.steps.slice(0, place + 1), step, ...flow.steps.slice(place + 1)])
}

/** Onto a way between two steps. */
export function addOnEdge(flow: Flow, step: FlowStep, edge: FlowEdge): Flow {
  const from = placeOf(flow, edge.from)
  if (!edge.isNamed && edge.at === onwardKey(flow.steps[from]!)) return addStep(flow, step, edge.from)
  const key = onwardKey(step)
  const led = key ? withAt(step, key, edge.to) : step
  const above = withAt(pinned(flow, from), edge.at, step.id)
  return withSteps(flow, [...flow.steps.slice(0, from), above, led, ...flow.steps.slice(from + 1)])
}

/** Leads a way to another step; null: nothing is named any more. */
export function connect(flow: Flow, { from, at }: Pick<FlowEdge, 'from' | 'at'>, to: string | null): Flow {
  return changeStep(flow, from, (step) => withAt(step, at, to ?? undefined))
}

export function changeStep(flow: Flow, id: string, by: (step: FlowStep) => FlowStep): Flow {
  return withSteps(
    flow,
    flow.steps.map((step) => (step.id === id ? by(step) : step)),
  )
}

/** Whoever led to what goes now leads to what followed it. */
export function removeSteps(flow: Flow, ids: readonly string[]): Flow {
  return ids.reduce((before, id) => (before.steps.length > 1 ? removeStep(before, id) : before), flow)
}

function removeStep(flow: Flow, id: string): Flow {
  const place = placeOf(flow, id)
  const gone = flow.steps[place]
  if (!gone) return flow
  const key = onwardKey(gone)
  const onward = (key && ((gone as Record<string, unknown>)[key] as string | undefined)) ?? undefined
  const below = flow.steps[place + 1]?.id ?? 'end'
  const follows = onward ?? (key ? below : 'end')
  const heir = follows === id ? below : follows
  const steps = flow.steps.flatMap((step, index) => {
    if (index === place) return []
    const fallsInto = index === place - 1 && goesBelow(step) && heir !== below
    const led = fallsInto ? withAt(step, onwardKey(step)!, heir) : step
    return [retargeted(led, id, heir)]
  })
  return withSteps(flow, steps)
}

const retargeted = (step: FlowStep, from: string, to: string): FlowStep =>
  targetsOf(step).reduce((led, { at, target }) => (target === from ? withAt(led, at, to) : led), step)

/** The same step under another id, wherever it is led to. */
export function renameStep(flow: Flow, from: string, to: string): Flow {
  return withSteps(
    flow,
    flow.steps.map((step) => retargeted(step.id === from ? { ...step, id: to } : step, from, to)),
  )
}

/** Copies go below the last of what is pasted after; ways among them stay among them, those outward are kept where they lead. */
export function pasteSteps(
  flow: Flow,
  copied: readonly FlowStep[],
  after: string | null,
): { flow: Flow; ids: string[] } {
  const taken = new Set(idsOf(flow))
  const names = new Map<string, string>()
  for (const { id } of copied) {
    const free = freeId(taken, id)
    taken.add(free)
    names.set(id, free)
  }
  const known = new Set([...taken, 'end'])
  const place = after === null ? flow.steps.length - 1 : placeOf(flow, after)
  const pasted = copied.map((step) => {
    const led = targetsOf(step).reduce((each, { at, target }) => {
      const now = names.get(target) ?? target
      // From another flow: where it led is not here.
      return withAt(each, at, known.has(now) ? now : undefined)
    }, step)
    const moved = led.place && { place: { x: led.place.x + 40, y: led.place.y + 40 } }
    return { ...led, id: names.get(step.id)!, ...moved }
  })
  const steps = [...flow.steps.slice(0, place + 1), ...pasted, ...flow.steps.slice(place + 1)]
  return { flow: withSteps(flow, steps), ids: pasted.map(({ id }) => id) }
}

/** A place earlier or later among the steps; every step leads where it led, by name where the order no longer says it. */
export function moveStep(flow: Flow, id: string, by: 1 | -1): Flow {
  const place = placeOf(flow, id)
  const other = place + by
  if (place < 0 || other < 0 || other >= flow.steps.length) return flow
  const steps = flow.steps.map((_, index) => pinned(flow, index))
  ;[steps[place], steps[other]] = [steps[other]!, steps[place]!]
  return withSteps(
    flow,
    steps.map((step, index) => unpinned(step, flow, steps[index + 1]?.id ?? 'end')),
  )
}

/** Only a name that `pinned` wrote, and that the order says as well, is taken away again. */
function unpinned(step: FlowStep, before: Flow, below: string): FlowStep {
  const was = before.steps.find(({ id }) => id === step.id)!
  const key = onwardKey(step)
  if (!key || !goesBelow(was) || (step as Record<string, unknown>)[key] !== below) return step
  return withAt(step, key, undefined)
}

export function placeSteps(flow: Flow, places: ReadonlyMap<string, { x: number; y: number }>): Flow {
  return withSteps(
    flow,
    flow.steps.map((step) => {
      const place = places.get(step.id)
      return place ? { ...step, place: { x: Math.round(place.x), y: Math.round(place.y) } } : step
    }),
  )
}
