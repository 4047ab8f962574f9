/** A part under another name, wherever it is named: by steps, by tables, in expressions. Pure. */
import type { FlowSet, LocalText } from '@lingxi/contract/flow'
import { expressionsOf, renameSlotIn, textsOf } from '@lingxi/contract/flow-texts'
import type { FlowPartName } from '@lingxi/contract/flow-versions'

/** The set with every mention changed; the part itself still stands under its old name. */
export function renameIn(set: FlowSet, { kind, name }: FlowPartName, to: string): FlowSet {
  const renamed = structuredClone(set)
  const renameKey = <Value>(given: Record<string, Value>) =>
    Object.fromEntries(Object.entries(given).map(([key, value]) => [key === name ? to : key, value]))
  for (const step of Object.values(renamed.flows).flatMap(({ steps }) => steps)) {
    const fields = step as Record<string, unknown>
    for (const key of keysNaming[kind]) if (fields[key] === name) fields[key] = to
    if (kind === 'slot' && 'set_slots' in step) step.set_slots = renameKey(step.set_slots)
  }
  if (kind !== 'slot') return renamed
  for (const table of Object.values(renamed.tables)) {
    table.inputs = table.inputs.map((input) => (input === name ? to : input))
    for (const row of table.rows) {
      row.when = renameKey(row.when)
      if (row.then) row.then = renameKey(row.then)
    }
  }
  for (const part of [
    ...Object.values(renamed.flows),
    ...Object.values(renamed.slots),
    ...Object.values(renamed.tables),
  ])
    renameInWords(part, (expression) => renameSlotIn(expression, name, to))
  return renamed
}

const keysNaming = { flow: ['link', 'call'], table: ['decide'], slot: ['collect'] } as const

type Part = Parameters<typeof textsOf>[0]
function renameInWords(part: Part, rename: (expression: string) => string): void {
  for (const { step, at, expression } of expressionsOf(part))
    if (step === null) put(part, at.split('.'), rename(expression))
  // One at a time: two may have the same id as long as nobody has mended that.
  for (const step of 'steps' in part ? part.steps : [])
    for (const { step: of, at, expression } of expressionsOf({ name: {}, steps: [step] }))
      if (of !== null) put(step, at.split('.'), rename(expression))
  for (const { text } of textsOf(part))
    for (const language of Object.keys(text) as (keyof LocalText)[])
      text[language] = text[language]!.replaceAll(/\{\{[\s\S]*?\}\}/g, rename)
}

function put(holder: object, [first, ...rest]: string[], value: string): void {
  const fields = holder as Record<string, unknown>
  if (rest.length === 0) fields[first!] = value
  else put(fields[first!] as object, rest, value)
}
