import { h, type VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import { readMarkdown } from '../markdown.ts'
import type { Piece } from '../markdown-tree.ts'
import type { Span } from '../sourced.ts'

/** Elements are made one by one from the tree: there is no HTML in between that could be misread. */
export function MarkdownView({ source, marked }: { source: string; marked?: Span | undefined }) {
  const pieces = useMemo(() => readMarkdown(source, marked), [source, marked])
  return <div class="markdown">{pieces.map(toNode)}</div>
}

const toNode = (piece: Piece): VNode | string =>
  typeof piece === 'string' ? piece : h(piece.tag, piece.attributes, ...piece.pieces.map(toNode))
