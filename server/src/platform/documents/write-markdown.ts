/** Plain words as Markdown that reads the same: only what would otherwise be taken for structure is escaped. */

/** One line of a paragraph. */
export const escapeLine = (line: string) =>
  line
    .replace(/[*`<[]/g, '\\$&')
    .replace(/^(\s*)([#>+=~|-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)]\s)/, '$1\\$2')

const cellText = (cell: string) =>
  cell
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ')
    .trim()

/** A table with the first row as its head; short rows are filled up. Nothing for nothing. */
export function writeTable(rows: string[][]): string {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head, ...rest] = rows
  if (!head || width === 0) return ''
  const line = (row: string[]) =>
    `| ${Array.from({ length: width }, (_, place) => cellText(row[place] ?? '')).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
}

export const writeHeading = (depth: number, text: string) =>
  `${'#'.repeat(Math.min(6, Math.max(1, depth)))} ${escapeLine(text.replace(/\s+/g, ' ').trim())}`

/** Paragraphs of plain text: a blank line parts them, lines stay lines. */
export function textToMarkdown(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => escapeLine(line.replace(/\s+$/, '').replace(/^[ \t]+/, '')))
        .join('\n'),
    )
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n')
    .trim()
}
