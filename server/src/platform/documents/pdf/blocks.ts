/** The lines of a column as headings, paragraphs, items and tables. */
import { type Line, type Segment, joinLines, lineText } from './lines.ts'
import type { Survey } from './survey.ts'

export type Block =
  | { kind: 'heading'; depth: number; text: string }
  /** `indented`: its first line stands in, so it begins something new. */
  | { kind: 'paragraph'; text: string; indented: boolean }
  | { kind: 'item'; text: string; number: string | undefined }
  | { kind: 'table'; rows: string[][] }

const bullet = /^[•●▪■◆◦○‣∙·–—➢✓*-]\s+(?=\S)/
const numbered = /^(\d{1,3}[.)、]|[(（]\d{1,3}[)）]|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]{1,3}、)\s*/
const ends = /[.!?。！？：:；;…”"）)]$/

export function blocksOf(lines: Line[], survey: Survey): Block[] {
  const blocks: Block[] = []
  const right = Math.max(...lines.flatMap(({ segments }) => segments.map((segment) => segment.right)))
  const left = Math.min(...lines.flatMap(({ segments }) => segments.map((segment) => segment.left)))
  const pitch = pitchOf(lines, survey.bodySize)
  for (let place = 0; place < lines.length; ) {
    const table = tableAt(lines, place)
    if (table) {
      blocks.push({ kind: 'table', rows: table.rows })
      place = table.next
      continue
    }
    addLine(blocks, lines, { place, left, right, pitch, survey })
    place++
  }
  return blocks
}

type Where = { place: number; left: number; right: number; pitch: number; survey: Survey }

function addLine(blocks: Block[], lines: Line[], where: Where): void {
  const line = lines[where.place]!
  const before = blocks.at(-1)
  const text = lineText(line)
  const depth = where.survey.headingDepth(line)
  if (depth !== undefined) return addHeading(blocks, { depth, text }, isNear(lines, where.place))
  const started = itemOf(text)
  if (started) return void blocks.push(started)
  if (before && 'text' in before && before.kind !== 'heading' && goesOn(before, lines, where))
    before.text = joinLines(before.text, text)
  else blocks.push({ kind: 'paragraph', text, indented: line.segments[0]!.left - where.left > 1.2 * line.size })
}

/** A heading may run over several lines of one size. */
function addHeading(blocks: Block[], { depth, text }: { depth: number; text: string }, near: boolean): void {
  const before = blocks.at(-1)
  if (before?.kind === 'heading' && before.depth === depth && near) before.text = joinLines(before.text, text)
  else blocks.push({ kind: 'heading', depth, text })
}

function isNear(lines: Line[], place: number): boolean {
  const above = lines[place - 1]
  return above !== undefined && above.baseline - lines[place]!.baseline < 1.7 * lines[place]!.size
}

/** Whether a line belongs to what stands above it: no gap, no line that stands in, no line that ended early with its sentence. */
function goesOn(before: { kind: string; text: string }, lines: Line[], { place, right, pitch }: Where): boolean {
  const line = lines[place]!
  const above = lines[place - 1]
  if (!above || above.baseline - line.baseline >= 1.5 * pitch) return false
  const endedEarly = right - above.segments.at(-1)!.right > 4 * line.size && ends.test(before.text)
  const standsIn = line.segments[0]!.left - above.segments[0]!.left > 1.2 * line.size
  return !endedEarly && (before.kind === 'item' || !standsIn)
}

function itemOf(text: string): Block | undefined {
  if (bullet.test(text)) return { kind: 'item', text: text.replace(bullet, ''), number: undefined }
  const number = numbered.exec(text)
  if (!number || number[0].length >= text.length) return undefined
  return { kind: 'item', text: text.slice(number[0].length), number: number[1]! }
}

/** The usual distance of baselines. */
function pitchOf(lines: Line[], bodySize: number): number {
  const gaps = lines
    .slice(1)
    .map((line, place) => lines[place]!.baseline - line.baseline)
    .filter((gap) => gap > 0 && gap < 4 * bodySize)
    .toSorted((one, other) => one - other)
  return gaps[Math.floor(gaps.length / 2)] ?? 1.4 * bodySize
}

/**
 * A table begins where lines fall into the same columns. Columns are the stretches that the words of all its lines cover
 * together: justified text with wide gaps covers everything and makes none.
 */
function tableAt(lines: Line[], start: number): { rows: string[][]; next: number } | undefined {
  if (lines[start]!.segments.length < 2) return undefined
  let next = start
  while (next < lines.length && (lines[next]!.segments.length >= 2 || isContinuation(lines, next))) next++
  while (next > start && lines[next - 1]!.segments.length < 2 && !isContinuation(lines, next - 1)) next--
  const among = lines.slice(start, next)
  const whole = among.filter(({ segments }) => segments.length >= 2)
  const columns = stretchesOf(among.flatMap(({ segments }) => segments))
  if (columns.length < 2 || whole.length < (columns.length > 2 ? 2 : 3)) return undefined
  return { rows: rowsOf(among, columns), next }
}

/** One cell that goes on below: close under a line of the table, and within what is covered there. */
function isContinuation(lines: Line[], place: number): boolean {
  const line = lines[place]!
  const above = lines[place - 1]
  if (!above || line.segments.length !== 1 || above.baseline - line.baseline > 1.6 * line.size) return false
  const [segment] = line.segments
  return (
    above.segments.length >= 2 && above.segments.some((cell) => Math.abs(cell.left - segment!.left) < 0.6 * line.size)
  )
}

type Stretch = { left: number; right: number }

function stretchesOf(segments: Segment[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { left, right } of segments.toSorted((one, other) => one.left - other.left)) {
    const open = stretches.at(-1)
    if (open && left < open.right + 1) open.right = Math.max(open.right, right)
    else stretches.push({ left, right })
  }
  return stretches
}

function rowsOf(lines: Line[], columns: Stretch[]): string[][] {
  const rows: string[][] = []
  for (const line of lines) {
    const row = columns.map(() => '')
    for (const segment of line.segments) {
      const place = columns.findIndex(({ right }) => segment.left < right + 1)
      row[place] = joinLines(row[place] ?? '', segment.text)
    }
    const above = rows.at(-1)
    if (above && line.segments.length === 1 && rows.length > 0)
      row.forEach((cell, place) => cell !== '' && (above[place] = joinLines(above[place]!, cell)))
    else rows.push(row)
  }
  return rows
}
