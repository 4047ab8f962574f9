/**
 * CSV as RFC 4180 has it, reading on after a broken line: a quote that is never closed, or closed in the middle of a
 * field, costs its own line and no other. (Kept parsers either stop there or swallow everything up to the next quote.)
 */
export type CsvRecord = { fields: string[]; place?: { start: number; end: number } } | { broken: string }
type Read = { fields: string[]; next: number } | { broken: string }

/** Records in order; empty lines are left out. The separator is the one the first line uses most: comma, semicolon, tab. */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  const separator = separatorOf(text)
  let place = 0
  while (place < text.length) {
    const read = readRecord(text, place, separator)
    if ('broken' in read) {
      records.push({ broken: read.broken })
      place = lineEnd(text, place) + 1
    } else {
      if (read.fields.some((field) => field.trim() !== '')) records.push({ fields: read.fields })
      place = read.next
    }
  }
  return records
}

function readRecord(text: string, start: number, separator: string): Read {
  const fields: string[] = []
  let place = start
  for (;;) {
    const field = text[place] === '"' ? readQuoted(text, place) : readPlain(text, place, separator)
    if ('broken' in field) return field
    fields.push(field.value)
    const mark = text[field.next]
    if (mark === undefined || mark === '\n') return { fields, next: field.next + 1 }
    if (mark !== separator) return { broken: 'There is text after a closing quotation mark.' }
    place = field.next + 1
  }
}

function readQuoted(text: string, start: number): { value: string; next: number } | { broken: string } {
  let from = start + 1
  let value = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return { broken: 'A quotation mark is opened and never closed.' }
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, next: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function readPlain(text: string, start: number, separator: string) {
  const end = lineEnd(text, start)
  const mark = text.indexOf(separator, start)
  const next = mark >= 0 && mark < end ? mark : end
  return { value: text.slice(start, next), next }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function separatorOf(text: string): string {
  const header = text.slice(0, lineEnd(text, 0))
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark
}
