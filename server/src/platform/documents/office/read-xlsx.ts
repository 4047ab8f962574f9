/** Workbooks: each sheet as its values, dates and percentages as people see them, merged cells said where they cover. */
import type { Sheet } from 'hucre'
import { formatValue } from 'hucre'
import { readXlsx as readWorkbook } from 'hucre/xlsx'
import type { ReadTable } from '../documents.ts'
import { type Notes, Refused } from '../refusals.ts'
import { isXml, openOffice, packPlainly } from './open-office.ts'

/** Cells that one merge may fill: a merge over a whole column is decoration. */
const largestMerge = 10_000

export async function readXlsx(
  bytes: Uint8Array,
  limits: { mostUnpacked: number },
  notes: Notes,
): Promise<ReadTable[]> {
  const parts = await openOffice(bytes, limits, isXml)
  if (!parts.has('xl/workbook.xml')) throw new Refused('damaged')
  try {
    const { sheets } = await readWorkbook(packPlainly(parts), { readStyles: true })
    const shown = sheets.filter((sheet) => !(sheet.hidden || sheet.veryHidden))
    if (shown.length < sheets.length) notes.add('skipped-sheets', sheets.length - shown.length)
    return shown.map((sheet) => ({ name: sheet.name, records: recordsOf(sheet, notes) }))
  } catch (cause) {
    throw new Refused('damaged', cause)
  }
}

function recordsOf(sheet: Sheet, notes: Notes): ReadTable['records'] {
  const rows = sheet.rows.map((row, at) => row.map((value, column) => cellText({ sheet, value, at, column }, notes)))
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? ''
    if (value === '' || (endRow - startRow + 1) * (endCol - startCol + 1) > largestMerge) continue
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol; column <= endCol; column++) rows[row]![column] = value
  }
  return rows.map((row) => ({ fields: Array.from(row, (cell) => cell ?? '') }))
}

type Place = { sheet: Sheet; value: unknown; at: number; column: number }

function cellText({ sheet, value, at, column }: Place, notes: Notes): string {
  const cell = sheet.cells?.get(`${at},${column}`)
  const shown = value ?? cell?.formulaResult ?? null
  if (shown === null && cell?.formula) notes.add('formula-without-value')
  return typeof shown === 'number' ? numberText(shown, cell?.style?.numFmt) : valueText(shown)
}

function valueText(shown: unknown): string {
  if (shown === null || shown === undefined) return ''
  if (shown instanceof Date) return dateText(shown)
  if (typeof shown === 'boolean') return shown ? 'TRUE' : 'FALSE'
  return String(shown).replaceAll('\r', '').trim()
}

/** A day without a time is a day; a workbook knows no time zones. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}

/** Percentages and currencies as they are shown; otherwise the plain number, for 1,234.50 is found by nobody. */
function numberText(value: number, format: string | undefined): string {
  if (format && /[%¥￥$€£]/.test(format)) {
    const text = formatValue(value, format).trim()
    if (text !== '') return text
  }
  return String(Math.abs(value) < 1e15 ? Number(value.toPrecision(15)) : value)
}
