/** Stretches of time and how they are made: a day, a part of a month, so long before now, from one to the other. */
import {
  addMonths,
  day,
  hour,
  minute,
  second,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './calendar.ts'

export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
/** Local times (calendar.ts), `to` exclusive, null for a moment or without an end; instants where `exact`. */
export type Stretch = { from: number; to: number | null; grain: Grain; exact?: boolean }
export type Now = { instant: number; local: number }
export type Length = { count: number; grain: Grain }

const lengths: Record<Grain, number> = {
  second,
  minute,
  hour,
  day,
  week: 7 * day,
  month: 30 * day,
  quarter: 91 * day,
  year: 365 * day,
}
const isShort = ({ grain, count }: Length) =>
  grain === 'second' || grain === 'minute' || grain === 'hour' || (grain === 'day' && !Number.isInteger(count))

/** In seconds; a month has 30 days and a year 365. */
export const secondsOf = ({ count, grain }: Length) => Math.round((count * lengths[grain]) / second)

/** The stretch of a grain that holds `local`, `more` of it later. */
export function stretchOf(grain: 'day' | 'week' | 'month' | 'quarter' | 'year', local: number, more = 0): Stretch {
  const start = {
    day: (at: number) => startOfDay(local) + at * day,
    week: (at: number) => startOfWeek(local) + at * 7 * day,
    month: (at: number) => startOfMonth(local, at),
    quarter: (at: number) => startOfQuarter(local, at),
    year: (at: number) => startOfYear(local, at),
  }[grain]
  return { from: start(more), to: start(more + 1), grain }
}

/** So long before (negative) or after now: an instant for hours and less, else the day that it falls on. */
export function shift(now: Now, length: Length): Stretch {
  if (isShort(length)) {
    const grain = length.grain === 'day' ? 'hour' : Number.isInteger(length.count) ? length.grain : 'minute'
    return { from: now.instant + length.count * lengths[length.grain], to: null, grain, exact: true }
  }
  return stretchOf('day', moved(now.local, length))
}

/** From now until then, or from then until now. A day that begins to count is counted to its end. */
export function within(now: Now, length: Length): Stretch {
  const grain = isShort(length) ? 'minute' : 'day'
  if (isShort(length)) {
    const then = now.instant + length.count * lengths[length.grain]
    return { from: Math.min(now.instant, then), to: Math.max(now.instant, then), grain, exact: true }
  }
  const then = startOfDay(moved(now.local, length))
  return length.count < 0 ? { from: then, to: now.local, grain } : { from: now.local, to: then + day, grain }
}

function moved(local: number, { count, grain }: Length): number {
  const months = { month: 1, quarter: 3, year: 12 }[grain as string]
  if (months === undefined) return local + count * lengths[grain]
  const whole = Math.trunc(count * months)
  return addMonths(local, whole) + Math.round((count * months - whole) * 30) * day
}

type Part = 'start' | 'middle' | 'end'
/** Where a part lies, from the beginning and to, in milliseconds; negative from the end. */
const parts: Partial<Record<Grain, Record<Part, [from: number, to: number]>>> = {
  day: { start: [0, 10 * hour], middle: [11 * hour, 14 * hour], end: [17 * hour, 0] },
  week: { start: [0, 2 * day], middle: [2 * day, 4 * day], end: [5 * day, 0] },
  month: { start: [0, 10 * day], middle: [10 * day, 20 * day], end: [-5 * day, 0] },
}
/** Of a year, in months: the first three, the two around the middle, the last two. */
const partsOfYear: Record<Part, [from: number, to: number]> = { start: [0, 3], middle: [5, 7], end: [10, 12] }

/** 月初 is up to the tenth, 月中 from the eleventh to the twentieth, 月底 the last five days. */
export function partOf({ from, to, grain }: Stretch, part: Part): Stretch {
  const place = parts[grain]?.[part]
  if (to === null) return { from, to, grain }
  if (!place) {
    const [first, last] = partsOfYear[part]
    return { from: startOfMonth(from, first), to: startOfMonth(from, last), grain: 'month' }
  }
  const at = (offset: number) => (offset > 0 ? from + offset : to + offset)
  return { from: place[0] === 0 ? from : at(place[0]), to: at(place[1]), grain: grain === 'day' ? 'hour' : 'day' }
}

const order: Grain[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']
const finer = (one: Grain, other: Grain) => (order.indexOf(one) < order.indexOf(other) ? one : other)

/** From the beginning of one to the end of the other; undefined where that is before. */
export function spanning(one: Stretch, other: Stretch): Stretch | undefined {
  const to = other.to ?? other.from
  if (to <= one.from || Boolean(one.exact) !== Boolean(other.exact)) return undefined
  return { from: one.from, to, grain: finer(one.grain, other.grain), ...(one.exact && { exact: true }) }
}

export type Bound = 'before' | 'by' | 'after' | 'since'

/**
 * "Before Friday" ends where Friday begins, "by Friday" where it ends; "since" reaches to now. Before what has begun is
 * before its end: on the 28th, 月底前 is until the month is over.
 */
export function bounded(stretch: Stretch, bound: Bound, now: Now): Stretch {
  const at = stretch.exact ? now.instant : now.local
  const end = stretch.to ?? stretch.from
  if (bound === 'after') return { ...stretch, from: end, to: null }
  if (bound === 'since') return { ...stretch, to: stretch.from < at ? at : null }
  const to = bound === 'before' && stretch.from > at ? stretch.from : end
  // What is over already is told from the beginning of its last day.
  return { ...stretch, from: to > at || stretch.exact ? Math.min(at, to) : startOfDay(to - 1), to }
}
