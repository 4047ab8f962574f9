/** What a button above a text of Markdown does to it: a text with its selection becomes another. */
export type Selected = { text: string; start: number; end: number }
/** The stretch that is replaced, what by, and what of it is selected afterwards (offsets from the stretch's start). */
export type Replacement = { from: number; to: number; by: string; select: [start: number, end: number] }
export type Mark = 'heading' | 'bold' | 'italic' | 'list' | 'numbers' | 'quote' | 'code' | 'table' | 'link' | 'picture'

/** What stands where nothing was selected. */
export type MarkWords = { text: string; address: string; column: string }

const inline: Partial<Record<Mark, string>> = { bold: '**', italic: '*' }
const prefixes: Partial<Record<Mark, (line: number) => string>> = {
  list: () => '- ',
  numbers: (line) => `${line + 1}. `,
  quote: () => '> ',
}

export function applyMark(mark: Mark, selected: Selected, words: MarkWords): Replacement {
  const around = inline[mark]
  if (around) return surround(selected, around, words.text)
  const prefix = prefixes[mark]
  if (prefix) return prefixLines(selected, prefix)
  if (mark === 'heading') return raiseHeading(selected)
  if (mark === 'code') return makeCode(selected, words.text)
  if (mark === 'table') return insertTable(selected, words)
  return makeLink(selected, mark === 'picture' ? '!' : '', words)
}

/** A second time takes it away. */
function surround({ text, start, end }: Selected, around: string, placeholder: string): Replacement {
  const size = around.length
  const isMarked =
    text.slice(start - size, start) === around &&
    text.slice(end, end + size) === around &&
    // One star inside two is bold, not italic.
    (size > 1 || text[start - 2] !== '*')
  const inner = text.slice(start, end)
  if (isMarked) return { from: start - size, to: end + size, by: inner, select: [0, inner.length] }
  const chosen = inner || placeholder
  return { from: start, to: end, by: `${around}${chosen}${around}`, select: [size, size + chosen.length] }
}

function linesAround({ text, start, end }: Selected) {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end > start && text[end - 1] === '\n' ? end - 1 : end)
  const to = next === -1 ? text.length : next
  return { from, to, lines: text.slice(from, to).split('\n') }
}

function prefixLines(selected: Selected, prefix: (line: number) => string): Replacement {
  const { from, to, lines } = linesAround(selected)
  const isMarked = lines.every((line, at) => line.startsWith(prefix(at)))
  const by = lines.map((line, at) => (isMarked ? line.slice(prefix(at).length) : prefix(at) + line)).join('\n')
  return { from, to, by, select: lines.length === 1 ? [by.length, by.length] : [0, by.length] }
}

/** Text → `##` → `###` → text. The title of an article is its only first heading. */
function raiseHeading(selected: Selected): Replacement {
  const { from, to, lines } = linesAround(selected)
  const level = /^(#{0,6})\s/.exec(lines[0]!)?.[1]?.length ?? 0
  const next = level === 0 ? '## ' : level === 2 ? '### ' : ''
  const by = lines.map((line) => next + line.replace(/^#{1,6}\s+/, '')).join('\n')
  return { from, to, by, select: [by.length, by.length] }
}

function makeCode(selected: Selected, placeholder: string): Replacement {
  const { text, start, end } = selected
  const inner = text.slice(start, end)
  if (!inner.includes('\n')) return surround(selected, '`', placeholder)
  const by = `\`\`\`\n${inner.replace(/\n$/, '')}\n\`\`\``
  return { from: start, to: end, by, select: [4, by.length - 4] }
}

/** On lines of its own, with an empty one before it. */
function insertTable({ text, end }: Selected, { column }: MarkWords): Replacement {
  const before = text.slice(0, end)
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const first = `${column} 1`
  const table = `| ${first} | ${column} 2 |\n| --- | --- |\n|  |  |\n`
  const start = gap.length + 2
  return { from: end, to: end, by: gap + table, select: [start, start + first.length] }
}

function makeLink({ text, start, end }: Selected, before: string, words: MarkWords): Replacement {
  const inner = text.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/.test(inner)
  const label = isAddress || inner === '' ? words.text : inner
  const address = isAddress ? inner : words.address
  const by = `${before}[${label}](${address})`
  const labelAt = before.length + 1
  const addressAt = labelAt + label.length + 2
  const select: [number, number] =
    isAddress || inner === '' ? [labelAt, labelAt + label.length] : [addressAt, addressAt + address.length]
  return { from: start, to: end, by, select }
}
