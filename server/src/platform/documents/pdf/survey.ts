/** What is true of a whole PDF, told from some of its pages: the size of its text, of its headings, and running heads. */
import { type Line, lineText } from './lines.ts'

export type Survey = {
  bodySize: number
  /** 1 for the largest headings, 2 for the next …; nothing for text. */
  headingDepth(line: Line): number | undefined
  /** A page number, a running head or foot. `place` counts from the nearer edge of the page. */
  isRunning(line: Line, place: number): boolean
}

const heightOfHeading = 1.15
const deepestHeading = 4
const longestHeading = 120
/** Lines at either edge that may be running ones. */
const edge = 2

export function surveyPages(pages: Line[][]): Survey {
  const bodySize = mostWritten(pages)
  const sizes = headingSizes(pages, bodySize)
  const running = runningLines(pages)
  return {
    bodySize,
    headingDepth(line) {
      const text = lineText(line)
      if (line.size < bodySize * heightOfHeading || text.length > longestHeading || !/\p{L}/u.test(text))
        return undefined
      const place = sizes.findIndex((size) => line.size >= size - 0.3)
      return place < 0 ? sizes.length : place + 1
    },
    isRunning: (line, place) => place < edge && running.has(shapeOf(line)),
  }
}

const round = (size: number) => Math.round(size * 2) / 2

function mostWritten(pages: Line[][]): number {
  const written = new Map<number, number>()
  for (const { segments } of pages.flat())
    for (const { size, text } of segments) written.set(round(size), (written.get(round(size)) ?? 0) + text.length)
  return [...written].toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 10
}

/** Largest first; a size that only one line in the whole sample has is still a heading, the title. */
function headingSizes(pages: Line[][], bodySize: number): number[] {
  const sizes = new Set(
    pages
      .flat()
      .filter((line) => line.size >= bodySize * heightOfHeading && lineText(line).length <= longestHeading)
      .map(({ size }) => round(size)),
  )
  return [...sizes].toSorted((one, other) => other - one).slice(0, deepestHeading)
}

/** The same but for its numbers, at the same height. */
const shapeOf = (line: Line) =>
  `${Math.round(line.baseline / 4)}:${lineText(line)
    .replace(/[\d０-９]+/g, '#')
    .slice(0, 80)}`

function runningLines(pages: Line[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edges = new Set([...lines.slice(0, edge), ...lines.slice(-edge)])
    for (const shape of new Set([...edges].map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const needed = Math.max(3, pages.length * 0.3)
  return new Set([...counts].filter(([, count]) => count >= needed).map(([shape]) => shape))
}
