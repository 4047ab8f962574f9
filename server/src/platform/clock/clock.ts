/** Time, handed in. Tests hand in a clock they move themselves. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** A monotonic reading in milliseconds, for durations only. */
  reading(): number
  /** Calls `act` once after `milliseconds`; the returned function calls it off. Does not keep a process alive. */
  after(milliseconds: number, act: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  reading: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** The ISO instant in UTC that crosses the edges. */
export const isoInstant = (clock: Clock) => new Date(clock.now()).toISOString()
