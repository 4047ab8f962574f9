/** The words of an answer and the exact spans it stands on. */
import type { Citation } from '@lingxi/contract/message'
import { shortPassage, withLeadIns } from './choose-part.ts'
import { cite, type EvidencePassage, textOf, type Unit } from './evidence.ts'
import type { Weighed } from './weigh-passage.ts'

export function present({ passage, units }: Weighed): { text: string; citations: Citation[] } {
  if (units.length === 0) return whole(passage)
  if (passage.kind === 'subject')
    return { text: `**${passage.title}**\n\n${linesOf(passage, units)}`, citations: spansOf(passage, units) }
  if (passage.kind === 'question') return part(passage, units)
  return passage.text.length <= shortPassage[passage.language]
    ? whole(passage)
    : part(passage, withLeadIns(passage, units))
}

const part = (passage: EvidencePassage, units: Unit[]) => ({
  text: linesOf(passage, units),
  citations: spansOf(passage, units),
})
const whole = (passage: EvidencePassage) => ({ text: passage.text, citations: [cite(passage, passage)] })

/** Neighbouring units become one span. */
function spansOf(passage: EvidencePassage, units: Unit[]): Citation[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of units) {
    const last = spans.at(-1)
    if (last && textOf(passage, { start: last.end, end: start }).trim() === '') last.end = end
    else spans.push({ start, end })
  }
  return spans.map((span) => cite(passage, span))
}

/** Units as Markdown; rows keep the head of their table. */
function linesOf(passage: EvidencePassage, units: Unit[]): string {
  const lines: string[] = []
  let head: string | undefined
  for (const unit of units) {
    const above = unit.kind === 'row' ? headOf(passage, unit) : undefined
    if (above && above !== head) {
      const columns = above.replace(/^\s*\||\|\s*$/g, '').split('|').length
      lines.push('', above, `|${' --- |'.repeat(columns)}`)
    }
    if (head && !above) lines.push('')
    head = above
    lines.push(textOf(passage, unit))
  }
  return lines.join('\n').trim()
}

function headOf(passage: EvidencePassage, row: Unit): string | undefined {
  const lead = passage.units.filter(({ kind, start }) => kind === 'lead' && start < row.start).at(-1)
  return lead ? textOf(passage, lead) : passage.tableHead
}
