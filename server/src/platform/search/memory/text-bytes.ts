/**
 * Short texts in bytes outside the heap: a million strings cost the collector time, a million bytes do not. One byte says
 * how the rest is written: 0 as Latin-1, 1 as UTF-16, so every string of JavaScript comes back as it was.
 */
const latin = 0
const wide = 1

export const bytesFor = (text: string) => 1 + (isLatin(text) ? text.length : text.length * 2)

export function writeText(bytes: Uint8Array, at: number, text: string): void {
  const narrow = isLatin(text)
  bytes[at] = narrow ? latin : wide
  let place = at + 1
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    bytes[place++] = code
    if (!narrow) bytes[place++] = code >>> 8
  }
}

export function readText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  const step = bytes[start] === latin ? 1 : 2
  for (let place = start + 1; place < end; place += step)
    text += String.fromCharCode(step === 1 ? bytes[place]! : bytes[place]! | (bytes[place + 1]! << 8))
  return text
}

export function isText(bytes: Uint8Array, [start, end]: readonly [number, number], text: string): boolean {
  const step = bytes[start] === latin ? 1 : 2
  if (end - start - 1 !== text.length * step) return false
  for (let index = 0, place = start + 1; index < text.length; index++, place += step) {
    const code = step === 1 ? bytes[place]! : bytes[place]! | (bytes[place + 1]! << 8)
    if (code !== text.charCodeAt(index)) return false
  }
  return true
}

type Range = readonly [bytes: Uint8Array, start: number, end: number]
/** The order of two texts as `<` has it, by UTF-16 units: below 0 the one comes first, above the other. */
export function compareTexts(one: Range, other: Range): number {
  const length = lengthOf(one)
  const otherLength = lengthOf(other)
  for (let index = 0; index < length && index < otherLength; index++) {
    const difference = unitAt(one, index) - unitAt(other, index)
    if (difference !== 0) return difference
  }
  return length - otherLength
}
const lengthOf = ([bytes, start, end]: Range) => (end - start - 1) / (bytes[start] === latin ? 1 : 2)
function unitAt([bytes, start]: Range, index: number): number {
  if (bytes[start] === latin) return bytes[start + 1 + index]!
  const at = start + 1 + index * 2
  return bytes[at]! | (bytes[at + 1]! << 8)
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo), mixed once more so that its low bits serve as well. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

/** `hashOf` of a text that stands in bytes. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  const narrow = bytes[start] === latin
  for (let place = start + 1; place < end; place += narrow ? 1 : 2) {
    const code = narrow ? bytes[place]! : bytes[place]! | (bytes[place + 1]! << 8)
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

/** Whether a text could be a plain word of small letters: what the first of its bytes say. */
export const mayBeWord = (bytes: Uint8Array, start: number) =>
  bytes[start] === latin && bytes[start + 1]! >= 97 && bytes[start + 1]! <= 122

function isLatin(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 255) return false
  return true
}
