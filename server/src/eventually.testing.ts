import { vi } from 'vitest'

/** What `look` comes back with, once it no longer throws. What happens by itself a moment later may take its time on a busy machine. */
export const eventually = <Found>(look: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(look, { timeout: 60_000, interval: 50 })
