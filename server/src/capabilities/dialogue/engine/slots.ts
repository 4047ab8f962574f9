/** The values of slots: what fits one, what is taken, and what is forgotten again. */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import type { FlowSlot, SlotChoice } from '@lingxi/contract/flow'
import { evaluate, fill, holdsFor, knownOf, labelOf, ownOf, type Run, slotOf, topOf } from './run.ts'
import { inLanguage, saying } from '../flows/templates.ts'

/** The value as the slot holds it; null when it is none of its kind. */
export function fitSlot(slot: FlowSlot | undefined, value: unknown): FlowValue | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  if (value === '' || (typeof value === 'number' && !Number.isFinite(value))) return null
  return slot ? fits[slot.type](value) : value
}

const fits: Record<FlowSlot['type'], (value: FlowValue) => FlowValue | null> = {
  text: String,
  choice: String,
  number: (value) => (typeof value === 'boolean' || !Number.isFinite(Number(value)) ? null : Number(value)),
  yes_no: (value) => (typeof value === 'boolean' ? value : value === 'yes' ? true : value === 'no' ? false : null),
  time: (value) => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null),
}

/** Null: it may be taken. Else what is said of it, "" when there are no words for it. */
export function refusalOf(run: Run, { name, value }: { name: string; value: FlowValue }, frame: FlowFrame) {
  const slot = slotOf(run, name)
  if (slot?.type === 'choice') {
    const choices = choicesOf(run, name, frame)
    if (choices.length > 0 && !choices.some((choice) => choice.value === value)) return ''
  }
  const broken = slot?.valid?.find((condition) => !holdsFor(run, frame, { condition: condition.if, value }))
  return broken ? fill(run, frame, broken.say) : null
}

/** What may be chosen for a slot, from the slot itself or from what an action told. */
export function choicesOf(run: Run, name: string, frame: FlowFrame): SlotChoice[] {
  const slot = slotOf(run, name)
  if (!slot) return []
  if (slot.choices_from === undefined) return slot.choices ?? []
  const told = evaluate(run, frame, slot.choices_from)
  return (Array.isArray(told) ? told : []).slice(0, mostChoices).flatMap((each) => choiceFrom(each) ?? [])
}
const mostChoices = 30

function choiceFrom(told: unknown): SlotChoice | undefined {
  if (typeof told === 'string' || typeof told === 'number') return choiceFrom({ value: told, label: told })
  if (typeof told !== 'object' || told === null || !('value' in told)) return undefined
  const value = String(told.value)
  const label = 'label' in told ? told.label : value
  if (typeof label === 'object' && label !== null) return { value, label: label as SlotChoice['label'] }
  return { value, label: { zh: String(label), en: String(label) } }
}

export const choiceLabel = (run: Run, { label, value }: SlotChoice): string => inLanguage(label, run.language) || value

/** Takes a value, or null for none. What changes takes back the yes that was given to it. */
export function setSlot(run: Run, frame: FlowFrame, { name, value }: { name: string; value: FlowValue | null }): void {
  const before = knownOf(run, name)
  if (before === (value ?? undefined)) return
  if (value === null) delete run.slots[name]
  else run.slots[name] = value
  for (const each of run.stack) each.confirmed = false
  run.retaking?.changed.add(`slots.${name}`)
  if (before === undefined && slotOf(run, name)?.keep !== 'conversation') frame.filled.push(name)
}

/** What a flow filled is gone with it, unless it is for the whole conversation. */
export function forget(run: Run, filled: readonly string[]): void {
  for (const name of filled) delete run.slots[name]
}

/** The flow that asks for it: the one that runs, or the next below it that does; else the one that runs. */
export function ownerOf(run: Run, name: string): FlowFrame | undefined {
  const asks = (frame: FlowFrame) => frame.filled.includes(name) || matters(run, frame).includes(name)
  return run.stack.findLast(asks) ?? topOf(run)
}
/** The slots that a flow asks for, by itself or by a decision table. */
export const matters = (run: Run, frame: FlowFrame): readonly string[] =>
  run.compiled.flows.get(frame.flow)?.collects ?? []

/** A slot's value in words. */
export function valueInWords(run: Run, frame: FlowFrame, { name, value }: { name: string; value: FlowValue }): string {
  const choice = choicesOf(run, name, frame).find((each) => each.value === value)
  if (choice) return choiceLabel(run, choice)
  const label = run.compiled.fill({ zh: `{{ slots.${name} }}` }, 'zh', {
    slots: { [name]: value },
    results: {},
    customer: {},
    conversation: {},
    event: {},
    now: '',
  })
  const unit = ownOf(run.compiled.set.slots, name)?.unit
  return typeof value === 'boolean' ? saying(value, run.language) : `${label.text}${unit ? ` ${unit}` : ''}`
}

/** What the open flows know, as it is called and said: for who takes over. */
export function knownInWords(run: Run) {
  const names = [...new Set(run.stack.flatMap(({ filled }) => filled))]
  return names.flatMap((slot) => {
    const value = knownOf(run, slot)
    if (value === undefined) return []
    return { slot, label: labelOf(run, slot), value: valueInWords(run, topOf(run)!, { name: slot, value }) }
  })
}
