/** How long the thread is held at a time: by what it does itself, and by the clock, in which others have their part. */
import { rounded } from '../search/figures.ts'

const busy = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

export function watchThread() {
  const held = { heldMs: 0, heldByClockMs: 0 }
  let [worked, told] = [busy(), performance.now()]
  const timer = setInterval(tick, 1)

  function tick() {
    const [work, now] = [busy(), performance.now()]
    held.heldMs = Math.max(held.heldMs, work - worked)
    held.heldByClockMs = Math.max(held.heldByClockMs, now - told)
    worked = work
    told = now
  }

  return {
    /** The longest, in milliseconds. */
    end() {
      tick()
      clearInterval(timer)
      return { heldMs: rounded(held.heldMs, 1), heldByClockMs: rounded(held.heldByClockMs, 1) }
    },
  }
}
