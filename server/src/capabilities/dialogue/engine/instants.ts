/** How long a flow waits. */
import { lengthOf } from '@lingxi/contract/duration'

/** The latest instant there is. */
const latest = 8_640_000_000_000_000

export const instantAfter = (now: string, duration: string): string =>
  new Date(Math.min(Date.parse(now) + lengthOf(duration), latest)).toISOString()

export const isPast = (until: string, now: string): boolean => Date.parse(until) <= Date.parse(now)
