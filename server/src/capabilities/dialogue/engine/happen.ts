/** What happened beside what was said: an action came to its end, an event came, time is up. */
import { clockEvents } from '@lingxi/contract/dialogue'
import { targetOf } from '../flows/compile.ts'
import { triggersFor } from '../flows/triggers.ts'
import type { Happened } from '../situation.ts'
import { come } from './action-step.ts'
import { advance } from './advance.ts'
import { goTo, makeRoom, mostFrames, newFrame, raise } from './frames.ts'
import { isPast } from './instants.ts'
import { beSilent } from './repair/silence.ts'
import { type Run, scopeOf, stepOf } from './run.ts'
import { isOpenTo } from './take-step.ts'

export function takeHappened(run: Run): void {
  for (const each of run.situation.happened) {
    if (run.look || run.handOver) return
    if (each.kind === 'performed') performed(run, each)
    else if (each.name === clockEvents.silence) beSilent(run, each.fields)
    else told(run, each)
    advance(run)
  }
  if (!run.look && !run.handOver) timeIsUp(run)
}

function performed(run: Run, { runId, outcome }: Happened & { kind: 'performed' }): void {
  const frame = run.stack.find((each) => each.waits === 'action' && each.run === runId)
  if (!frame) return
  run.acted = true
  raise(run, frame)
  const output = outcome.kind === 'failed' ? null : outcome.output
  come(run, frame, { outcome: outcome.kind, output, reason: outcome.kind === 'done' ? '' : outcome.reason })
}

/** Goes on with the flow that waits for it, else begins those that it triggers. */
function told(run: Run, { name, fields }: Happened & { kind: 'event' }): void {
  run.event = fields
  const waiting = run.stack.findLast((frame) => {
    const step = stepOf(run, frame)
    return frame.waits === 'event' && step?.kind === 'wait' && step.step.wait.event === name
  })
  if (waiting) {
    run.acted = true
    raise(run, waiting)
    return goTo(run, waiting, stepOf(run, waiting)!.next)
  }
  const { page } = run.situation.surroundings.conversation
  const begun =
    // The clock begins the flow that `fields.flow` names.
    name === clockEvents.scheduled
      ? run.compiled.triggers.bySchedule.filter(({ flow }) => flow === fields['flow'])
      : triggersFor(run.compiled.triggers, { intents: [], entities: [], event: name, page })
  for (const { flow, trigger } of begun) {
    const holds = trigger.if === undefined || run.compiled.evaluate(trigger.if, scopeOf(run, undefined)).value === true
    if (!holds || !isOpenTo(run, flow) || run.stack.some((frame) => frame.flow === flow)) continue
    run.acted = true
    run.weighed.push({ policy: 'triggered-flow', score: 1, because: `event ${name}`, of: flow })
    makeRoom(run, mostFrames - 1)
    run.stack.push(newFrame(flow, run.compiled.flows.get(flow)!.first))
  }
}

function timeIsUp(run: Run): void {
  const { now } = run.situation.surroundings
  for (const frame of run.stack.slice()) {
    const step = stepOf(run, frame)
    if (frame.waits !== 'event' || frame.until === undefined || !isPast(frame.until, now)) continue
    if (step?.kind !== 'wait' || !run.stack.includes(frame) || run.look || run.handOver) continue
    run.acted = true
    raise(run, frame)
    run.taken.push({ flow: frame.flow, step: frame.step, branch: 'otherwise' })
    goTo(run, frame, step.step.otherwise === undefined ? step.next : targetOf(step.step.otherwise))
    advance(run)
  }
}
