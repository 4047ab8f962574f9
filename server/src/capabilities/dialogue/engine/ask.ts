/** Puts the question that a flow waits with: for a slot, with buttons, for a plain yes. */
import type { FlowFrame } from '@lingxi/contract/dialogue'
import type { QuickReply } from '@lingxi/contract/message'
import { inLanguage } from '../flows/templates.ts'
import { missingOf } from './decide-step.ts'
import { beginOf, isUnbegun } from './frames.ts'
import { button, fill, lead, nameOf, type Run, say, slotOf, stepOf, wordButton, words } from './run.ts'
import { choiceLabel, choicesOf } from './slots.ts'

const mostButtons = 10

/** The slot that is asked for where a frame stands, if one is. */
export function askedSlot(run: Run, frame: FlowFrame): string | undefined {
  const step = stepOf(run, frame)
  if (step?.kind === 'collect') return step.step.collect
  return step?.kind === 'decide' ? missingOf(run, step.step.decide) : undefined
}

/** What is asked where a frame stands. */
const questionOf = (run: Run, frame: FlowFrame) => `${frame.flow}.${frame.step}.${askedSlot(run, frame) ?? ''}`
export const isAsked = (run: Run, frame: FlowFrame) => run.asked === questionOf(run, frame)

/** Puts the question, or puts it again. `again`: in other words, where the flow has some. */
export function ask(run: Run, frame: FlowFrame, { again = false } = {}): void {
  const step = stepOf(run, frame)
  if (!step || isAsked(run, frame)) return
  run.asked = questionOf(run, frame)
  run.returning = false
  if (step.kind === 'ask') {
    frame.waits = 'reply'
    const replies = step.step.quick_replies.map(({ label }) => button(inLanguage(label, run.language)))
    return say(run, fill(run, frame, step.step.ask), replies)
  }
  if (step.kind === 'confirm') return askPlainly(run, frame, fill(run, frame, step.step.confirm))
  const slot = askedSlot(run, frame)
  if (slot !== undefined) return askSlot(run, frame, { slot, again })
  askPlainly(run, frame, words(run, 'confirmAction', { flow: nameOf(run, frame.flow) }))
}

function askPlainly(run: Run, frame: FlowFrame, question: string): void {
  frame.waits = 'confirmation'
  say(run, question, [wordButton(run, 'yes'), wordButton(run, 'no')])
}

function askSlot(run: Run, frame: FlowFrame, { slot: name, again }: { slot: string; again: boolean }): void {
  frame.waits = 'slot'
  const slot = slotOf(run, name)
  if (!slot) return say(run, words(run, 'help', { slot: name }))
  const step = stepOf(run, frame)
  const own = step?.kind === 'collect' ? step.step.ask : undefined
  const question = fill(run, frame, again && slot.again ? slot.again : (own ?? slot.ask))
  say(run, aboutMatter(run, frame, question), slotButtons(run, name, frame))
}

/** While other matters wait for their turn, the one that a question is about is said with it, unless it was said just before. */
function aboutMatter(run: Run, frame: FlowFrame, question: string): string {
  const first = run.stack[beginOf(run.stack, run.stack.indexOf(frame))]!
  const awaits = run.stack.some((each) => each !== first && isUnbegun(run, each))
  const flow = nameOf(run, first.flow)
  const isSaid = (['nextUp', 'backTo'] as const).some((word) => run.leads.includes(words(run, word, { flow })))
  if (!awaits || isSaid) return question
  return [words(run, 'about', { flow }), question].join(run.language === 'zh' ? '' : ' ')
}

function slotButtons(run: Run, name: string, frame: FlowFrame): QuickReply[] {
  if (slotOf(run, name)?.type === 'yes_no')
    return run.language === 'zh' ? [button('是'), button('否')] : [button('Yes'), button('No')]
  return choicesOf(run, name, frame)
    .slice(0, mostButtons)
    .map((choice) => button(choiceLabel(run, choice)))
}

/** The question once more, after a word about coming back to it. */
export function askReturning(run: Run, frame: FlowFrame): void {
  lead(run, words(run, 'backTo', { flow: nameOf(run, frame.flow) }))
  ask(run, frame)
}
