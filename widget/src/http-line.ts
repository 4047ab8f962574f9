/** The line over plain HTTP, for networks that let no socket through: entries are waited for, sayings are posted. */
import { fateOf, type OwnSaying } from './conversation-state.ts'
import type { Ending, LineOptions, RunLine } from './line.ts'
import { pageAddress } from './page-address.ts'
import { isPassing, isSignedOut, Refusal } from './web-api.ts'

/** A server that answers at once, again and again, is not asked more often than this. */
const shortestRound = 700
/** In seconds; the longest the contract allows. */
const longestWait = 25

export function createHttpLine(options: LineOptions): RunLine {
  const { api, report } = options

  return async (opened, signal) => {
    let ending: Ending = 'unreachable'
    const rounds = new AbortController()
    signal.addEventListener('abort', () => rounds.abort())

    function stopOver(reason: unknown) {
      if (isSignedOut(reason)) ending = 'refused'
      rounds.abort()
    }

    async function say({ id, text }: OwnSaying) {
      try {
        await api.say({ id, text, page: pageAddress() })
        report({ type: 'frame', frame: { type: 'accepted', id } })
      } catch (reason) {
        if (reason instanceof Refusal && reason.status === 429) report({ type: 'fate-changed', id, fate: 'too-fast' })
        else if (isPassing(reason) || isSignedOut(reason)) stopOver(reason)
        else report({ type: 'fate-changed', id, fate: fateOf((reason as Refusal).code) })
      }
    }

    async function round(wait: number) {
      const { entries, draft } = await api.readEntries({ after: options.after(), wait }, rounds.signal)
      for (const entry of entries) report({ type: 'frame', frame: { type: 'entry', entry } })
      report({ type: 'frame', frame: { type: 'draft', text: draft } })
    }

    const open = () => {
      ending = 'dropped'
      opened({ say: (saying) => void say(saying), typing: () => void api.typing().catch(() => undefined) })
      for (const saying of options.unsent()) void say(saying)
    }

    try {
      // A first round that does not wait shows that the line carries.
      await round(0)
      open()
      while (!rounds.signal.aborted) await Promise.all([round(longestWait), pause(shortestRound)])
    } catch (reason) {
      stopOver(reason)
    }
    return ending
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
