/** The weights of a chain, and what they make of a text. */

/** Of each sign (a row), the labels it speaks for or against: places `rows[s] … rows[s + 1] - 1` of `label` and `weight`. */
export type SignWeights = { rows: Int32Array; label: Uint16Array; weight: Float32Array }
export type Weights = SignWeights & { steps: Float64Array; starts: Float64Array }

/** A text as signs: those of unit i are `signs[begins[i]] … signs[begins[i + 1] - 1]`, each the number of a row. */
export type SignedText = { count: number; begins: Int32Array; signs: Int32Array }
export type LabelledText = SignedText & { labels: Int32Array }

/** Adds up what the signs say: `into[i * labels + y]` is the score of label y at unit i. */
export function scoreUnits(
  { count, begins, signs }: SignedText,
  { rows, label, weight }: SignWeights,
  { into, labels }: { into: Float64Array; labels: number },
): void {
  into.fill(0, 0, count * labels)
  for (let place = 0; place < count; place++) {
    const base = place * labels
    for (let at = begins[place]!; at < begins[place + 1]!; at++) {
      const row = signs[at]!
      for (let pair = rows[row]!; pair < rows[row + 1]!; pair++) into[base + label[pair]!]! += weight[pair]!
    }
  }
}

/** A weight for each label that a sign was seen with; others stay 0, which keeps a model small. */
export function pairsOf(texts: readonly LabelledText[], { signs, labels }: { signs: number; labels: number }) {
  const ends = new Int32Array(signs + 1)
  for (const text of texts) for (const sign of text.signs) ends[sign + 1]!++
  for (let row = 0; row < signs; row++) ends[row + 1]! += ends[row]!
  const seen = new Uint16Array(ends[signs]!)
  const filled = ends.slice(0, signs)
  for (const { count, begins, signs: ofText, labels: gold } of texts)
    for (let place = 0; place < count; place++)
      for (let at = begins[place]!; at < begins[place + 1]!; at++) seen[filled[ofText[at]!]!++] = gold[place]!

  const rows = new Int32Array(signs + 1)
  const label: number[] = []
  const lastRow = new Int32Array(labels).fill(-1)
  for (let row = 0; row < signs; row++) {
    for (let at = ends[row]!; at < ends[row + 1]!; at++) {
      if (lastRow[seen[at]!] === row) continue
      lastRow[seen[at]!] = row
      label.push(seen[at]!)
    }
    rows[row + 1] = label.length
  }
  return { rows, label: Uint16Array.from(label) }
}
