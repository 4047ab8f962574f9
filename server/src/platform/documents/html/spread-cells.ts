/** Merged cells of HTML tables said in every cell they cover, so that each row can be read by itself. In place. */
import type { Element } from 'hast'
import { allElements, attribute, childrenOf, type Parent, setChildren } from './tree.ts'

/** What a table may be stretched to; a `rowspan` of a million is a bomb. */
const mostCells = 50_000
const widest = 200

export function spreadCells(tree: Parent): void {
  for (const table of allElements(tree).filter(({ tagName }) => tagName === 'table')) spreadTable(table)
}

type Waiting = Map<number, { cell: Element; rows: number }>

function spreadTable(table: Element): void {
  const rows = allElements(table).filter(({ tagName }) => tagName === 'tr')
  const waiting: Waiting = new Map()
  // Word processors mark no head; a table without one reads best with its first row as such.
  const headless = !allElements(table).some(({ tagName }) => tagName === 'th')
  let left = mostCells
  for (const row of rows) {
    const spread = spreadRow(row, waiting, Math.min(widest, left))
    left -= spread.length
    setChildren(row, headless && row === rows[0] ? spread.map((cell) => ({ ...cell, tagName: 'th' })) : spread)
  }
}

function spreadRow(row: Element, waiting: Waiting, most: number): Element[] {
  const cells = childrenOf(row).filter((child): child is Element => child.type === 'element')
  const spread: Element[] = []
  while (spread.length < most) {
    const above = waiting.get(spread.length)
    const cell = above?.cell ?? cells.shift()
    if (!cell) break
    if (above) {
      if (--above.rows <= 0) waiting.delete(spread.length)
      spread.push(plainCell(cell))
    } else spreadCell(cell, { spread, waiting, most })
  }
  return spread
}

function spreadCell(
  cell: Element,
  { spread, waiting, most }: { spread: Element[]; waiting: Waiting; most: number },
): void {
  const across = numberOf(cell, 'colspan')
  const down = numberOf(cell, 'rowspan')
  for (let count = 0; count < across && spread.length < most; count++) {
    if (down > 1) waiting.set(spread.length, { cell, rows: down - 1 })
    spread.push(plainCell(cell))
  }
}

const numberOf = (cell: Element, name: 'colspan' | 'rowspan') => Math.max(1, Number(attribute(cell, name) ?? 1) || 1)
const plainCell = (cell: Element): Element => ({ ...cell, properties: {} })
