/** Runs the flow on top, step by step, until something is waited for or looked at, a person takes over, or all is over. */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import { askReturning } from './ask.ts'
import { goTo, isFresh } from './frames.ts'
import { lead, nameOf, type Run, topOf, stepOf, waitsForCustomer, words } from './run.ts'
import { breakOff } from './stop.ts'
import { takeStep } from './take-step.ts'

/** Of a turn that went round in circles, this much is kept. */
const mostSaid = 3
const mostNoted = 50

export function advance(run: Run): void {
  for (let frame = topOf(run); frame && !run.handOver && !run.look; frame = topOf(run)) {
    // The flow that it called is gone without an end: it is taken for ended.
    if (frame.waits === 'flow') goTo(run, frame, stepOf(run, frame)?.next ?? null)
    else if (frame.waits === 'nothing') takeNext(run, frame)
    else return run.returning && waitsForCustomer(frame) ? askReturning(run, frame) : undefined
  }
}

function takeNext(run: Run, frame: FlowFrame): void {
  if (run.returning) lead(run, words(run, isFresh(run, frame) ? 'nextUp' : 'backTo', { flow: nameOf(run, frame.flow) }))
  run.returning = false
  if (run.stepsLeft-- > 0) return takeStep(run, frame)
  run.messages.splice(mostSaid)
  run.taken.splice(mostNoted)
  breakOff(run, frame, 'loop: the steps of one turn are used up')
}
