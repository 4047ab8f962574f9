/** Decision tables in flows: the first row that holds decides, and what it still has to know is asked for. */
import type { FlowFrame, FlowValue } from '@lingxi/contract/dialogue'
import type { DecisionTable } from '@lingxi/contract/flow'
import type { Condition } from '@lingxi/contract/guide'
import type { CompiledStep } from '../flows/compile.ts'
import { fill, knownOf, ownOf, type Run, say, slotOf } from './run.ts'
import { fitSlot, setSlot } from './slots.ts'

type Judged = { kind: 'row'; row: number } | { kind: 'ask'; slot: string } | { kind: 'none' }

/** The row that decides, or the slot that decides about the first row that may, or that no row can. */
export function judgeTable({ inputs, rows }: DecisionTable, known: (slot: string) => FlowValue | undefined): Judged {
  for (const [row, { when }] of rows.entries()) {
    const named = inputs.filter((input) => ownOf(when, input))
    if (named.some((input) => known(input) !== undefined && !isMet(when[input]!, known(input)!))) continue
    const open = named.find((input) => known(input) === undefined)
    return open === undefined ? { kind: 'row', row } : { kind: 'ask', slot: open }
  }
  return { kind: 'none' }
}

function isMet({ among, from, below }: Condition, value: FlowValue): boolean {
  const named = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  if (among && !among.includes(named)) return false
  const number = Number(value)
  return (from === undefined || number >= from) && (below === undefined || number < below)
}

/** The slot that a table has to know next; undefined when it can decide. */
export function missingOf(run: Run, name: string): string | undefined {
  const table = ownOf(run.compiled.set.tables, name)
  const judged = table && judgeTable(table, (slot) => knownOf(run, slot))
  return judged?.kind === 'ask' ? judged.slot : undefined
}

/** Does what the table decides; says which row it was. What is missing was asked for before. */
export function followTable(run: Run, frame: FlowFrame, { step }: CompiledStep & { kind: 'decide' }): string {
  const table = ownOf(run.compiled.set.tables, step.decide)
  const judged = table && judgeTable(table, (slot) => knownOf(run, slot))
  if (judged?.kind !== 'row') return 'none'
  const { then = {}, say: text } = table!.rows[judged.row]!
  for (const [name, value] of Object.entries(then))
    setSlot(run, frame, { name, value: fitSlot(slotOf(run, name), value) })
  if (text) say(run, fill(run, frame, text))
  return String(judged.row)
}
