/** Long work in short pieces: whoever else waits for the event loop gets it every millisecond. */
import { setImmediate } from 'node:timers/promises'

const longest = 1
export type Pace = ReturnType<typeof createPace>

export function createPace() {
  let begun = performance.now()
  return {
    isDue: () => performance.now() - begun > longest,
    async rest(): Promise<void> {
      await setImmediate()
      begun = performance.now()
    },
  }
}
