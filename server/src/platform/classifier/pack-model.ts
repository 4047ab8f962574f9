/**
 * A model as bytes: a mark, the version and a checksum of all that follows, then a description in JSON and the arrays it
 * counts, each beginning at a multiple of eight. Numbers are little-endian. Opening believes nothing: what does not fit
 * together is `corrupted`, whoever wrote it.
 */
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { familiarityWeights } from './familiarity.ts'
import type { ClassifierModel, Member } from './model.ts'
import { fitHalfBytes, fromHalfBytes, toHalfBytes } from './quantise.ts'
import { signCount } from './scope.ts'

export type Unpacked = { outcome: 'opened'; model: ClassifierModel } | Unreadable
/** `foreign`: not a model of this kind. `other-version`: of a Lingxi that packs them otherwise. */
export type Unreadable = { outcome: 'corrupted' | 'foreign' | 'other-version' }

const mark = 'LXCLASSI'
const version = 1
/** Mark, version, checksum, length of the description. */
const headerSize = 24

const description = z.strictObject({
  labels: z.array(z.string()).min(1),
  members: z.array(
    z.strictObject({
      kind: z.enum(['linear', 'hidden']),
      bias: z.number(),
      columns: z.int().min(1),
      /** How many bits a weight of a network's first layer takes; eight in models that were packed before this was said. */
      weightBits: z.literal([4, 8]).default(8),
    }),
  ),
  calibration: z.strictObject({ factors: z.array(z.number()), slope: z.number(), shift: z.number() }),
  scope: z.strictObject({ weights: z.array(z.number()), centres: z.array(z.number()), spreads: z.array(z.number()) }),
  familiarityScale: z.number().optional(),
  lengths: z.array(z.int().min(0)),
})
type Description = z.infer<typeof description>

const aligned = (size: number) => Math.ceil(size / 8) * 8

export function packModel(model: ClassifierModel): Uint8Array {
  const arrays = arraysOf(model)
  const text = Buffer.from(
    JSON.stringify({
      labels: model.labels,
      members: model.members.map((member) => ({
        kind: member.kind,
        bias: member.bias,
        columns: member.kind === 'hidden' ? member.first.columns : model.labels.length,
        weightBits: bitsOf(member),
      })),
      calibration: model.calibration,
      scope: model.scope,
      familiarityScale: model.familiarity?.scale,
      lengths: arrays.map(({ length }) => length),
    } satisfies Description),
  )
  const size = arrays.reduce((sum, { byteLength }) => sum + aligned(byteLength), headerSize + aligned(text.length))
  const bytes = Buffer.alloc(size)
  bytes.write(mark, 'latin1')
  bytes.writeUInt32LE(version, 8)
  bytes.writeUInt32LE(text.length, 16)
  text.copy(bytes, headerSize)
  let at = headerSize + aligned(text.length)
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at += aligned(array.byteLength)
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(16)), 12)
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

const bitsOf = (member: Member) => (member.kind === 'hidden' && fitHalfBytes(member.first.weights) ? 4 : 8)

function arraysOf({ dictionary, members, familiarity }: ClassifierModel) {
  const ofMembers = members.map((member) =>
    member.kind === 'linear'
      ? [member.rows.offsets, member.rows.columns, member.rows.weights, member.rows.scales]
      : [
          bitsOf(member) === 4 ? toHalfBytes(member.first.weights) : member.first.weights,
          member.first.scales,
          member.second,
        ],
  )
  return [dictionary.hashes, dictionary.weights, ...ofMembers.flat(), ...(familiarity ? [familiarity.weights] : [])]
}

export function unpackModel(given: Uint8Array): Unpacked {
  // Arrays are read where they lie, so the bytes must begin where eight divides.
  const bytes = Buffer.from(given.byteOffset % 8 === 0 ? given : new Uint8Array(given))
  if (bytes.length < headerSize || bytes.toString('latin1', 0, 8) !== mark) return { outcome: 'foreign' }
  if (bytes.readUInt32LE(8) !== version) return { outcome: 'other-version' }
  if (bytes.readUInt32LE(12) !== crc32(bytes.subarray(16))) return { outcome: 'corrupted' }
  const model = readModel(bytes)
  return model ? { outcome: 'opened', model } : { outcome: 'corrupted' }
}

