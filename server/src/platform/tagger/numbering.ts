/** Rows for the signs that training met, in the order of meeting. */
import type { LabelledText } from './weights.ts'

/** Where there are many texts, what was met once says nothing that lasts: half the model for the same F1. */
const manyUnits = 20_000

export function createNumbering() {
  const numbers = new Map<number, number>()
  const met: number[] = []
  return {
    numberOf(sign: number): number {
      let number = numbers.get(sign)
      if (number === undefined) numbers.set(sign, (number = met.push(0) - 1))
      met[number]!++
      return number
    },

    /** Renumbers what is left without the rare ones; returns the signs in the order of their numbers. */
    settle(texts: LabelledText[]): { signs: number[]; texts: LabelledText[] } {
      const units = texts.reduce((sum, { count }) => sum + count, 0)
      const least = units >= manyUnits ? 2 : 1
      const signs: number[] = []
      const rows = new Int32Array(met.length).fill(-1)
      for (const [sign, number] of numbers) if (met[number]! >= least) rows[number] = signs.push(sign) - 1
      return { signs, texts: texts.map((text) => withRows(text, rows)) }
    },
  }
}

function withRows({ count, begins, signs, labels }: LabelledText, rows: Int32Array): LabelledText {
  const kept = new Int32Array(signs.length)
  const keptBegins = new Int32Array(count + 1)
  let end = 0
  for (let place = 0; place < count; place++) {
    for (let at = begins[place]!; at < begins[place + 1]!; at++) {
      const row = rows[signs[at]!]!
      if (row >= 0) kept[end++] = row
    }
    keptBegins[place + 1] = end
  }
  return { count, begins: keptBegins, signs: kept.slice(0, end), labels }
}
