/** What a way of talking to the server needs from the chat, and what the chat gets from it. */
import type { Change, OwnSaying } from './conversation-state.ts'
import type { WebApi } from './web-api.ts'

export type LineOptions = {
  api: WebApi
  token: () => string | undefined
  /** The cursor up to which everything has been received. */
  after: () => string | undefined
  /** What was said and is not accepted: sent again, with the same ids, whenever a line opens. */
  unsent: () => OwnSaying[]
  report: (change: Change) => void
}

export type Line = { say: (saying: OwnSaying) => void; typing: () => void }

/** Why a line ended. `unreachable`: it never carried anything. `refused`: the token does not hold. */
export type Ending = 'unreachable' | 'dropped' | 'refused'

/** Runs until the line ends; `opened` is told when it carries. */
export type RunLine = (opened: (line: Line) => void, signal: AbortSignal) => Promise<Ending>
