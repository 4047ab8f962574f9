/** What outlives a page: who the customer is, how far they have read, and what they said that is not accepted yet. */
import type { OwnSaying } from './conversation-state.ts'

/** `customer` is there for one whom the page has vouched for. */
export type Kept = { token?: string; customer?: string; seen?: string; unsent?: OwnSaying[] }
export type Keep = { read: () => Kept; write: (kept: Kept) => void }

/** Without storage (refused by the browser or the page's frame), things are kept as long as the page lives. */
export function createKeep(storage: () => Storage, server: string): Keep {
  const name = `lingxi:${server}`
  let kept: Kept = {}
  try {
    kept = (JSON.parse(storage().getItem(name) ?? '{}') as Kept | null) ?? {}
  } catch {
    // Refused or unreadable: begin anew, in memory.
  }
  return {
    read: () => kept,
    write(next) {
      kept = next
      try {
        storage().setItem(name, JSON.stringify(next))
      } catch {
        // Refused or full: memory has it.
      }
    },
  }
}
