/**
 * Whether flows make sense together. Pure, and the same wherever it is asked: while a flow is written, before it is published,
 * at start. What the schema lets through is well formed already.
 */
import type { DecisionTable, FlowSet, FlowSlot } from './flow.ts'
import { type FlowFinding, flowFindingCodes, type FlowPartKind, mostFlowFindings } from './flow-finding.ts'
import { checkFlow } from './flow-check-steps.ts'
import { createCheckWords } from './flow-check-words.ts'
import { type Checking, type Find, has, type KnownAction } from './flow-checking.ts'
import { expressionsOf, holesOf, namesIn, textsOf } from './flow-texts.ts'
import { restlessLoops, timedLoops } from './flow-loops.ts'

/** What is known outside of the flows; what is not given is not checked against. */
export type FlowsKnown = {
  /** The names that are taught. */
  intents?: Iterable<string> | undefined
  entities?: Iterable<string> | undefined
  actions?: Iterable<KnownAction> | undefined
  /** What is wrong with an expression, for who writes it; null when nothing is. */
  expressionFault: (expression: string) => string | null
}

/** All that is wrong, errors first, each in the order of the set; at most 10,000. */
export function checkFlows(set: FlowSet, known: FlowsKnown): FlowFinding[] {
  const errors: FlowFinding[] = []
  const warnings: FlowFinding[] = []
  const finderOf =
    (kind: FlowPartKind, name: string): Find =>
    (code, { step = null, at = '', words = {} } = {}) => {
      const severity = flowFindingCodes[code]
      const all = severity === 'error' ? errors : warnings
      if (all.length < mostFlowFindings) all.push({ severity, code, kind, name, step, at, words })
    }
  const checking: Checking = {
    set,
    intents: known.intents && new Set(known.intents),
    entities: known.entities && new Set(known.entities),
    actions: known.actions && new Map([...known.actions].map((action) => [action.name, action])),
  }
  const checkWords = createCheckWords(set, known.expressionFault)
  for (const [name, flow] of Object.entries(set.flows)) {
    const find = finderOf('flow', name)
    checkFlow(flow, checking, find)
    checkWords(flow, find)
  }
  for (const [name, slot] of Object.entries(set.slots)) {
    const find = finderOf('slot', name)
    checkSlot(slot, checking, find)
    checkWords(slot, find)
  }
  for (const [name, table] of Object.entries(set.tables)) {
    const find = finderOf('table', name)
    checkTable(table, checking, find)
    checkWords(table, find)
  }
  checkLoops(set, finderOf)
  checkUse(set, finderOf)
  checkTriggers(set, finderOf)
  return [...errors, ...warnings].slice(0, mostFlowFindings)
}

function checkSlot(slot: FlowSlot, { entities }: Checking, find: Find): void {
  if (slot.type === 'choice' && !slot.choices?.length && slot.choices_from === undefined) find('no-choices')
  const values = new Set<string>()
  for (const [index, { value }] of (slot.choices ?? []).entries()) {
    if (values.has(value)) find('duplicate-choice', { at: `choices.${index}.value`, words: { value } })
    values.add(value)
  }
  for (const [index, entity] of (slot.entities ?? []).entries())
    if (entities && !entities.has(entity)) find('unknown-entity', { at: `entities.${index}`, words: { entity } })
}

function checkTable(table: DecisionTable, { set }: Checking, find: Find): void {
  for (const [index, slot] of table.inputs.entries())
    if (!has(set.slots, slot)) find('unknown-slot', { at: `inputs.${index}`, words: { slot } })
  for (const [index, { when, then = {} }] of table.rows.entries()) {
    for (const slot of Object.keys(when))
      if (!table.inputs.includes(slot)) find('not-an-input', { at: `rows.${index}.when.${slot}`, words: { slot } })
    for (const slot of Object.keys(then))
      if (!has(set.slots, slot)) find('unknown-slot', { at: `rows.${index}.then.${slot}`, words: { slot } })
  }
}

type FinderOf = (kind: FlowPartKind, name: string) => Find

function checkLoops(set: FlowSet, finderOf: FinderOf): void {
  for (const loop of restlessLoops(set)) {
    const { flow, step } = loop[0]!
    const flows = [...new Set(loop.map((each) => each.flow))]
    const isInside = flows.length === 1 && !loop.some((each) => callsItself(set, each))
    if (isInside)
      finderOf('flow', flow)('endless-loop', { step, words: { steps: loop.map((each) => each.step).join(', ') } })
    else finderOf('flow', flow)('call-cycle', { step, words: { flows: flows.join(', ') } })
  }
  for (const loop of timedLoops(set)) {
    const { flow, step } = loop[0]!
    const steps = loop.map((each) => (each.flow === flow ? each.step : `${each.flow}.${each.step}`)).join(', ')
    finderOf('flow', flow)('timed-loop', { step, words: { steps } })
  }
}
const callsItself = ({ flows }: FlowSet, { flow, step }: { flow: string; step: string }) =>
  flows[flow]!.steps.some(
    (each) => each.id === step && (('call' in each && each.call === flow) || ('link' in each && each.link === flow)),
  )

/** What nobody comes to or asks for. */
function checkUse(set: FlowSet, finderOf: FinderOf): void {
  const steps = Object.values(set.flows).flatMap((flow) => flow.steps)
  const gone = new Set(steps.flatMap((step) => ('link' in step ? [step.link] : 'call' in step ? [step.call] : [])))
  for (const [name, { triggers = [] }] of Object.entries(set.flows))
    if (triggers.length === 0 && !gone.has(name)) finderOf('flow', name)('never-begun')
  const parts = [...Object.values(set.flows), ...Object.values(set.slots), ...Object.values(set.tables)]
  const holes = parts.flatMap((part) =>
    textsOf(part).flatMap(({ text }) => Object.values(text).flatMap((written) => holesOf(written ?? ''))),
  )
  const expressions = [...parts.flatMap((part) => expressionsOf(part).map((each) => each.expression)), ...holes]
  const used = new Set([
    ...steps.flatMap((step) =>
      'collect' in step ? [step.collect] : 'set_slots' in step ? Object.keys(step.set_slots) : [],
    ),
    ...Object.values(set.tables).flatMap(({ inputs, rows }) => [
      ...inputs,
      ...rows.flatMap(({ then = {} }) => Object.keys(then)),
    ]),
    ...expressions.flatMap((each) => (each === null ? [] : namesIn(each, 'slots'))),
  ])
  for (const name of Object.keys(set.slots)) if (!used.has(name)) finderOf('slot', name)('unused-slot')
  const asked = new Set(steps.flatMap((step) => ('decide' in step ? [step.decide] : [])))
  for (const name of Object.keys(set.tables)) if (!asked.has(name)) finderOf('table', name)('unused-table')
}

/** Two flows that begin by the same, and nothing says which. */
function checkTriggers(set: FlowSet, finderOf: FinderOf): void {
  const first = new Map<string, string>()
  for (const [name, flow] of Object.entries(set.flows))
    for (const [index, trigger] of (flow.triggers ?? []).entries()) {
      if (flow.if !== undefined || trigger.if !== undefined) continue
      const { intent, entity, event, page, schedule } = trigger
      const key = JSON.stringify([intent, entity, event, page, schedule])
      const other = first.get(key)
      if (other === undefined) first.set(key, name)
      else if (other !== name) {
        const words = {
          flow: other,
          trigger: [intent, entity, event, page, schedule].filter((each) => each !== undefined).join(', '),
        }
        finderOf('flow', name)('shared-trigger', { at: `triggers.${index}`, words })
      }
    }
}
