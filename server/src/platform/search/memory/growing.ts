/** Typed arrays that grow: by half again, so that a copy stays rare and short. Shared ones are read by the worker as well. */
type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array
type Kind<Array> = {
  new (length: number): Array
  new (buffer: SharedArrayBuffer): Array
  BYTES_PER_ELEMENT: number
}

export function grownTo<Array extends Numbers>(array: Array, needed: number): Array {
  if (needed <= array.length) return array
  const made = array.constructor as Kind<Array>
  const length = Math.max(needed, Math.ceil(array.length * 1.5))
  const shared = array.buffer instanceof SharedArrayBuffer
  const larger = shared ? new made(new SharedArrayBuffer(length * made.BYTES_PER_ELEMENT)) : new made(length)
  larger.set(array)
  return larger
}
