/** Markdown as a flat list of blocks with their place in the text (UTF-16 offsets) and the headings above them. */
import type { Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { splitSentences } from './sentences.ts'

/** What an answer can be made of: a sentence, an item of a list, a row of a table; `lead` is a table's head. */
export type Unit = { kind: 'sentence' | 'item' | 'row' | 'lead'; start: number; end: number }
export type Block = { kind: 'text' | 'list' | 'table'; start: number; end: number; headings: string[]; units: Unit[] }

export function blocksOf(body: string): Block[] {
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const blocks: Block[] = []
  const headings: { depth: number; text: string }[] = []
  for (const node of tree.children) {
    if (node.type === 'heading') {
      while (headings.length > 0 && headings.at(-1)!.depth >= node.depth) headings.pop()
      headings.push({ depth: node.depth, text: plainText(node) })
      continue
    }
    if (node.type === 'thematicBreak' || node.type === 'definition') continue
    const block = toBlock(body, node)
    if (block) blocks.push({ ...block, headings: headings.map(({ text }) => text) })
  }
  return blocks
}

function toBlock(body: string, node: RootContent): Omit<Block, 'headings'> | undefined {
  const { start, end } = spanOf(node)
  if (end <= start) return undefined
  if (node.type === 'list') {
    const units = node.children.map((item) => ({ kind: 'item' as const, ...spanOf(item) }))
    return { kind: 'list', start, end, units }
  }
  if (node.type === 'table') {
    const units = node.children.map((row, place) => ({
      kind: place === 0 ? ('lead' as const) : ('row' as const),
      ...spanOf(row),
    }))
    return { kind: 'table', start, end, units }
  }
  const units = splitSentences(body, start, end).map((span) => ({ kind: 'sentence' as const, ...span }))
  return { kind: 'text', start, end, units }
}

const spanOf = (node: Nodes) => ({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 })

function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}
