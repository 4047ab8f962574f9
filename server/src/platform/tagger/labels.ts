/**
 * Spans as labels of units, in the scheme B-I-E-S-O (begin, inside, end, single, outside; Ratinov and Roth,
 * "Design Challenges and Misconceptions in Named Entity Recognition", CoNLL 2009). Which label may follow which is a
 * fact of the scheme and not learnt: what cannot be read back as spans is never proposed.
 */
export const outside = 0
/** Label of type t: 1 + 4t + part. */
export const parts = { begin: 0, inside: 1, end: 2, single: 3 } as const

export type LabelScheme = {
  types: readonly string[]
  labels: number
  /** 1 where a text may begin, or end, with the label. */
  mayStart: Uint8Array
  mayEnd: Uint8Array
  /** The allowed steps into label y are `from[into[y]] … from[into[y + 1] - 1]`; that place is the number of the step. */
  into: Int32Array
  from: Int32Array
}

export type UnitSpan = { first: number; last: number; type: number }

const partOf = (label: number) => (label === outside ? -1 : (label - 1) % 4)
const typeOf = (label: number) => (label - 1) >> 2
const opens = (label: number) => label === outside || partOf(label) === parts.begin || partOf(label) === parts.single
const closes = (label: number) => label === outside || partOf(label) === parts.end || partOf(label) === parts.single

function mayFollow(label: number, previous: number): boolean {
  if (opens(label)) return closes(previous)
  return !closes(previous) && typeOf(label) === typeOf(previous)
}

export function createLabels(types: readonly string[]): LabelScheme {
  const labels = 1 + 4 * types.length
  const every = Array.from({ length: labels }, (_, label) => label)
  const into = new Int32Array(labels + 1)
  const from: number[] = []
  for (const label of every) {
    for (const previous of every) if (mayFollow(label, previous)) from.push(previous)
    into[label + 1] = from.length
  }
  return {
    types,
    labels,
    mayStart: Uint8Array.from(every, (label) => (opens(label) ? 1 : 0)),
    mayEnd: Uint8Array.from(every, (label) => (closes(label) ? 1 : 0)),
    into,
    from: Int32Array.from(from),
  }
}

/** Labels of a text of `count` units; of spans that overlap, the first given counts. */
export function labelsOf(spans: readonly UnitSpan[], count: number): Int32Array {
  const labels = new Int32Array(count)
  for (const { first, last, type } of spans) {
    if (labels.subarray(first, last + 1).some((label) => label !== outside)) continue
    const base = 1 + 4 * type
    labels.fill(base + parts.inside, first, last + 1)
    labels[first] = base + (first === last ? parts.single : parts.begin)
    if (last > first) labels[last] = base + parts.end
  }
  return labels
}
