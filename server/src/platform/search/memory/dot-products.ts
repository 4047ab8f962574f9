/** The machine code of `dot-products.wat`, and calling it: V8 does not vectorise. */

/** A test assembles the source again and compares. */
export const assembled =
  'AGFzbQEAAAABCQFgBX9/f39/AAISAQZtZW1vcnkDYWxsAgMBgIAEAwIBAAcPAQtkb3RQcm9kdWN0cwAACs8BAcwBAgN/AnsgBCACQQJ0aiEHAkADQCAEIAdPDQH9DAAAAAAAAAAAAAAAAAAAAAAhCP0MAAAAAAAAAAAAAAAAAAAAACEJQQAhBiAAIQUDQCAIIAX9AAQAIAEgBmr9AQMA/boB/a4BIQggCSAF/QAEECABIAZq/QEDCP26Af2uASEJIAVBIGohBSAGQRBqIQYgBiADSQ0ACyAIIAn9rgEhCCAEIAj9GwAgCP0bAWogCP0bAiAI/RsDamo2AgAgBEEEaiEEIAEgA2ohAQwACwsL'

type DotProducts = {
  (query: number, rows: number, count: number, width: number, out: number): void
}
const compiled = new WebAssembly.Module(Buffer.from(assembled, 'base64'))

/**
 * Where calls within the first page of a memory put the query and find the sums: two regions, so that the builder's
 * thread can work on the same memory. What is stored begins on the second page.
 */
export const regions = {
  asking: { query: 0, out: 32_768 },
  building: { query: 16_384, out: 49_152 },
} as const
export const pageSize = 65_536
/** Sums that one call may give back. */
export const mostRows = 4_096
export const mostWidth = 8_192

/** A memory with room for so many bytes of rows. */
export const createVectorMemory = (bytes = 0) =>
  new WebAssembly.Memory({ initial: 1 + Math.ceil(bytes / pageSize), maximum: 65_536, shared: true })

/** Multiplies rows with the query in `region`; the sums stand in what it returns until the next call. */
export function createDotProducts(memory: WebAssembly.Memory, region: { query: number; out: number }) {
  const instance = new WebAssembly.Instance(compiled, { memory: { all: memory } })
  const { dotProducts } = instance.exports as { dotProducts: DotProducts }
  const sums = new Int32Array(memory.buffer, region.out, mostRows)
  const query = new Int16Array(memory.buffer, region.query, mostWidth)

  return {
    ask(code: Int8Array): void {
      query.set(code)
    },
    /** `width` is that of the query, and a multiple of 16; `count` is at most `mostRows`. */
    multiply(rows: number, { count, width }: { count: number; width: number }): Int32Array {
      dotProducts(region.query, rows, count, width, region.out)
      return sums
    },
  }
}
export type DotProductsOn = ReturnType<typeof createDotProducts>
