/** What is otherwise in one set of flows than in another, so that people can read it: part by part, step by step, field by field. */
import type { Flow, FlowSet, FlowStep } from './flow.ts'
import { flowPartKinds, type FlowPartKind } from './flow-finding.ts'
import type { Json } from './json.ts'
import type { FieldChange, FlowPartDifference, FlowPartName, StepChange } from './flow-versions.ts'

const groups = { flow: 'flows', slot: 'slots', table: 'tables' } as const satisfies Record<FlowPartKind, keyof FlowSet>

export const partsOf = (set: FlowSet, kind: FlowPartKind): Record<string, object> => set[groups[kind]]
/** Own only: no part is there by the name of what every object has. */
export const partOf = (set: FlowSet, { kind, name }: FlowPartName): object | undefined => {
  const parts = partsOf(set, kind)
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

/** The parts that differ: flows, slots, tables, each by name. */
export function compareFlows(from: FlowSet, to: FlowSet): FlowPartDifference[] {
  return flowPartKinds.flatMap((kind) => {
    const names = new Set([...Object.keys(partsOf(from, kind)), ...Object.keys(partsOf(to, kind))])
    return [...names].toSorted().flatMap((name) => {
      const difference = comparePart({ kind, name }, partOf(from, { kind, name }), partOf(to, { kind, name }))
      return difference ? [difference] : []
    })
  })
}

/** The names alone: which parts came, went, or are otherwise. */
export function changedParts(from: FlowSet, to: FlowSet): Record<'added' | 'changed' | 'removed', FlowPartName[]> {
  const named = compareFlows(from, to).map(({ kind, name, change }) => ({ change, part: { kind, name } }))
  const those = (of: string) => named.flatMap(({ change, part }) => (change === of ? [part] : []))
  return { added: those('added'), changed: those('changed'), removed: those('removed') }
}

function comparePart(
  named: FlowPartName,
  before: object | undefined,
  after: object | undefined,
): FlowPartDifference | undefined {
  const [stepsBefore, stepsAfter] = [stepsOf(before), stepsOf(after)]
  const fields = compareFields(withoutSteps(before), withoutSteps(after))
  const steps = compareSteps(stepsBefore, stepsAfter)
  if (fields.length === 0 && steps.length === 0) return undefined
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { ...named, change, fields, steps }
}

const stepsOf = (part: object | undefined): FlowStep[] => (part && 'steps' in part ? (part as Flow).steps : [])
function withoutSteps(part: object | undefined): object | undefined {
  if (!part || !('steps' in part)) return part
  const { steps: _steps, ...rest } = part
  return rest
}

/** In the order of the newer steps; those that went come where they stood. */
function compareSteps(before: FlowStep[], after: FlowStep[]): StepChange[] {
  const old = new Map(before.map((step) => [step.id, step]))
  const now = new Map(after.map((step) => [step.id, step]))
  const stayed = new Set(
    longestCommon(
      before.flatMap(({ id }) => (now.has(id) ? [id] : [])),
      [...now.keys()].filter((id) => old.has(id)),
    ),
  )
  const changes: StepChange[] = []
  const goneBefore = (id: string | undefined) => {
    for (const step of gone.get(id) ?? [])
      changes.push({ id: step.id, change: 'removed', fields: compareFields(step, undefined) })
  }
  const gone = goneSteps(before, now)
  goneBefore(undefined)
  for (const [id, step] of now) {
    const was = old.get(id)
    const fields = compareFields(was, step)
    if (!was) changes.push({ id, change: 'added', fields })
    else if (fields.length > 0) changes.push({ id, change: 'changed', fields })
    else if (!stayed.has(id)) changes.push({ id, change: 'moved', fields })
    goneBefore(id)
  }
  return changes
}

/** The steps that went, by the one that they stood below. */
function goneSteps(before: FlowStep[], now: ReadonlyMap<string, FlowStep>): Map<string | undefined, FlowStep[]> {
  const gone = new Map<string | undefined, FlowStep[]>()
  let above: string | undefined
  for (const step of before) {
    if (now.has(step.id)) above = step.id
    else gone.set(above, [...(gone.get(above) ?? []), step])
  }
  return gone
}

/** The longest run of ids that is in both in this order: those that did not move (longest increasing subsequence, Fredman 1975). */
function longestCommon(before: string[], after: string[]): string[] {
  const places = new Map(before.map((id, place) => [id, place]))
  const sequence = after.map((id) => places.get(id)!)
  // The last of the best run of each length, as a place in the sequence, and what came before each.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, place] of sequence.entries()) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if (sequence[ends[middle]!]! < place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? ends[low - 1] : undefined
    ends[low] = index
  }
  const run: string[] = []
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.push(after[at]!)
  return run
}

/** The places that differ, as deep as both sides have the same form; a list whose length differs is told as a whole. */
export function compareFields(before: unknown, after: unknown, at = ''): FieldChange[] {
  if (before === after) return []
  const below = (key: string | number) => (at === '' ? `${key}` : `${at}.${key}`)
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((each, index) => compareFields(each, after[index], below(index)))
  // What is new or gone is told by its fields as well, so that its words can be read.
  const [one, other] = [fieldsOf(before), fieldsOf(after)]
  if (!one || !other) return [{ at, before: (before ?? null) as Json, after: (after ?? null) as Json }]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].flatMap((key) => compareFields(own(one, key), own(other, key), below(key)))
}

const own = (fields: Record<string, unknown>, key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined)
/** Undefined: it has none. What is not there has none that are known. */
function fieldsOf(value: unknown): Record<string, unknown> | undefined {
  if (value === undefined) return {}
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
