/** A clock that stands still: nothing takes time on it, so that what is measured is the same each time too. */
import { type Clock, systemClock } from '../../server/src/platform/clock/clock.ts'

export const standingAt = (instant: string): Clock => ({
  ...systemClock,
  now: () => Date.parse(instant),
  reading: () => 0,
})
