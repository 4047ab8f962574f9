/** Times of day put on a day. */
import { day, hour, minute, startOfDay } from './calendar.ts'
import type { Now, Stretch } from './stretches.ts'

/** `isOpen`: it may be before or after noon. */
export type Clock = { minutes: number; hasMinutes: boolean; isOpen: boolean }
export type Said = {
  clock?: Clock | undefined
  until?: Clock | undefined
  period?: [from: number, to: number] | undefined
}

/** A clock that there is; undefined for 25:00 and for twelve past sixty. */
export function clockOf(hour: number | undefined, past: number, isOpen: boolean): Clock | undefined {
  if (hour === undefined || hour > 26 || past > 59) return undefined
  return { minutes: hour * 60 + past, hasMinutes: past !== 0, isOpen }
}

const noon = 12 * 60
const wholeDay = 24 * 60
/** Nobody calls by these hours in the small of the night without saying so. */
const latestOpen = 6 * 60

/** A clock without a half of the day: one to half past five is in the afternoon, all else as it is said. */
const settled = ({ minutes, isOpen }: Clock) =>
  isOpen && minutes >= 60 && minutes < latestOpen ? minutes + noon : minutes

/** What is said of a day: a moment of it, from one to another, or a part of it; undefined where the day is more than one. */
export function onDay(date: Stretch | undefined, { clock, until, period }: Said, now: Now): Stretch | undefined {
  if (date && (date.exact || date.to === null || date.to - date.from > day)) return undefined
  const start = startOfDay(date?.from ?? now.local)
  if (clock && until) return between(start, clock, until)
  if (clock) return { from: start + settled(clock) * minute, to: null, grain: clock.hasMinutes ? 'minute' : 'hour' }
  if (!period) return undefined
  return { from: start + period[0] * minute, to: start + period[1] * minute, grain: 'hour' }
}

/** "9 to 6" ends in the evening, "10pm to 2am" on the next day; "3 to 5pm" begins in the afternoon as it ends. */
function between(start: number, clock: Clock, until: Clock): Stretch {
  let from = clock.minutes
  let to = settled(until)
  if (clock.isOpen && !until.isOpen && from < noon && from + noon < to) from += noon
  else from = settled(clock)
  if (to <= from) to += until.isOpen && to + noon > from && to + noon <= wholeDay ? noon : wholeDay
  const grain = clock.hasMinutes || until.hasMinutes ? 'minute' : 'hour'
  return { from: start + from * minute, to: start + to * minute, grain }
}

export const hoursOf = (from: number, to: number): [number, number] => [(from * hour) / minute, (to * hour) / minute]
