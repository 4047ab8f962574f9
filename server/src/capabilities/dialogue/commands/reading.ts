/** One message held against where the conversation stands: what is asked for, what is known, what expressions see. */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import type { FlowSlot } from '@lingxi/contract/flow'
import type { RecognisedEntity } from '@lingxi/contract/understanding'
import { judgeTable } from '../engine/decide-step.ts'
import type { CompiledFlow, CompiledFlows, CompiledStep } from '../flows/compile.ts'
import type { Scope } from '../flows/expressions.ts'
import type { FlowSituation, Heard } from '../situation.ts'
import { type Clause, clausesOf, spell } from '../words/clauses.ts'
import { says } from '../words/cues.ts'

export type Wordings = { value: FlowValue; words: string[] }[]
export type Asked = { name: string; slot: FlowSlot }
/** The flow that runs last, and the step it stands at. */
export type Running = { frame: FlowFrame; compiled: CompiledFlow }

export type Reading = {
  situation: FlowSituation
  flows: CompiledFlows
  heard: Heard
  text: string
  clauses: Clause[]
  running: Running | undefined
  asked: Asked | undefined
  known: Readonly<Record<string, FlowValue>>
  /** What was taken for a value already: clauses by their place, entities themselves. */
  taken: { clauses: Set<number>; entities: Set<RecognisedEntity> }
}

export function openReading(situation: FlowSituation, heard: Heard, flows: CompiledFlows): Reading {
  const frame = situation.progress?.stack.at(-1)
  const compiled = frame && flows.flows.get(frame.flow)
  const running = frame && compiled && { frame, compiled }
  const known = situation.progress?.slots ?? {}
  return {
    situation,
    flows,
    heard,
    text: spell(heard.text),
    clauses: clausesOf(heard.text),
    running,
    asked: running && askedBy(running, { flows, known }),
    known,
    taken: { clauses: new Set(), entities: new Set() },
  }
}

/** The flow that runs and those that called it, which are one matter to the customer. */
export function matterOf({ situation: { progress } }: Pick<Reading, 'situation'>): string[] {
  const stack = progress?.stack.toReversed() ?? []
  const below = stack.findIndex(({ waits }, at) => at > 0 && waits !== 'flow')
  return stack.slice(0, below < 0 ? stack.length : below).map(({ flow }) => flow)
}

/** The slot whose value is waited for. */
function askedBy({ frame, compiled }: Running, { flows, known }: { flows: CompiledFlows; known: Reading['known'] }) {
  const at = frame.waits === 'slot' ? compiled.steps.get(frame.step) : undefined
  const name =
    at?.kind === 'collect' ? at.step.collect : at?.kind === 'decide' ? missingIn(flows, at, known) : undefined
  const slot = name === undefined ? undefined : flows.set.slots[name]
  return slot && { name: name!, slot }
}

/** What a decision table asks for next. */
function missingIn({ set }: CompiledFlows, { step }: CompiledStep & { kind: 'decide' }, known: Reading['known']) {
  const table = set.tables[step.decide]
  const judged = table && judgeTable(table, (slot) => known[slot])
  return judged?.kind === 'ask' ? judged.slot : undefined
}

export const scopeOf = ({ situation: { surroundings, progress } }: Reading, value?: FlowValue): Scope => ({
  slots: progress?.slots ?? {},
  results: progress?.stack.at(-1)?.results ?? {},
  customer: surroundings.customer,
  conversation: surroundings.conversation,
  now: surroundings.now,
  event: {},
  ...(value !== undefined && { value }),
})

/** What the choices of a slot are called, in both languages. */
export function wordingsOf(slot: FlowSlot, reading: Reading): Wordings {
  const listed = (slot.choices ?? []).map(({ value, label, words = [] }) => ({
    value,
    words: [value, label.zh ?? '', label.en ?? '', ...words].filter(Boolean),
  }))
  return slot.choices_from === undefined ? listed : [...listed, ...toldChoices(slot.choices_from, reading)]
}

function toldChoices(expression: string, { flows, ...reading }: Reading): Wordings {
  const { value } = flows.evaluate(expression, scopeOf({ flows, ...reading }))
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string' || typeof each === 'number') return [{ value: each, words: [String(each)] }]
    if (typeof each !== 'object' || each === null || !('value' in each)) return []
    const { value: told, label } = each as { value: unknown; label?: unknown }
    if (typeof told !== 'string' && typeof told !== 'number') return []
    const labels = typeof label === 'object' && label !== null ? Object.values(label) : [label]
    return [{ value: told, words: [String(told), ...labels.filter((text) => typeof text === 'string')] }]
  })
}

type Label = { zh?: string | undefined; en?: string | undefined }
const spelt = new WeakMap<Label, string[]>()

/** A name in both languages, spelt once: flows are many, and stay as they are. */
export function speltLabels(label: Label): string[] {
  let all = spelt.get(label)
  if (!all) spelt.set(label, (all = [label.zh, label.en].filter((text) => text !== undefined).map(spell)))
  return all
}
/** What a slot is called. */
export const labelsOf = ({ label }: Pick<FlowSlot, 'label'>) => speltLabels(label)

/** What a flow is called. */
export function labelsOfFlow(flow: string, { flows }: Pick<Reading, 'flows'>): string[] {
  const name = flows.flows.get(flow)?.flow.name
  return name ? speltLabels(name) : []
}

/** Whether a clause speaks of what bears this label: all of it, two characters of it, or a word of it that says something. */
export function names(clause: string, labels: readonly string[]): boolean {
  return labels.some((label) => clause.includes(label) || piecesOf(label).some((piece) => clause.includes(piece)))
}
/** Parts of a label that stand for it: two characters, or a word. */
export function piecesOf(label: string): string[] {
  const pairs = [...label.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair]) => pair!)
  return [...pairs, ...(label.match(/[a-z]{4,}/g) ?? [])]
}

export const asks = ({ text, hasMark }: Pick<Clause, 'text' | 'hasMark'>) =>
  hasMark || (says('ask', text) && !says('affirm', text))

/** The clauses that say something by themselves: no pardon, and no mere sound. */
export const tellingClauses = ({ clauses }: Pick<Reading, 'clauses'>) =>
  clauses.filter(({ text }) => !says('pardon', text) && !says('hum', text))

export const clauseAt = ({ clauses }: Reading, at: number) =>
  clauses.findIndex(({ start, end }) => at >= start && at < end)
