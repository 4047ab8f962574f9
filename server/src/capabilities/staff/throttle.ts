/** Slows down whoever guesses passwords. In memory of this process: the database is not to be filled by strangers. */
import { Problem } from '@lingxi/contract/problem'
import type { Clock } from '#platform/clock'

const window = 5 * 60_000
const mostOfAccount = 5
const mostFromAddress = 20

/** `most` bounds how many accounts and addresses are remembered; the longest quiet are forgotten first. */
export function createThrottle({ clock, most = 10_000 }: { clock: Clock; most?: number }) {
  const failures = new Map<string, number[]>()
  const lines = new Map<string, Promise<unknown>>()

  const recent = (key: string) => failures.get(key)?.filter((at) => clock.reading() - at < window) ?? []

  function count(key: string): void {
    const all = [...recent(key), clock.reading()]
    failures.delete(key)
    failures.set(key, all)
    if (failures.size > most) failures.delete(failures.keys().next().value!)
  }

  /** One after the other, or else a hundred guesses sent at once would all be weighed before the first is counted. */
  async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
    const mine = (lines.get(key) ?? Promise.resolve()).then(act, act)
    lines.set(key, mine)
    try {
      return await mine
    } finally {
      if (lines.get(key) === mine) lines.delete(key)
    }
  }

  return {
    /**
     * Lets `act` try, and counts it as a failure when it gives undefined. Throws `too-many-attempts` after five failures
     * for the account or twenty from the address within five minutes. Success clears the account, but not the
     * address: someone with an account of their own could otherwise go on for ever.
     */
    attempt<T>({ account, from }: Attempt, act: () => Promise<T | undefined>): Promise<T | undefined> {
      const accountKey = `account ${account}`
      const limits = [{ key: accountKey, most: mostOfAccount }]
      if (from !== undefined) limits.push({ key: `address ${from}`, most: mostFromAddress })

      const tryOnce = async () => {
        if (limits.some(({ key, most }) => recent(key).length >= most)) throw new Problem('too-many-attempts')
        const outcome = await act()
        if (outcome === undefined) for (const { key } of limits) count(key)
        else failures.delete(accountKey)
        return outcome
      }
      return limits.reduce<() => Promise<T | undefined>>(
        (inner, { key }) =>
          () =>
            inTurn(key, inner),
        tryOnce,
      )()
    },
    /** How much is remembered. */
    size: () => failures.size,
  }
}

export type Throttle = ReturnType<typeof createThrottle>
type Attempt = { account: string; from?: string }
