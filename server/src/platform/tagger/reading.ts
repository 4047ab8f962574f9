/** From a text to what is told from: its units in pieces, with their columns. Long texts have several pieces, most have one. */
import { type Columns, createColumnReader } from './columns.ts'
import { segment } from './segmentation.ts'
import { pieceOf, piecesOf, type Units, unitsOf } from './units.ts'

/** `marks`: more signs of each unit, where there are any. */
export type Piece = { units: Units; columns: Columns; marks: number[][] | undefined }

export function createReader() {
  const readColumns = createColumnReader()
  return function readPieces(text: string, context: readonly string[]): Piece[] {
    const whole = unitsOf(text)
    return piecesOf(whole).map((range) => {
      const units = pieceOf(whole, range)
      const { columns, isChinese } = readColumns(units, context)
      return { units, columns, marks: isChinese ? segment(units, columns) : undefined }
    })
  }
}
