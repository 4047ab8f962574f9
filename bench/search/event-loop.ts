/** How long other work had to wait for the event loop while something else was going on. */
import { quantile, rounded } from './figures.ts'

export function watchLoop() {
  const waits: number[] = []
  /** Grows with each beginning and end, so that what an earlier one left behind stops by itself. */
  let watch = 0

  function tick(mine: number): void {
    if (mine !== watch) return
    const asked = performance.now()
    setImmediate(() => {
      if (mine !== watch) return
      waits.push(performance.now() - asked)
      setTimeout(tick, 1, mine)
    })
  }

  return {
    begin: () => tick(++watch),
    end: () => void watch++,
    /** The slow ones are told by their 99.9th percentile as well: others use the machine, and interrupt at will. */
    figures: () => ({
      eventLoopHoldMs: rounded(quantile(waits, 0.999), 1),
      eventLoopHoldMaxMs: rounded(quantile(waits, 1), 1),
    }),
  }
}
