import type { Flow } from '@lingxi/contract/flow'

/** The events that a flow begins by or waits for. */
export function waitedFor({ triggers = [], steps }: Flow): string[] {
  const named = [
    ...triggers.map(({ event }) => event),
    ...steps.map((step) => ('wait' in step ? step.wait.event : undefined)),
  ]
  return [...new Set(named.filter((event) => event !== undefined))]
}
