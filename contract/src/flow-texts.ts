/** Where in flows something is said, worked out or named: what the checks, a renaming and a search walk over. */
import type { DecisionTable, Flow, FlowSlot, FlowStep, LocalText } from './flow.ts'

/** `at`: keys with dots between, from the part or, where there is one, from the step. */
export type Place = { step: string | null; at: string }
export type PlacedText = Place & { text: LocalText }
export type PlacedExpression = Place & { expression: string }

const under = (at: string, key: string | number) => (at === '' ? `${key}` : `${at}.${key}`)

/** Every text of a part that people read, those of its steps among them. */
export function textsOf(part: Flow | FlowSlot | DecisionTable): PlacedText[] {
  if (!('steps' in part)) return textsIn(part, { step: null, at: '' })
  const { steps, ...rest } = part
  return [
    ...textsIn(rest, { step: null, at: '' }),
    ...steps.flatMap((step) => textsIn(step, { step: step.id, at: '' })),
  ]
}

const isText = (value: object): value is LocalText => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key === 'zh' || key === 'en')
}
/** What holds names of people's own choosing, so that `zh` in it is no language. */
const named = new Set(['input', 'set_slots', 'when', 'then', 'place'])

function textsIn(value: unknown, place: Place): PlacedText[] {
  if (typeof value !== 'object' || value === null) return []
  if (!Array.isArray(value) && isText(value)) return [{ ...place, text: value }]
  return Object.entries(value).flatMap(([key, each]) =>
    named.has(key) ? [] : textsIn(each, { ...place, at: under(place.at, key) }),
  )
}

/** What stands between `{{` and `}}`; null where it is not ended, or nothing is in it. */
export function holesOf(text: string): (string | null)[] {
  const holes: (string | null)[] = []
  for (let from = text.indexOf('{{'); from >= 0; ) {
    const to = text.indexOf('}}', from + 2)
    const inside = to < 0 ? '' : text.slice(from + 2, to).trim()
    holes.push(inside === '' ? null : inside)
    from = to < 0 ? -1 : text.indexOf('{{', to + 2)
  }
  return holes
}

/** Every expression of a part, those in its texts left out. */
export function expressionsOf(part: Flow | FlowSlot | DecisionTable): PlacedExpression[] {
  if ('inputs' in part) return []
  const placed = (at: string, expression: string | undefined, step: string | null = null): PlacedExpression[] =>
    expression === undefined ? [] : [{ step, at, expression }]
  if (!('steps' in part)) {
    const valid = (part.valid ?? []).flatMap((each, index) => placed(`valid.${index}.if`, each.if))
    return [...placed('choices_from', part.choices_from), ...placed('initial', part.initial), ...valid]
  }
  const triggers = (part.triggers ?? []).flatMap((each, index) => placed(`triggers.${index}.if`, each.if))
  const ofSteps = part.steps.flatMap((step) =>
    ofStep(step).flatMap(([at, expression]) => placed(at, expression, step.id)),
  )
  return [...placed('if', part.if), ...triggers, ...ofSteps]
}

function ofStep(step: FlowStep): [string, string][] {
  if ('branch' in step) return step.branch.map((each, index) => [`branch.${index}.if`, each.if])
  if ('set_slots' in step)
    return Object.entries(step.set_slots).flatMap(([name, set]) =>
      set === null ? [] : [[`set_slots.${name}`, set] satisfies [string, string]],
    )
  if ('action' in step)
    return Object.entries(step.input ?? {}).map(([name, given]) => [`input.${name}`, given] satisfies [string, string])
  return []
}

/** Texts in quotes, which hold no names. */
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g
/** `slots.` or `results.` with what is named after it; not `a.slots.x`. */
const mention = /(?<![\w.])(slots|results)\.([a-z][a-z0-9_]*)/g

/** The slots or results that an expression names. */
export function namesIn(expression: string, of: 'slots' | 'results'): string[] {
  const bare = expression.replaceAll(quoted, '""')
  return [...bare.matchAll(mention)].flatMap(([, root, name]) => (root === of ? [name!] : []))
}

/** The expression with a slot under another name. */
export function renameSlotIn(expression: string, from: string, to: string): string {
  const both = new RegExp(`${quoted.source}|${mention.source}`, 'g')
  return expression.replaceAll(both, (found, root?: string, name?: string) =>
    root === 'slots' && name === from ? `slots.${to}` : found,
  )
}

/** What a step names by its own keys. */
export function namedBy(step: FlowStep): { at: string; kind: 'slot' | 'flow' | 'table' | 'action'; name: string }[] {
  if ('collect' in step) return [{ at: 'collect', kind: 'slot', name: step.collect }]
  if ('set_slots' in step)
    return Object.keys(step.set_slots).map((name) => ({ at: `set_slots.${name}`, kind: 'slot', name }))
  if ('link' in step) return [{ at: 'link', kind: 'flow', name: step.link }]
  if ('call' in step) return [{ at: 'call', kind: 'flow', name: step.call }]
  if ('decide' in step) return [{ at: 'decide', kind: 'table', name: step.decide }]
  return 'action' in step ? [{ at: 'action', kind: 'action', name: step.action }] : []
}
