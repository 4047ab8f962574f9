/** What one visitor did and saw, written down while it happened: the testimony that the log is held against. */
import type { Entry } from '@lingxi/contract/web-channel'

export type Testimony = {
  name: string
  /** What it said, in order, and which of it the server has accepted. */
  said: string[]
  accepted: Set<string>
  /** Every entry it was shown, in the order in which it was shown; absent where the channel shows none. */
  seen: Entry[] | undefined
}

export function createTestimony(name: string, isShown: boolean): Testimony {
  return { name, said: [], accepted: new Set(), seen: isShown ? [] : undefined }
}

/** Tells when an answer of the bot was first seen that was written after a moment. */
export function createAnswerWatch() {
  let waiting: { since: number; resolve: (seconds: number) => void } | undefined
  return {
    /** `writtenAt` as the server dated it; its clock is this machine's. */
    saw(writtenAt: number): void {
      if (!waiting || writtenAt < waiting.since) return
      waiting.resolve((Date.now() - waiting.since) / 1000)
      waiting = undefined
    },
    /** Seconds from `since` (milliseconds since 1970) until an answer written after it was seen. */
    firstAfter(since: number): Promise<number> {
      const { promise, resolve } = Promise.withResolvers<number>()
      waiting = { since, resolve }
      return promise
    },
  }
}
export type AnswerWatch = ReturnType<typeof createAnswerWatch>
