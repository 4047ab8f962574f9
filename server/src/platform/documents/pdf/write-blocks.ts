/** Blocks of page after page as one Markdown text: what a page break parted is joined again. */
import { escapeLine, writeHeading, writeTable } from '../write-markdown.ts'
import type { Block } from './blocks.ts'
import { joinLines } from './lines.ts'

const finished = /[.!?。！？：:；;…”"）)]$/

/** Keeps what the last page ended with; `add` gives the page's piece, the separator in front included. */
export function createBlockWriter() {
  let last: Block | undefined
  let begun = false

  function separator(block: Block): { mark: string; body: string } {
    const body = write(block)
    if (!begun) return { mark: '', body }
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && continues(last.text, block)) {
      const joined = joinLines('字', block.text).length > block.text.length + 1 ? ' ' : ''
      return { mark: /[\w,;]$/.test(last.text) ? ' ' : joined, body }
    }
    if (last?.kind === 'item' && block.kind === 'item') return { mark: '\n', body }
    return { mark: '\n\n', body }
  }

  /** A table that goes on over the page; its head is often printed again. */
  function tableRest(block: Block): string | undefined {
    if (last?.kind !== 'table' || block.kind !== 'table') return undefined
    if (last.rows[0]!.length !== block.rows[0]!.length) return undefined
    const head = last.rows[0]!
    const rows = head.join('\n') === block.rows[0]!.join('\n') ? block.rows.slice(1) : block.rows
    block.rows = [head, ...rows]
    return rows.length === 0
      ? ''
      : `\n${writeTable([head, ...rows])
          .split('\n')
          .slice(2)
          .join('\n')}`
  }

  return {
    add(blocks: Block[]): string {
      let text = ''
      blocks.forEach((block, place) => {
        const rest = place === 0 ? tableRest(block) : undefined
        if (rest === undefined) {
          const { mark, body } = separator(block)
          text += mark + body
        } else text += rest
        begun = true
        last = block
      })
      return text
    },
  }
}

const continues = (before: string, { text, indented }: { text: string; indented: boolean }) =>
  !indented && !finished.test(before) && !/^[A-Z]/.test(text)

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return writeHeading(block.depth, block.text)
    case 'paragraph':
      return escapeLine(block.text)
    case 'item':
      return `${markOf(block.number)} ${escapeLine(block.text)}`
    case 'table':
      return writeTable(block.rows)
  }
}

/** Markdown counts in Arabic numbers only; others stay part of the item. */
function markOf(number: string | undefined): string {
  if (number === undefined) return '-'
  return /^\d+[.)]$/.test(number) ? number : `- ${number}`
}
