/**
 * A model as bytes: a header (`LXTG`, the version, a checksum of what follows), then, deflated, a description in JSON and
 * runs of numbers. Of a run, all lowest bytes come first, then all next ones: what is alike stands together and packs small.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import type { KeptNames } from './names.ts'
import type { PrunedWeights } from './prune.ts'
import type { TemplateSet } from './templates.ts'

export type Model = PrunedWeights & KeptNames & { types: string[]; templateSet: TemplateSet }
export type UnpackOutcome =
  | { outcome: 'unpacked'; model: Model }
  | { outcome: 'unreadable'; reason: 'not-a-tagger' | 'other-version' | 'damaged' }

const magic = 0x4754584c
const version = 1
const headerBytes = 12
/** Larger than any model that is trained; a longer one is a lie of damaged bytes. */
const mostBytes = 512 * 1024 * 1024

const kinds = {
  signs: Uint32Array,
  lengths: Uint16Array,
  label: Uint16Array,
  weight: Int16Array,
  steps: Float32Array,
  starts: Float32Array,
  names: Int32Array,
  nameLengths: Uint16Array,
  nameTypes: Uint16Array,
  beginnings: Int32Array,
  words: Int32Array,
  habits: Int32Array,
}
type Section = keyof typeof kinds
const sections = Object.keys(kinds) as Section[]

export function packModel(model: Model): Uint8Array {
  const { types, templateSet } = model
  const counts = sections.map((section) => model[section].length)
  const description = Buffer.from(JSON.stringify({ types, templateSet, counts }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(description.length)
  const body = deflateRawSync(
    Buffer.concat([length, description, ...sections.map((section) => toPlanes(differences(section, model[section])))]),
  )
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32LE(magic, 0)
  header.writeUInt32LE(version, 4)
  header.writeUInt32LE(crc32(body), 8)
  return Uint8Array.from(Buffer.concat([header, body]))
}

/** Foreign or damaged bytes are an outcome and never a model. */
export function unpackModel(bytes: Uint8Array): UnpackOutcome {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < headerBytes || buffer.readUInt32LE(0) !== magic)
    return { outcome: 'unreadable', reason: 'not-a-tagger' }
  if (buffer.readUInt32LE(4) !== version) return { outcome: 'unreadable', reason: 'other-version' }
  const body = buffer.subarray(headerBytes)
  if (crc32(body) !== buffer.readUInt32LE(8)) return { outcome: 'unreadable', reason: 'damaged' }
  return { outcome: 'unpacked', model: readBody(inflateRawSync(body, { maxOutputLength: mostBytes })) }
}

function readBody(plain: Buffer): Model {
  const length = plain.readUInt32LE(0)
  const { types, templateSet, counts } = JSON.parse(plain.toString('utf8', 4, 4 + length)) as {
    types: string[]
    templateSet: TemplateSet
    counts: number[]
  }
  let at = 4 + length
  const read = Object.fromEntries(
    sections.map((section, number) => {
      const values = new kinds[section](counts[number]!)
      fromPlanes(plain.subarray(at, (at += values.byteLength)), values)
      return [section, section === 'signs' ? sums(values as Uint32Array) : values]
    }),
  ) as Pick<Model, Section>
  return { types, templateSet, ...read }
}

/** The numbers of signs rise: their differences are small. */
function differences(section: Section, values: Model[Section]): Model[Section] {
  if (section !== 'signs') return values
  return (values as Uint32Array).map((value, at, all) => value - (all[at - 1] ?? 0))
}
function sums(values: Uint32Array): Uint32Array {
  for (let at = 1; at < values.length; at++) values[at]! += values[at - 1]!
  return values
}

function toPlanes(values: Model[Section]): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const planes = new Uint8Array(bytes.length)
  const size = values.BYTES_PER_ELEMENT
  for (let at = 0; at < bytes.length; at++) planes[(at % size) * values.length + Math.floor(at / size)] = bytes[at]!
  return planes
}
function fromPlanes(planes: Uint8Array, into: Model[Section]): void {
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength)
  const size = into.BYTES_PER_ELEMENT
  for (let at = 0; at < bytes.length; at++) bytes[at] = planes[(at % size) * into.length + Math.floor(at / size)]!
}
