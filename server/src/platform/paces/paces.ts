/** How often somebody may do something: beyond that it is refused for the rest of their minute. Counted in this process. */
const minute = 60_000
/** Who acts in this minute is counted; from so many on those of an earlier one are forgotten. */
const mostKept = 20_000

/** Whether it may be done once more. `perMinute` 0: as often as they like. */
export function createPaces({ now, perMinute }: { now: () => number; perMinute: number }): (who: string) => boolean {
  const counted = new Map<string, { until: number; left: number }>()
  return function isPaced(who) {
    if (perMinute === 0) return true
    const at = now()
    if (counted.size >= mostKept) for (const [key, { until }] of counted) if (until <= at) counted.delete(key)
    const known = counted.get(who)
    const window = known && known.until > at ? known : { until: at + minute, left: perMinute }
    counted.set(who, window)
    window.left--
    return window.left >= 0
  }
}
