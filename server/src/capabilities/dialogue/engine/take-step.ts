/** Takes one step of the flow that runs: goes on to another, waits, or stops. */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import { type CompiledStep, targetOf } from '../flows/compile.ts'
import { inLanguage } from '../flows/templates.ts'
import { takeAction, takeTicket } from './action-step.ts'
import { ask, askedSlot } from './ask.ts'
import { followTable } from './decide-step.ts'
import { dependsOn } from './depends-on.ts'
import { goTo, newFrame, push } from './frames.ts'
import { instantAfter } from './instants.ts'
import { namedBefore } from './named-before.ts'
import { button, evaluate, faulty, fill, knownOf, type Run, say, scopeOf, slotOf } from './run.ts'
import { choicesOf, fitSlot, refusalOf, setSlot } from './slots.ts'
import { breakOff, handOver, handOverInWords } from './stop.ts'

type StepOf<Kind extends CompiledStep['kind']> = CompiledStep & { kind: Kind }
type Takes = { [Kind in CompiledStep['kind']]: (run: Run, frame: FlowFrame, step: StepOf<Kind>) => void }

const takes: Takes = {
  collect(run, frame, { step, next }) {
    if (isOfferedNoMore(run, frame, step.collect)) setSlot(run, frame, { name: step.collect, value: null })
    const isAnswered = run.answered.has(frame) || run.retaking !== null || !step.always
    if (knownOf(run, step.collect) !== undefined && isAnswered) return goTo(run, frame, next)
    if (!step.always && (takesInitial(run, frame, step.collect) || takesNamed(run, frame, step.collect)))
      return goTo(run, frame, next)
    ask(run, frame)
  },
  action: takeAction,
  open_ticket: takeTicket,
  set_slots(run, frame, { step, next }) {
    for (const [name, expression] of Object.entries(step.set_slots)) {
      const told = expression === null ? null : evaluate(run, frame, expression)
      const value = fitSlot(slotOf(run, name), told)
      if (told !== null && value === null)
        faulty(run, frame, { expression: expression!, because: `is no value of ${name}` })
      setSlot(run, frame, { name, value })
    }
    goTo(run, frame, next)
  },
  say(run, frame, { step, next }) {
    const replies = (step.quick_replies ?? []).map(({ label }) => button(inLanguage(label, run.language)))
    if (!isAsItWas(run, Object.values(step.say))) say(run, fill(run, frame, step.say), replies)
    goTo(run, frame, next)
  },
  ask: (run, frame) => ask(run, frame),
  confirm: (run, frame) => ask(run, frame),
  branch(run, frame, { step, next }) {
    const way = step.branch.findIndex((row) => evaluate(run, frame, row.if) === true)
    note(run, way < 0 ? 'else' : String(way))
    if (
      dependsOn(
        run,
        step.branch.map((row) => row.if),
      )
    )
      run.retaking!.elsewhere = true
    const target = way < 0 ? step.else : step.branch[way]!.then
    goTo(run, frame, target === undefined ? next : targetOf(target))
  },
  decide(run, frame, compiled) {
    const missing = askedSlot(run, frame)
    if (missing !== undefined) return takesInitial(run, frame, missing) ? undefined : ask(run, frame)
    note(run, followTable(run, frame, compiled))
    if (run.retaking) run.retaking.elsewhere = true
    goTo(run, frame, compiled.next)
  },
  link(run, frame, { step }) {
    const begun = enter(run, frame, step.link)
    if (!begun) return
    begun.filled = frame.filled
    if (frame.said !== undefined) begun.said = frame.said
    if (frame.before) begun.before = frame.before
    run.stack[run.stack.indexOf(frame)] = begun
  },
  call(run, frame, { step }) {
    const begun = enter(run, frame, step.call)
    if (!begun) return
    frame.waits = 'flow'
    if (!push(run, begun)) breakOff(run, frame, 'loop: flows call each other too deep')
  },
  hand_over(run, frame, { step }) {
    const { reason, say: text } = step.hand_over
    if (text) handOver(run, reason, fill(run, frame, text))
    else handOverInWords(run, reason)
  },
  wait(run, frame, { step, next }) {
    if (isAsItWas(run, [])) return goTo(run, frame, next)
    frame.waits = 'event'
    if (step.wait.within !== undefined) frame.until = instantAfter(run.situation.surroundings.now, step.wait.within)
  },
}

export function takeStep(run: Run, frame: FlowFrame): void {
  const step = run.compiled.flows.get(frame.flow)?.steps.get(frame.step)
  if (!step) return breakOff(run, frame, `there is no step ${frame.step} in ${frame.flow}`)
  if (run.retaking?.until === `${frame.flow}.${frame.step}`) run.retaking = null
  run.taken.push({ flow: frame.flow, step: frame.step })
  const take = takes[step.kind] as (run: Run, frame: FlowFrame, step: CompiledStep) => void
  take(run, frame, step)
}

/** Which way a step took. */
function note(run: Run, branch: string): void {
  run.taken.at(-1)!.branch = branch
}

/** It is taken again after a correction, on the same way as before, and would be the same. */
const isAsItWas = (run: Run, texts: readonly (string | undefined)[]) =>
  run.retaking !== null && !run.retaking.elsewhere && !dependsOn(run, texts)

/** What the slot is before anybody is asked, if that makes sense. */
function takesInitial(run: Run, frame: FlowFrame, name: string): boolean {
  const slot = slotOf(run, name)
  if (slot?.initial === undefined || run.reopened.has(name)) return false
  return takesUnasked(run, frame, { name, value: fitSlot(slot, evaluate(run, frame, slot.initial)) })
}

/** Chosen of what an action told, which tells of other things since: the item of an order that was the wrong one. */
function isOfferedNoMore(run: Run, frame: FlowFrame, name: string): boolean {
  const known = knownOf(run, name)
  if (known === undefined || slotOf(run, name)?.choices_from === undefined) return false
  const choices = choicesOf(run, name, frame)
  return choices.length > 0 && choices.every(({ value }) => value !== known)
}

/** What was named of it when the flow began. */
const takesNamed = (run: Run, frame: FlowFrame, name: string): boolean =>
  takesUnasked(run, frame, { name, value: namedBefore(run, frame, name) ?? null })

function takesUnasked(run: Run, frame: FlowFrame, { name, value }: { name: string; value: FlowValue | null }): boolean {
  if (value === null || refusalOf(run, { name, value }, frame) !== null) return false
  setSlot(run, frame, { name, value })
  return true
}

/** The flow that a step goes over to; where its guard does not let in, the step is passed over. */
function enter(run: Run, frame: FlowFrame, flow: string): FlowFrame | undefined {
  const found = run.compiled.flows.get(flow)
  if (!found) return void breakOff(run, frame, `there is no flow ${flow}`)
  if (isOpenTo(run, flow)) return newFrame(flow, found.first)
  faulty(run, frame, { expression: found.flow.if!, because: `the guard of ${flow} does not hold` })
  const step = run.compiled.flows.get(frame.flow)?.steps.get(frame.step)
  goTo(run, frame, step?.next ?? null)
  return undefined
}

/** Whether the guard of a flow holds. */
export function isOpenTo(run: Run, flow: string): boolean {
  const guard = run.compiled.flows.get(flow)?.flow.if
  return guard === undefined || run.compiled.evaluate(guard, scopeOf(run, undefined)).value === true
}
