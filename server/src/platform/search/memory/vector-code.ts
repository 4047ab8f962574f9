/** Vectors in eight bits a number. Only their directions count; each has a scale of its own, so that small numbers keep their shape. */
export type VectorCode = {
  code: Int8Array
  /** One over the length of `code`: a sum of products times both inverses is the cosine. */
  inverse: number
}

export const widthFor = (dimensions: number) => Math.ceil(dimensions / 16) * 16

export function encodeVector(vector: Float32Array): VectorCode {
  const code = new Int8Array(widthFor(vector.length))
  let greatest = 0
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value))
  if (!(greatest > 0)) return { code, inverse: 0 }
  let squares = 0
  for (let place = 0; place < vector.length; place++) {
    const value = Math.round((vector[place]! / greatest) * 127)
    code[place] = value
    squares += value * value
  }
  return { code, inverse: Math.fround(1 / Math.sqrt(squares)) }
}
