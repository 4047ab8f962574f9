/** A flow set made ready for the engine, once per release: steps by their ids, expressions read, triggers indexed. */

import {
  type Flow,
  type FlowSet,
  type FlowStep,
  kindOf,
  type LocalText,
  type StepKind,
  type stepKinds,
} from '@lingxi/contract/flow'
import { namesIn } from '@lingxi/contract/flow-texts'
import type { Language } from '@lingxi/contract/message'
import type { z } from 'zod'
import { type Evaluate, type Evaluated, readExpression, type Scope } from './expressions.ts'
import { labelsOf } from './labels.ts'
import { type Filled, fillTemplate, inLanguage, readTemplate, type Template } from './templates.ts'
import { indexTriggers, type TriggerIndex } from './triggers.ts'

/** A step with its kind, and the step that follows it: null when it is the end. */
export type CompiledStep = {
  [Kind in StepKind]: { kind: Kind; id: string; step: z.infer<(typeof stepKinds)[Kind]>; next: string | null }
}[StepKind]
export type CompiledFlow = {
  name: string
  flow: Flow
  first: string
  steps: ReadonlyMap<string, CompiledStep>
  /**
   * The slots it asks for, in the order of its steps: by itself, by its tables, and by the flows that it calls. After them those
   * that it asks for nowhere and gives to an action where somebody names them.
   */
  collects: readonly string[]
}
export type CompiledFlows = {
  version: number
  set: FlowSet
  flows: ReadonlyMap<string, CompiledFlow>
  triggers: TriggerIndex
  /** The slots that an entity of this type may fill. */
  slotsByEntity: ReadonlyMap<string, readonly string[]>
  /** Never throws: what fails is null, with why. An expression is read when it is met first. */
  evaluate: (expression: string, scope: Scope) => Evaluated
  /** The text in this language, or the other where it is missing, with its values put in. */
  fill: (text: LocalText, language: Language, scope: Scope) => Filled
}

/** Takes what the schema let through; what does not fit together (`checkFlows`) is met by the engine with a hand-over. */
export function compileFlows(set: FlowSet, version: number): CompiledFlows {
  const expressions = new Map<string, Evaluate>()
  const templates = new Map<string, Template>()
  const labelOf = labelsOf(set)
  return {
    version,
    set,
    flows: new Map(Object.entries(set.flows).map(([name, flow]) => [name, compileFlow(set, name, flow)])),
    triggers: indexTriggers(set),
    slotsByEntity: indexEntities(set),
    evaluate: (expression, scope) => remembered(expressions, expression, readExpression)(scope),
    fill(text, language, scope) {
      const wording = inLanguage(text, language)
      const spoken = text[language] === undefined ? (language === 'zh' ? 'en' : 'zh') : language
      return fillTemplate(remembered(templates, wording, readTemplate), scope, { language: spoken, labelOf })
    },
  }
}

function compileFlow(set: FlowSet, name: string, flow: Flow): CompiledFlow {
  const steps = new Map<string, CompiledStep>()
  for (const [place, step] of flow.steps.entries()) {
    const kind = kindOf(step)
    const below = flow.steps[place + 1]?.id ?? null
    const named = 'next' in step ? step.next : undefined
    const next = named === undefined ? below : targetOf(named)
    // The first of two steps of one name is the one that is known.
    if (kind && !steps.has(step.id)) steps.set(step.id, { kind, id: step.id, step, next } as CompiledStep)
  }
  const collects = new Set<string>()
  collect(set, name, { collects, seen: new Set() })
  for (const named of flow.steps.flatMap((step) => givenBy(step, set))) collects.add(named)
  return { name, flow, first: flow.steps[0]!.id, steps, collects: [...collects] }
}

function collect(set: FlowSet, name: string, found: { collects: Set<string>; seen: Set<string> }): void {
  if (found.seen.has(name) || !Object.hasOwn(set.flows, name)) return
  found.seen.add(name)
  for (const step of set.flows[name]!.steps) {
    if ('collect' in step) found.collects.add(step.collect)
    else if ('decide' in step && Object.hasOwn(set.tables, step.decide))
      for (const input of set.tables[step.decide]!.inputs) found.collects.add(input)
    else if ('call' in step) collect(set, step.call, found)
  }
}

/** The slots that an action is given and that entities fill: a size, say, that nobody has to name. */
function givenBy(step: FlowStep, { slots }: FlowSet): string[] {
  const given = 'action' in step ? Object.values(step.input ?? {}).flatMap((each) => namesIn(each, 'slots')) : []
  return given.filter((name) => Object.hasOwn(slots, name) && (slots[name]!.entities?.length ?? 0) > 0)
}

/** `end` is nowhere. */
export const targetOf = (target: string): string | null => (target === 'end' ? null : target)

function indexEntities({ slots }: FlowSet): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const [name, { entities = [] }] of Object.entries(slots))
    for (const entity of entities) index.set(entity, [...(index.get(entity) ?? []), name])
  return index
}

function remembered<Read>(all: Map<string, Read>, text: string, read: (text: string) => Read): Read {
  const known = all.get(text)
  if (known !== undefined) return known
  const made = read(text)
  all.set(text, made)
  return made
}
