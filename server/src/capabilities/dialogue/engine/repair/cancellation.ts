/** The customer breaks it off: nothing is asked, what is dropped is said, and what waits below goes on. */
import type { FlowFrame, Repair } from '@lingxi/contract/dialogue'
import { resultOf } from '../action-step.ts'
import { beginOf, drop, endOf } from '../frames.ts'
import { fill, lead, nameOf, type Run, repaired, topOf, words } from '../run.ts'

export function cancel(run: Run): void {
  const top = topOf(run)
  if (top) breakOffAs(run, top, 'cancellation')
}

/** What an action is doing already cannot be taken back by words. */
export function breakOffAs(run: Run, frame: FlowFrame, repair: Repair): void {
  repaired(run, repair)
  const place = run.stack.indexOf(frame)
  const last = run.stack[endOf(run.stack, place) - 1]!
  if (last.waits === 'action') return lead(run, words(run, 'underway'))
  const first = run.stack[beginOf(run.stack, place)]!
  lead(run, droppedInWords(run, first, 'cancelled'))
  drop(run, frame)
}

/** That nothing comes of a flow, in its own words where it has some: unless something was done already, which stays. */
export function droppedInWords(run: Run, frame: FlowFrame, word: 'cancelled' | 'declined'): string {
  const place = run.stack.indexOf(frame)
  const matter = run.stack.slice(beginOf(run.stack, place), endOf(run.stack, place))
  const isDone = matter.some((each) => hasActed(run, each))
  const flow = nameOf(run, frame.flow)
  if (isDone) return words(run, word === 'cancelled' ? 'staysDone' : word, { flow })
  const own = run.compiled.flows.get(frame.flow)?.flow.cancelled
  return own ? fill(run, frame, own) : words(run, word, { flow })
}

/** An action that changes something, or a ticket, has its outcome. */
function hasActed(run: Run, { flow, results }: FlowFrame): boolean {
  const steps = [...(run.compiled.flows.get(flow)?.steps.values() ?? [])]
  return steps.some((step) => {
    if (step.kind !== 'action' && step.kind !== 'open_ticket') return false
    const changes = step.kind === 'open_ticket' || run.situation.actions.get(step.step.action)?.effect === 'act'
    return changes && Object.hasOwn(results, resultOf(step))
  })
}
