/** A model as JSON, and back. */
import { z } from 'zod'
import type { AlignmentCounts } from '../asking/alignment.ts'
import type { Model } from '../asking/learn.ts'
import { signNames } from '../asking/signs.ts'

const Counts = z.array(z.tuple([z.string().max(400), z.number()]))
const Table = z.array(z.tuple([z.string().max(400), Counts]))
export const KeptModel = z.strictObject({
  counts: z.strictObject({ relations: Table, names: Table, filler: Counts }),
  ways: Counts,
  hops: z.int().min(1).max(3),
  inverse: z.boolean(),
  /** By name: what a later program has no sign for counts nothing, and a new sign nothing yet. */
  signs: z.record(z.string().max(60), z.number()),
  details: Counts,
})
export type KeptModel = z.infer<typeof KeptModel>
type Counts = z.infer<typeof Counts>
type Table = z.infer<typeof Table>

const places = 10_000
const rounded = (value: number) => Math.round(value * places) / places
const listOf = (counts: ReadonlyMap<string, number>): Counts =>
  [...counts].flatMap(([key, count]): Counts => (rounded(count) === 0 ? [] : [[key, rounded(count)]]))
const tableOf = (table: AlignmentCounts['names']): Table => [...table].map(([key, words]) => [key, listOf(words)])
const mapOf = (table: Table) => new Map(table.map(([key, words]) => [key, new Map(words)]))

export const keepModel = ({ counts, ways, hops, inverse, weights }: Model): KeptModel => ({
  counts: { relations: tableOf(counts.relations), names: tableOf(counts.names), filler: listOf(counts.filler) },
  ways: listOf(ways),
  hops,
  inverse,
  signs: Object.fromEntries(signNames.map((name, place) => [name, rounded(weights.signs[place]!)])),
  details: listOf(weights.details),
})

export const readModel = ({ counts, ways, hops, inverse, signs, details }: KeptModel): Model => ({
  counts: { relations: mapOf(counts.relations), names: mapOf(counts.names), filler: new Map(counts.filler) },
  ways: new Map(ways),
  hops,
  inverse,
  weights: { signs: Float64Array.from(signNames, (name) => signs[name] ?? 0), details: new Map(details) },
})
