/** A decision table with the first row that holds (hit policy "first" of DMN 1.5), asking only for what still matters. */
import type { Condition, Rule, Slot } from '@lingxi/contract/guide'
import type { Language } from '@lingxi/contract/message'
import { readSlot, type SlotValue } from './read-slot.ts'

export type Known = Record<string, SlotValue>
export type Judged = { kind: 'row'; row: number } | { kind: 'ask'; slot: Slot } | { kind: 'none' }

/** The row that answers, or the slot that decides about the first row that may, or that no row can. */
export function judgeRule({ slots, rows }: Rule, known: Known): Judged {
  for (const [row, { when }] of rows.entries()) {
    const named = slots.filter(({ name }) => when[name])
    if (named.some(({ name }) => known[name] !== undefined && !isMet(when[name]!, known[name]!))) continue
    const open = named.find(({ name }) => known[name] === undefined)
    return open ? { kind: 'ask', slot: open } : { kind: 'row', row }
  }
  return { kind: 'none' }
}

function isMet({ among, from, below }: Condition, value: SlotValue): boolean {
  if (among) return among.includes(String(value))
  const number = Number(value)
  return (from === undefined || number >= from) && (below === undefined || number < below)
}

/** What a text says by itself for any slot that is not known yet. */
export function readKnown(
  { slots }: Rule,
  text: string,
  { language, known }: { language: Language; known: Known },
): Known {
  const read = { ...known }
  for (const slot of slots) {
    const value = read[slot.name] ?? readSlot(slot, text, { language, only: false })
    if (value !== undefined) read[slot.name] = value
  }
  return read
}
