/** An article's body as tables, list items and sentences, each with its words and its place (UTF-16 offsets). */
import type { Nodes, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export type Piece = { text: string; starts: number; ends: number }
export type Row = Piece & { cells: string[] }
export type Blocks = { tables: { heading: string; rows: Row[] }[]; items: Piece[]; sentences: Piece[] }

export function readBlocks(body: string): Blocks {
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const blocks: Blocks = { tables: [], items: [], sentences: [] }
  let heading = ''
  for (const node of tree.children) {
    if (node.type === 'heading') heading = plainText(node)
    else if (node.type === 'table') blocks.tables.push({ heading, rows: rowsOf(node) })
    else if (node.type === 'list')
      for (const item of node.children) blocks.items.push(...linesOf(item.children[0] ?? item, body))
    else if (node.type === 'paragraph') blocks.sentences.push(...sentencesOf(node, body))
  }
  return blocks
}

const rowsOf = (table: Table): Row[] =>
  table.children.map((row) => {
    const cells = row.children.map((cell) => plainText(cell).trim())
    return { ...spanOf(row), cells, text: cells.join(' | ') }
  })

/** Lines of a list's item; a paragraph of `key: value` lines is as good as a list. */
function linesOf(node: Nodes, body: string): Piece[] {
  const { starts, ends } = spanOf(node)
  return splitAt(body, { starts, ends }, /\n/g)
}

function sentencesOf(node: Nodes, body: string): Piece[] {
  return splitAt(body, spanOf(node), /(?<=[。！？!?；;])\s*|(?<=[^.\d]\.)\s+|\n/g)
}

function splitAt(body: string, { starts, ends }: { starts: number; ends: number }, divider: RegExp): Piece[] {
  const pieces: Piece[] = []
  const text = body.slice(starts, ends)
  let from = 0
  const push = (to: number) => {
    const raw = text.slice(from, to)
    const trimmed = raw.trim()
    if (trimmed === '') return
    const at = starts + from + raw.indexOf(trimmed)
    pieces.push({ text: withoutMarks(trimmed), starts: at, ends: at + trimmed.length })
  }
  for (const match of text.matchAll(divider)) {
    push(match.index)
    from = match.index + match[0].length
  }
  push(text.length)
  return pieces
}

/** Emphasis, code and links as their words alone. */
const withoutMarks = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .trim()

const spanOf = (node: Nodes) => ({ starts: node.position?.start.offset ?? 0, ends: node.position?.end.offset ?? 0 })

function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}
