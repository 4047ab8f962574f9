/** How long other work had to wait for the event loop while something else was going on. */
import { quantile, rounded } from './figures.ts'

export function watchLoop() {
  const waits: number[] = []
  let watching = false

  function tick(): void {
    if (!watching) return
    const asked = performance.now()
    setImmediate(() => {
      if (!watching) return
      waits.push(performance.now() - asked)
      setTimeout(tick, 1)
    })
  }

  return {
    begin(): void {
      if (watching) return
      watching = true
      tick()
    },
    end(): void {
      watching = false
    },
    /** The slow ones are told by their 99.9th percentile as well: others use the machine, and interrupt at will. */
    figures: () => ({
      eventLoopHoldMs: rounded(quantile(waits, 0.999), 1),
      eventLoopHoldMaxMs: rounded(Math.max(0, ...waits), 1),
    }),
  }
}
