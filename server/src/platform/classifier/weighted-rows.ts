/**
 * The machine code of `weighted-rows.wat`, and a memory to use it on: V8 does not vectorise. A learner puts its matrices
 * and its examples into one memory and lets them be multiplied there.
 */

/** A test assembles the source again and compares. */
export const assembled =
  'AGFzbQEAAAABCgFgBn9/f39/fwACEgEGbWVtb3J5A2FsbAIBAYCABAMDAgAABxcCB3N1bVJvd3MAAAlhZGRUb1Jvd3MAAQrFAgKgAQIEfwF7IAEgA0ECdGohBiAFIARBAnRqIQkCQANAIAEgBk8NASACKgIA/RMhCiAAIAEoAgAgBGxBAnRqIQcgBSEIA0AgCCAI/QAEACAKIAf9AAQA/eYB/eQB/QsEACAIIAj9AAQQIAogB/0ABBD95gH95AH9CwQQIAdBIGohByAIQSBqIQggCCAJSQ0ACyABQQRqIQEgAkEEaiECDAALCwugAQIEfwF7IAEgA0ECdGohBiAFIARBAnRqIQkCQANAIAEgBk8NASACKgIA/RMhCiAAIAEoAgAgBGxBAnRqIQcgBSEIA0AgByAH/QAEACAKIAj9AAQA/eYB/eQB/QsEACAHIAf9AAQQIAogCP0ABBD95gH95AH9CwQQIAdBIGohByAIQSBqIQggCCAJSQ0ACyABQQRqIQEgAkEEaiECDAALCws='

/** Rows of a matrix, each with what it counts: `rows[from]` … of `count` places in what is at `rows` and `values`. */
type Kernel = {
  // oxlint-disable-next-line max-params -- machine code takes numbers
  (matrix: number, rows: number, values: number, count: number, width: number, vector: number): void
}
const compiled = new WebAssembly.Module(Buffer.from(assembled, 'base64'))
const pageSize = 65_536
const mostPages = 65_536

/** A piece of the memory: where it is in bytes, and a view of it. */
export type Floats = { at: number; view: Float32Array }
export type Places = { at: number; view: Int32Array }
/** `count` rows and values, beginning `from` places into both. */
export type RowSum = { rows: Places; values: Floats; from: number; count: number }

/** The next width that the machine code can take. */
export const paddedWidth = (columns: number) => Math.max(8, Math.ceil(columns / 8) * 8)

/** A memory with room for so many bytes; pieces are taken from it and never given back. */
export function createWorkbench(bytes: number) {
  const initial = 1 + Math.ceil(bytes / pageSize)
  if (initial > mostPages) throw new Error(`Learning would need ${Math.round(bytes / 2 ** 20)} MB`)
  const memory = new WebAssembly.Memory({ initial, maximum: mostPages })
  const instance = new WebAssembly.Instance(compiled, { memory: { all: memory } })
  const { sumRows, addToRows } = instance.exports as { sumRows: Kernel; addToRows: Kernel }
  let used = 16
  const take = (length: number): number => {
    const at = used
    used += Math.ceil(length / 4) * 16
    return at
  }

  return {
    floats(length: number): Floats {
      const at = take(length)
      return { at, view: new Float32Array(memory.buffer, at, length) }
    },
    places(length: number): Places {
      const at = take(length)
      return { at, view: new Int32Array(memory.buffer, at, length) }
    },
    /** `vector` becomes the weighted sum of rows of `matrix`. Both are as wide as `vector`, a multiple of 8. */
    sum(matrix: Floats, { rows, values, from, count }: RowSum, vector: Floats): void {
      vector.view.fill(0)
      sumRows(matrix.at, rows.at + from * 4, values.at + from * 4, count, vector.view.length, vector.at)
    },
    /** Adds `vector`, times its value, to each of the rows. */
    spread(matrix: Floats, { rows, values, from, count }: RowSum, vector: Floats): void {
      addToRows(matrix.at, rows.at + from * 4, values.at + from * 4, count, vector.view.length, vector.at)
    },
  }
}
export type Workbench = ReturnType<typeof createWorkbench>
