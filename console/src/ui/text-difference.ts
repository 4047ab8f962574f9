/** What differs between two texts: lines first, and inside a line that was rewritten the words. */
import { diffArrays, diffLines } from 'diff'

export type Part = { text: string; kind: 'same' | 'added' | 'removed' }
/** `count` lines that are the same and far from any difference. */
export type DifferenceLine = { kind: 'line'; parts: Part[] } | { kind: 'skipped'; count: number }

/** Lines of the same text that are shown around a difference. */
const around = 2
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const wordsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment)
const linesOf = (text: string) => text.replace(/\n$/, '').split('\n')

export function differenceOf(before: string, after: string): DifferenceLine[] {
  const lines: Part[][] = []
  const changes = diffLines(before, after)
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]!
    const next = changes[at + 1]
    if (change.removed && next?.added) {
      lines.push(...rewritten(change.value, next.value))
      at++
    } else {
      const kind = change.added ? 'added' : change.removed ? 'removed' : 'same'
      lines.push(...linesOf(change.value).map((text) => [{ text, kind } satisfies Part]))
    }
  }
  return folded(lines)
}

/** Word by word, cut into lines again. */
function rewritten(before: string, after: string): Part[][] {
  const ends = (text: string) => text.replace(/\n$/, '')
  const lines: Part[][] = [[]]
  for (const { value, added, removed } of diffArrays(wordsOf(ends(before)), wordsOf(ends(after)))) {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    for (const [place, text] of value.join('').split('\n').entries()) {
      if (place > 0) lines.push([])
      if (text) lines.at(-1)!.push({ text, kind })
    }
  }
  return lines
}

const differs = (parts: Part[]) => parts.some(({ kind }) => kind !== 'same')

function folded(lines: Part[][]): DifferenceLine[] {
  const near = lines.map((_, at) => lines.slice(Math.max(0, at - around), at + around + 1).some(differs))
  const shown: DifferenceLine[] = []
  for (const [at, parts] of lines.entries()) {
    const last = shown.at(-1)
    if (near[at]) shown.push({ kind: 'line', parts })
    else if (last?.kind === 'skipped') last.count++
    else shown.push({ kind: 'skipped', count: 1 })
  }
  return shown
}
