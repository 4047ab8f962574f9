/**
 * Decides what the flows do: `decideFlows(situation, compiled, commands)`. Pure: the same values give the same decision, byte
 * for byte, so a turn that was taken can be decided again from the log. It never throws for flows that the schema lets
 * through, and never takes more than a fixed number of steps.
 */
import type { DialogueProgress, DialogueWhy, FlowFrame } from '@lingxi/contract/dialogue'
import type { CompiledFlows } from '../flows/compile.ts'
import type { Clarifying, Command, FlowDecision, FlowMessage, FlowSituation } from '../situation.ts'
import { advance } from './advance.ts'
import { applyCommands } from './apply-commands.ts'
import { ask, askReturning, isAsked } from './ask.ts'
import { takeHappened } from './happen.ts'
import { beginRun, button, nameOf, repaired, type Run, say, topOf, waitsForCustomer, words } from './run.ts'
import { forget } from './slots.ts'
import { subjectsOf } from './subjects.ts'
import { isOpenTo } from './take-step.ts'

/** `commands` in the order they were said. The flows are those that the open ones began with. */
export function decideFlows(situation: FlowSituation, compiled: CompiledFlows, commands: Command[]): FlowDecision {
  const run = beginRun(situation, compiled)
  takeHappened(run)
  if (!run.look && !run.handOver) applyCommands(run, commands)
  advance(run)
  if (run.look) return { kind: 'look', ...run.look }
  speakLast(run)
  return decisionOf(run)
}

/**
 * What is asked where nothing answers and these flows may be what is wanted: one alone is offered as well, and not begun.
 * Undefined where none of them may begin.
 */
export function offerFlows(situation: FlowSituation, compiled: CompiledFlows, flows: readonly string[]) {
  const run = beginRun(situation, compiled)
  run.clarify = flows.filter((flow) => compiled.flows.has(flow) && isOpenTo(run, flow))
  if (run.clarify.length === 0) return undefined
  repaired(run, 'clarification')
  return clarifying(run, 'offer')
}

/** The open question again, where something else was said in between; a word where there would be none. */
function speakLast(run: Run): void {
  const top = topOf(run)
  if (top && isOwed(run, top)) {
    if (run.aside || run.returning) askReturning(run, top)
    else ask(run, top)
  }
  say(run, '')
  const isMute = run.messages.length === 0 && run.taken.length > 0 && run.stack.length === 0
  if (isMute && run.situation.heard && !run.aside) say(run, words(run, 'done'))
}

const isOwed = (run: Run, top: FlowFrame) =>
  run.acted && !run.quiet && !run.handOver && run.clarify.length === 0 && waitsForCustomer(top) && !isAsked(run, top)

function decisionOf(run: Run): FlowDecision {
  const why = whyOf(run)
  if (run.handOver) return { kind: 'speak', messages: run.messages, handOver: run.handOver, why }
  if (run.clarify.length > 0) return clarifying(run, 'clarify')
  if (run.aside) return { kind: 'aside', of: run.aside, subjects: subjectsOf(run), resume: inOne(run.messages), why }
  const isNothing = !run.acted && run.messages.length === 0 && run.requested.length === 0
  return isNothing ? { kind: 'none', why } : { kind: 'speak', messages: run.messages, handOver: null, why }
}

function clarifying(run: Run, word: 'clarify' | 'offer'): Clarifying {
  const quickReplies = run.clarify.map((flow) => button(nameOf(run, flow)))
  return { kind: 'clarify', message: { text: words(run, word), quickReplies }, why: whyOf(run) }
}

function inOne(messages: FlowMessage[]): FlowMessage | null {
  if (messages.length === 0) return null
  return { text: messages.map(({ text }) => text).join('\n\n'), quickReplies: messages.at(-1)!.quickReplies }
}

function whyOf(run: Run): DialogueWhy {
  const { taken, repair, weighed, requested, faults } = run
  const { looked } = run.situation
  return {
    taken,
    ...(repair && { repair }),
    weighed,
    ...(looked.length > 0 && { looked }),
    ...(requested.length > 0 && { requested }),
    ...(faults.length > 0 && { faults }),
    ...(run.clarify.length > 0 && { offered: run.clarify }),
    progress: progressOf(run),
  }
}

/** Who takes over begins anew: what is open is closed, and what is kept for the conversation stays. */
function progressOf(run: Run): DialogueProgress | null {
  if (run.handOver) for (const { filled } of run.stack.splice(0)) forget(run, filled)
  if (run.stack.length === 0 && Object.keys(run.slots).length === 0) return null
  return { version: run.compiled.version, stack: run.stack, slots: run.slots }
}
