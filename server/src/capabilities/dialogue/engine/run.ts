/** What is worked on while a turn is decided: a copy of the progress, and what is said, taken and asked for so far. */
import type {
  ActionRequest,
  FlowFault,
  FlowFrame,
  FlowValue,
  Repair,
  StepTaken,
  Weighed,
} from '@lingxi/contract/dialogue'
import { type FlowSlot, mostSteps } from '@lingxi/contract/flow'
import type { Language, QuickReply } from '@lingxi/contract/message'
import type { CompiledFlows, CompiledStep } from '../flows/compile.ts'
import type { Scope } from '../flows/expressions.ts'
import { inLanguage } from '../flows/templates.ts'
import type { FlowMessage, FlowSituation, HandOver } from '../situation.ts'
import { engineWords, type EngineWord } from './engine-words.ts'

/** Steps that one turn may take: a flow that goes through each of its steps twice is no loop, one that goes on is. */
export const mostTaken = mostSteps * 2
/** Misses in a row after which a person is the better help. */
export const mostMissed = 3

/** Steps are taken again after a correction, up to where the flow stood: what does not depend on what changed is not said and not done twice. */
export type Retaking = { until: string; changed: Set<string>; elsewhere: boolean }

export type Run = {
  readonly situation: FlowSituation
  readonly compiled: CompiledFlows
  readonly language: Language
  stack: FlowFrame[]
  slots: Record<string, FlowValue>
  /** What came with what happened, for the expressions of this turn. */
  event: Record<string, unknown>
  messages: FlowMessage[]
  /** Said at the head of the next message. */
  leads: string[]
  /** The question that was put last in this turn, so that it is not put twice. */
  asked: string | null
  /** The flow on top was not begun, and not asked in, just now: it is said that we come back to it. */
  returning: boolean
  /** Frames whose question has its answer, though their step asks always. */
  answered: Set<FlowFrame>
  /** Slots that are asked for anew, whatever they might be taken from. */
  reopened: Set<string>
  retaking: Retaking | null
  taken: StepTaken[]
  faults: FlowFault[]
  requested: ActionRequest[]
  weighed: Weighed[]
  repair: Repair | null
  handOver: HandOver | null
  look: { action: string; input: Record<string, unknown> } | null
  aside: 'knowledge' | 'small-talk' | null
  /** Flows of which one may be meant. */
  clarify: string[]
  /** The flows had to do with what was said, or what happened. */
  acted: boolean
  /** The open question is not put again: something else was said in its place. */
  quiet: boolean
  stepsLeft: number
}

export function beginRun(situation: FlowSituation, compiled: CompiledFlows): Run {
  const { progress, heard, surroundings } = situation
  return {
    situation,
    compiled,
    language: heard?.language ?? surroundings.conversation.language,
    stack: (progress?.stack ?? []).map((frame) => ({
      ...frame,
      filled: [...frame.filled],
      results: { ...frame.results },
    })),
    slots: { ...progress?.slots },
    event: {},
    messages: [],
    leads: [],
    asked: null,
    returning: false,
    answered: new Set(),
    reopened: new Set(),
    retaking: null,
    taken: [],
    faults: [],
    requested: [],
    weighed: [],
    repair: null,
    handOver: null,
    look: null,
    aside: null,
    clarify: [],
    acted: false,
    quiet: false,
    stepsLeft: mostTaken,
  }
}

export const topOf = (run: Run): FlowFrame | undefined => run.stack.at(-1)
/** Names are people's, and `constructor` is one: only what is there itself counts. */
export const ownOf = <Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined
export const slotOf = (run: Run, name: string): FlowSlot | undefined => ownOf(run.compiled.set.slots, name)
export const knownOf = (run: Run, name: string): FlowValue | undefined => ownOf(run.slots, name)
export const stepOf = (run: Run, { flow, step }: FlowFrame): CompiledStep | undefined =>
  run.compiled.flows.get(flow)?.steps.get(step)

/** What an open flow waits for from the customer, and not from elsewhere. */
export const waitsForCustomer = ({ waits }: FlowFrame) =>
  waits === 'slot' || waits === 'reply' || waits === 'confirmation'

export function nameOf(run: Run, flow: string): string {
  const found = run.compiled.flows.get(flow)
  return found ? inLanguage(found.flow.name, run.language) : flow
}
export function labelOf(run: Run, slot: string): string {
  const found = slotOf(run, slot)
  return found ? inLanguage(found.label, run.language) : slot
}

export const words = (run: Run, word: EngineWord, values: Record<string, string> = {}): string =>
  engineWords(word, { language: run.language, variant: run.situation.surroundings.conversation.turn }, values)
export const wordButton = (run: Run, word: EngineWord): QuickReply => button(words(run, word))
export const button = (text: string): QuickReply => ({ label: text, text })

export const lead = (run: Run, text: string): void => void (text && run.leads.push(text))

/** Says it, after what was to be said before it. Nothing is said where there is nothing to say. */
export function say(run: Run, text: string, quickReplies: QuickReply[] = []): void {
  const said = [...run.leads.splice(0), text].filter((each) => each !== '').join('\n\n')
  if (said !== '') run.messages.push({ text: said, quickReplies })
}

export const repaired = (run: Run, repair: Repair): void => void (run.repair ??= repair)

export function scopeOf(run: Run, frame: FlowFrame | undefined): Scope {
  const { customer, conversation, now } = run.situation.surroundings
  return { slots: run.slots, results: frame?.results ?? {}, customer, conversation, event: run.event, now }
}

export const evaluate = (run: Run, frame: FlowFrame, expression: string): unknown =>
  evaluateIn(run, frame, { expression, scope: scopeOf(run, frame) })

/** Whether a condition over `value` holds. */
export const holdsFor = (run: Run, frame: FlowFrame, { condition, value }: { condition: string; value: FlowValue }) =>
  evaluateIn(run, frame, { expression: condition, scope: { ...scopeOf(run, frame), value } }) === true

function evaluateIn(run: Run, frame: FlowFrame, { expression, scope }: { expression: string; scope: Scope }): unknown {
  const { value, fault } = run.compiled.evaluate(expression, scope)
  if (fault) faulty(run, frame, { expression, because: fault })
  return value
}

export function fill(run: Run, frame: FlowFrame, text: { zh?: string | undefined; en?: string | undefined }): string {
  const filled = run.compiled.fill(text, run.language, scopeOf(run, frame))
  for (const fault of filled.faults) faulty(run, frame, fault)
  return filled.text
}

const mostFaults = 20
export function faulty(run: Run, frame: FlowFrame, fault: { expression: string; because: string }): void {
  if (run.faults.length < mostFaults) run.faults.push({ flow: frame.flow, step: frame.step, ...fault })
}
