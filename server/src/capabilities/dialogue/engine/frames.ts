/** The flows that are open, the one that runs last. A flow and those that it called go together: they are one matter. */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import { faulty, type Run, topOf } from './run.ts'
import { forget } from './slots.ts'

/** As many as the contract lets a conversation have open. */
export const mostFrames = 12

export const newFrame = (flow: string, step: string): FlowFrame => ({
  flow,
  step,
  waits: 'nothing',
  confirmed: false,
  missed: 0,
  filled: [],
  results: {},
})

/** It waits for its turn, and no step of it was taken. */
export const isUnbegun = (run: Run, { flow, step, waits, results }: FlowFrame) =>
  waits === 'nothing' && step === run.compiled.flows.get(flow)?.first && Object.keys(results).length === 0

/** And nothing of it is known. */
export const isFresh = (run: Run, frame: FlowFrame) => isUnbegun(run, frame) && frame.filled.length === 0

/** The place of the first frame of the matter that this frame is of. */
export function beginOf(stack: readonly FlowFrame[], place: number): number {
  let begin = place
  while (begin > 0 && stack[begin - 1]!.waits === 'flow') begin--
  return begin
}
/** The place after its last frame. */
export function endOf(stack: readonly FlowFrame[], place: number): number {
  let end = place
  while (end < stack.length - 1 && stack[end]!.waits === 'flow') end++
  return end + 1
}

/** Goes on with the matter of this frame; what ran until now waits below it. */
export function raise(run: Run, frame: FlowFrame): void {
  const place = run.stack.indexOf(frame)
  const begin = beginOf(run.stack, place)
  const matter = run.stack.splice(begin, endOf(run.stack, place) - begin)
  run.stack.push(...matter)
}

/** Drops the matter of this frame, with what it knew; says which flow it began with. */
export function drop(run: Run, frame: FlowFrame): FlowFrame {
  const place = run.stack.indexOf(frame)
  const begin = beginOf(run.stack, place)
  const matter = run.stack.splice(begin, endOf(run.stack, place) - begin)
  forget(
    run,
    matter.flatMap(({ filled }) => filled),
  )
  putBack(run, matter)
  run.returning = true
  return matter[0]!
}

/** To a step of the same flow, or to its end. */
export function goTo(run: Run, frame: FlowFrame, target: string | null): void {
  delete frame.run
  delete frame.until
  frame.waits = 'nothing'
  frame.missed = 0
  run.answered.delete(frame)
  if (target === null) endFlow(run, frame)
  else frame.step = target
}

/** The flow is over. What it filled goes to the flow that called it, or is forgotten. */
function endFlow(run: Run, frame: FlowFrame): void {
  const place = run.stack.indexOf(frame)
  run.stack.splice(place, 1)
  const caller = run.stack[place - 1]
  if (caller?.waits === 'flow') {
    caller.filled = [...new Set([...caller.filled, ...frame.filled])]
    if (frame.before) caller.before = { ...frame.before, ...caller.before }
    const call = run.compiled.flows.get(caller.flow)?.steps.get(caller.step)
    goTo(run, caller, call?.next ?? null)
    return
  }
  forget(run, frame.filled)
  putBack(run, [frame])
  run.retaking = null
  run.returning = true
}

/** What the flows below were about is known again. */
function putBack(run: Run, ended: readonly FlowFrame[]): void {
  for (const { before = {} } of ended) Object.assign(run.slots, before)
}

/** Puts a flow on top, if there is room. */
export function push(run: Run, frame: FlowFrame): boolean {
  if (run.stack.length >= mostFrames) return false
  run.stack.push(frame)
  return true
}

/** Makes room by letting go what has waited longest, down to so many frames. */
export function makeRoom(run: Run, most: number): void {
  while (run.stack.length > most && topOf(run)) {
    const oldest = run.stack[0]!
    faulty(run, oldest, { expression: '', because: 'dropped: too many flows are open' })
    const returning = run.returning
    drop(run, oldest)
    run.returning = returning
  }
}
