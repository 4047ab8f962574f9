/** Answers to what was asked: a value, one of the replies, a yes, a no. */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import { targetOf } from '../flows/compile.ts'
import { askedSlot } from './ask.ts'
import { drop, goTo, isFresh } from './frames.ts'
import { cancel, droppedInWords } from './repair/cancellation.ts'
import { correct } from './repair/correction.ts'
import { miss } from './repair/miss.ts'
import { isLate, askStillWanted } from './repair/return-later.ts'
import { knownOf, lead, type Run, slotOf, stepOf, topOf, words } from './run.ts'
import { choicesOf, fitSlot, ownerOf, refusalOf, setSlot } from './slots.ts'

/** A value for a slot: the one that is asked for, or another ahead of its question. */
export function fillSlot(run: Run, { slot: name, value }: { slot: string; value: FlowValue }): void {
  const top = topOf(run)
  const fitted = fitSlot(slotOf(run, name), value)
  if (!top) return keepWithoutFlow(run, name, fitted)
  if (isAskedFor(run, top, name)) return fillAsked(run, top, { name, value: fitted })
  if (fitted === null) return
  if (isFresh(run, top)) return fillFresh(run, top, { name, value: fitted })
  if (knownOf(run, name) !== undefined)
    return differs(run, name, fitted) ? correct(run, { slot: name, value: fitted }) : undefined
  const owner = ownerOf(run, name) ?? top
  if (refusalOf(run, { name, value: fitted }, owner) !== null) return
  setSlot(run, owner, { name, value: fitted })
  if (top.waits === 'slot' || top.waits === 'reply') lead(run, words(run, 'noted'))
}

/** For a flow that begins below another, in its turn. */
export function fillWaiting(run: Run, flow: string, { slot: name, value }: { slot: string; value: FlowValue }): void {
  const frame = run.stack.findLast((each) => each.flow === flow)
  const fitted = fitSlot(slotOf(run, name), value)
  if (frame && fitted !== null && frame.waits === 'nothing') fillFresh(run, frame, { name, value: fitted })
}

/** A flow that begins is about what was said with it; what the flows below it were about is put back after it. */
function fillFresh(run: Run, top: FlowFrame, { name, value }: { name: string; value: FlowValue }): void {
  const before = knownOf(run, name)
  if (before === value || refusalOf(run, { name, value }, top) !== null) return
  if (before !== undefined && run.stack.length > 1) top.before = { ...top.before, [name]: before }
  setSlot(run, top, { name, value })
}

const isAskedFor = (run: Run, top: FlowFrame, name: string) =>
  (top.waits === 'slot' || top.waits === 'confirmation') && askedSlot(run, top) === name
const differs = (run: Run, name: string, value: FlowValue) => knownOf(run, name) !== value

/** The question has its answer, and its step is taken again; or the answer may not be. */
function fillAsked(run: Run, top: FlowFrame, { name, value }: { name: string; value: FlowValue | null }): void {
  const refusal = value === null ? '' : refusalOf(run, { name, value }, top)
  if (value === null || refusal !== null) return miss(run, refusal ?? '')
  setSlot(run, top, { name, value })
  top.waits = 'nothing'
  top.missed = 0
  run.answered.add(top)
}

function keepWithoutFlow(run: Run, name: string, value: FlowValue | null): void {
  if (value !== null && slotOf(run, name)?.keep === 'conversation') run.slots[name] = value
}

/** One of the replies under the question, by its place. */
export function choose(run: Run, { reply }: { reply: number }): void {
  const top = topOf(run)
  if (top?.waits === 'confirmation') return reply === 0 ? affirm(run) : deny(run)
  if (top?.waits === 'reply') return chooseReply(run, top, reply)
  if (top?.waits === 'slot') chooseValue(run, top, reply)
}

function chooseValue(run: Run, top: FlowFrame, reply: number): void {
  const slot = askedSlot(run, top)
  if (slot === undefined) return
  const value = slotOf(run, slot)?.type === 'yes_no' ? reply === 0 : choicesOf(run, slot, top)[reply]?.value
  if (value === undefined) miss(run, '')
  else fillSlot(run, { slot, value })
}

function chooseReply(run: Run, top: FlowFrame, reply: number): void {
  const step = stepOf(run, top)
  const chosen = step?.kind === 'ask' ? step.step.quick_replies[reply] : undefined
  if (!step || !chosen) return miss(run, '')
  const target = chosen.then === undefined ? step.next : targetOf(chosen.then)
  leave(run, top, { branch: String(reply), target })
}

export function affirm(run: Run): void {
  const top = topOf(run)
  if (top?.waits === 'confirmation') confirmed(run, top)
  else if (top) answerYesNo(run, top, true)
}

/** A yes to a question of the flow, to an action, or to whether to go on. */
function confirmed(run: Run, top: FlowFrame): void {
  const step = stepOf(run, top)
  if (step?.kind !== 'confirm' && step?.kind !== 'action') return void (top.waits = 'nothing')
  if (isLate(run)) return askStillWanted(run, top)
  if (step.kind === 'action') top.waits = 'nothing'
  else leave(run, top, { branch: 'yes', target: step.next })
  top.confirmed = true
}

export function deny(run: Run): void {
  const top = topOf(run)
  if (!top) return
  if (top.waits !== 'confirmation') return answerYesNo(run, top, false)
  const step = stepOf(run, top)
  if (step?.kind === 'confirm') {
    const target = step.step.no === undefined ? null : targetOf(step.step.no)
    if (target === null) lead(run, droppedInWords(run, top, 'declined'))
    return leave(run, top, { branch: 'no', target })
  }
  if (step?.kind !== 'action') return cancel(run)
  lead(run, droppedInWords(run, top, 'declined'))
  drop(run, top)
}

function answerYesNo(run: Run, top: FlowFrame, value: boolean): void {
  const slot = top.waits === 'slot' ? askedSlot(run, top) : undefined
  if (slot !== undefined && slotOf(run, slot)?.type === 'yes_no') fillSlot(run, { slot, value })
  else miss(run, '')
}

function leave(run: Run, frame: FlowFrame, { branch, target }: { branch: string; target: string | null }): void {
  run.taken.push({ flow: frame.flow, step: frame.step, branch })
  goTo(run, frame, target)
}
