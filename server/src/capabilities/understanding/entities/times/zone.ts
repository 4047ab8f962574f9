/** A time zone: what the wall clock says at an instant, and when the wall clock says so. */
import { tzOffset } from '@date-fns/tz'
import { minute } from './calendar.ts'
import { createRemembered } from './remembered.ts'

export type Zone = {
  /** The wall clock (calendar.ts) at an instant, in milliseconds since 1970. */
  localAt(instant: number): number
  /**
   * The instant at which the wall clock shows `local`. A time that is skipped when clocks go forward is read as by the
   * clock that was not put forward; one that comes twice is its first.
   */
  instantOf(local: number): number
  /** ISO 8601 with the offset of the zone at that instant, to the second. */
  write(instant: number): string
}

/** `name` is one of the IANA time zone database; one that is unknown is read as UTC. */
export function createZone(name: string): Zone {
  /** Minutes east of Greenwich. Clocks change at a full quarter of an hour, so that it holds for all of one. */
  const offsetOfQuarter = createRemembered((quarter: number) => tzOffset(name, new Date(quarter * 15 * minute)) || 0)
  const offsetAt = (instant: number) => offsetOfQuarter(Math.floor(instant / (15 * minute)))

  function instantOf(local: number): number {
    const asUtc = (offset: number) => local - offset * minute
    // The offsets well before and after: they differ where the clocks change.
    const [before, after] = [offsetAt(local - 24 * 60 * minute), offsetAt(local + 24 * 60 * minute)]
    const first = asUtc(before)
    if (before === after || offsetAt(first) === before) return first
    return offsetAt(asUtc(after)) === after ? asUtc(after) : first
  }

  function write(instant: number): string {
    const offset = Math.round(offsetAt(instant))
    const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
    const sign = offset < 0 ? '-' : '+'
    return `${new Date(instant + offset * minute).toISOString().slice(0, 19)}${sign}${two(hours)}:${two(minutes)}`
  }

  return { localAt: (instant) => instant + offsetAt(instant) * minute, instantOf, write }
}

const two = (number: number) => String(number).padStart(2, '0')
