/**
 * The signs of each unit, from which labels are told. A template names columns at distances (`word-1 word`: the word
 * before and this one); its sign is one 32-bit number, the hashes mixed. Two signs of one number are possible, and
 * harmless at these sizes. Dictionary words and listed names are signs of their own.
 */
import { column, type ColumnName, type Columns } from './columns.ts'
import { finish, mix } from './hashing.ts'
import { type Names, readNames } from './names.ts'
import type { Piece } from './reading.ts'
import { type TemplateSet, templateNames } from './templates.ts'

export type Template = { name: string; seed: number; columns: Uint8Array; distances: Int8Array }

export const templatesOf = (set: TemplateSet): Template[] => templatesFrom(templateNames(set))

export const templatesFrom = (names: readonly string[]): Template[] =>
  names.map((name) => {
    const parts = name.split(' ').map((part) => part.split(/(?=[+-]\d)/))
    return {
      name,
      // By name and not by place: a template keeps its signs whatever stands before it in the list.
      seed: [...name].reduce((hash, letter) => mix(hash, letter.charCodeAt(0)), 17),
      columns: Uint8Array.from(parts, ([name]) => column[name as ColumnName]),
      distances: Int8Array.from(parts, ([, distance]) => Number(distance ?? 0)),
    }
  })

const before = 0x51ed270b
const after = 0x2545f491

/** 0 where a column has nothing. */
function signAt({ seed, columns: numbers, distances }: Template, columns: Columns, place: number): number {
  let hash = seed
  for (let part = 0; part < numbers.length; part++) {
    const values = columns[numbers[part]!]!
    const at = place + distances[part]!
    let value: number
    if (at < 0) value = before - Math.max(at, -2)
    else if (at >= values.length) value = after + Math.min(at - values.length, 1)
    else value = values[at]!
    if (value === 0) return 0
    hash = mix(hash, value)
  }
  return finish(hash)
}

/**
 * Those of unit i are `signs[begins[i]] … signs[begins[i + 1] - 1]`; `templates[at]` is the number of the template that
 * made `signs[at]`, or what stands for others. Valid until the writer writes again.
 */
export type WrittenSigns = { count: number; begins: Int32Array; signs: Int32Array; templates: Int16Array }
export const otherSource = { dictionary: -1, names: -2 } as const

/** Room is taken once and grows with the longest text. */
export function createSignWriter(templates: readonly Template[]) {
  let signs = new Int32Array(1_024)
  let sources = new Int16Array(1_024)

  function grow(atLeast: number): void {
    if (atLeast <= signs.length) return
    const larger = new Int32Array(2 * atLeast)
    const largerSources = new Int16Array(2 * atLeast)
    larger.set(signs)
    largerSources.set(sources)
    signs = larger
    sources = largerSources
  }

  return function writeSigns({ units, columns, marks }: Piece, names: Names): WrittenSigns {
    const { count } = units
    const ofNames = readNames(columns, names)
    const begins = new Int32Array(count + 1)
    let end = 0
    const put = (sign: number, source: number) => {
      signs[end] = sign
      sources[end++] = source
    }
    for (let place = 0; place < count; place++) {
      const ofDictionary = marks?.[place] ?? []
      const listed = ofNames[place]!
      grow(end + templates.length + ofDictionary.length + listed.length)
      for (let number = 0; number < templates.length; number++) {
        const sign = signAt(templates[number]!, columns, place)
        if (sign !== 0) put(sign, number)
      }
      for (const sign of ofDictionary) put(sign, otherSource.dictionary)
      for (const sign of listed) put(sign, otherSource.names)
      begins[place + 1] = end
    }
    return { count, begins, signs: signs.subarray(0, end), templates: sources.subarray(0, end) }
  }
}
