/** Latencies become the figures that are reported. */
export type Slice = {
  seconds: number
  latencies: number[]
  /** Milliseconds of processor time that the server used for one turn. */
  cpuMs: { mainThread: number; allThreads: number }
}

/** Sorted by size, the value below which `share` of them lie. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const median = (values: number[]) => percentile(values, 0.5)

/** Medians over the slices: on a machine that others use too, one slice may meet their work. */
export function summariseSlices(slices: Slice[]) {
  const over = (figure: (slice: Slice) => number) => rounded(median(slices.map(figure)))
  return {
    perSecond: over(({ latencies, seconds }) => latencies.length / seconds),
    p50Ms: over(({ latencies }) => percentile(latencies, 0.5)),
    p99Ms: over(({ latencies }) => percentile(latencies, 0.99)),
  }
}

export const rounded = (value: number, digits = 1) => Number(value.toFixed(digits))
