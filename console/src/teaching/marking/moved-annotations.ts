import type { Annotation } from '@lingxi/contract/teaching'

/** The annotations of a text after it was edited in one place: what lies before or behind the edit moves along, what it touches is dropped. */
export function movedAnnotations(before: string, after: string, annotations: readonly Annotation[]): Annotation[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const moved = after.length - before.length
  return annotations.flatMap((annotation) => {
    const { start, end } = annotation
    if (end <= head) return annotation
    return start >= before.length - tail ? { ...annotation, start: start + moved, end: end + moved } : []
  })
}
