/** A visitor without sockets, as the widget does it: entries are waited for, sayings are posted one after the other. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Entry } from '@lingxi/contract/web-channel'
import { backOff, lastCursor, openSession, post, seeEntry, type Visit, type Visiting } from './visit.ts'

const longestWaitSeconds = 2

export function startHttpVisitor(visit: Visit): Visiting {
  const { url, talker, chance } = visit
  let token: string | undefined
  let hasLeft = false
  let isPosting = false
  const gone = new AbortController()

  void keepReading()
  void talker.talk(() => void postAll())
  return {
    leave() {
      hasLeft = true
      gone.abort()
    },
  }

  async function keepReading(): Promise<void> {
    while (!hasLeft) {
      try {
        token ??= await openSession(url)
        await readOn(token)
        void postAll()
      } catch {
        await pause(backOff(chance))
      }
    }
  }

  async function readOn(known: string): Promise<void> {
    const after = lastCursor(visit)
    const query = new URLSearchParams({ wait: String(longestWaitSeconds), ...(after && { after }) })
    const response = await fetch(`${url}/api/v1/web/entries?${query}`, {
      headers: { authorization: `Bearer ${known}` },
      signal: AbortSignal.any([gone.signal, AbortSignal.timeout(10_000)]),
    })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    const { entries } = (await response.json()) as { entries: Entry[] }
    for (const entry of entries) seeEntry(visit, entry)
  }

  /** The oldest first, and the next only when it was accepted. */
  async function postAll(): Promise<void> {
    if (isPosting) return
    isPosting = true
    try {
      for (let saying = talker.unaccepted()[0]; saying && token && !hasLeft; saying = talker.unaccepted()[0]) {
        const response = await post(`${url}/api/v1/web/messages`, { body: saying, token })
        await response.arrayBuffer()
        if (response.status !== 202) throw new Error(`HTTP ${response.status}`)
        talker.accept(saying.id)
      }
    } catch {
      // The next round of reading tries again.
    } finally {
      isPosting = false
    }
  }
}