function readModel(bytes: Buffer): ClassifierModel | undefined {
  const length = bytes.readUInt32LE(16)
  const described = describe(bytes.toString('utf8', headerSize, headerSize + length))
  if (!described) return undefined
  const { labels, calibration, scope, familiarityScale: scale, lengths } = described
  const ofMembers = described.members.flatMap(({ kind, weightBits }) =>
    kind === 'hidden' && weightBits === 4 ? halvedKinds : arrayKinds[kind],
  )
  const kinds = ['hash', 'real', ...ofMembers, ...(scale === undefined ? [] : (['whole'] as const))] as const
  if (kinds.length !== lengths.length) return undefined
  const arrays = takeArrays(bytes, { at: headerSize + aligned(length), kinds, lengths })
  if (!arrays) return undefined
  const next = arrays.values()
  const take = <Kind extends keyof Taken>(kind: Kind) => next.next().value?.[kind] as Taken[Kind]
  const dictionary = { hashes: take('hash'), weights: take('real') }
  const members = described.members.map(({ kind, bias, columns, weightBits }): Member => {
    if (kind === 'linear')
      return {
        kind,
        bias,
        rows: { offsets: take('hash'), columns: take('column'), weights: take('whole'), scales: take('real') },
      }
    const weights = weightBits === 4 ? fromHalfBytes(take('half')) : take('whole')
    const first = { columns, weights, scales: take('real') }
    return { kind, bias, first, second: take('real') }
  })
  const familiarity = scale === undefined ? undefined : { scale, weights: take('whole') }
  const model = { labels, dictionary, members, calibration, scope, familiarity }
  return fitsTogether(model) ? model : undefined
}

function describe(text: string): Description | undefined {
  try {
    return description.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

type Taken = { hash: Uint32Array; real: Float32Array; column: Uint16Array; whole: Int8Array; half: Uint8Array }
const arrayKinds = { linear: ['hash', 'column', 'whole', 'real'], hidden: ['whole', 'real', 'real'] } as const
const halvedKinds = ['half', 'real', 'real'] as const
const arrayTypes = { hash: Uint32Array, real: Float32Array, column: Uint16Array, whole: Int8Array, half: Uint8Array }
type Shelf = { at: number; kinds: readonly (keyof Taken)[]; lengths: number[] }

function takeArrays(bytes: Buffer, { at, kinds, lengths }: Shelf): Partial<Taken>[] | undefined {
  const taken: Partial<Taken>[] = []
  for (const [place, kind] of kinds.entries()) {
    const type = arrayTypes[kind]
    const size = lengths[place]! * type.BYTES_PER_ELEMENT
    if (at + size > bytes.length) return undefined
    taken.push({ [kind]: new type(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, lengths[place]!) })
    at += aligned(size)
  }
  return at === bytes.length ? taken : undefined
}

/** Whether no index leads out of an array. */
function fitsTogether({ labels, dictionary, members, calibration, scope, familiarity }: ClassifierModel): boolean {
  const rows = dictionary.hashes.length + 1
  const signs = scope.centres.length
  return (
    dictionary.weights.length === rows - 1 &&
    members.length > 0 &&
    members[0]!.kind === 'linear' &&
    calibration.factors.length === members.length &&
    scope.weights.length === signs + 1 &&
    scope.spreads.length === signs &&
    signs === (familiarity ? signCount + 1 : signCount) &&
    (!familiarity || familiarity.weights.length === familiarityWeights) &&
    members.every((member) => memberFits(member, { rows, labels: labels.length }))
  )
}

function memberFits(member: Member, { rows, labels }: { rows: number; labels: number }): boolean {
  if (member.kind === 'hidden') {
    const { columns, weights, scales } = member.first
    return scales.length === rows && weights.length === rows * columns && member.second.length === columns * labels
  }
  const { offsets, columns, weights, scales } = member.rows
  return (
    scales.length === rows &&
    offsets.length === rows + 1 &&
    offsets.every((offset, row) => offset <= columns.length && (row === 0 || offset >= offsets[row - 1]!)) &&
    weights.length === columns.length &&
    columns.every((column) => column < labels)
  )
}
