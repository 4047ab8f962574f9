/**
 * Reading from the web with suspicion. A name is resolved once, every address it has is checked, and the connection goes to
 * just those addresses; each redirect is a new request with the same checks. Private, loopback, link-local and metadata
 * addresses are refused, in whatever spelling, unless the operator has allowed them. Time, size (also of what was packed)
 * and the number of redirects are limited. What goes wrong out there is a value, never thrown.
 */
import { createAddressGuard, type Resolve } from './address-guard.ts'
import { exchangeOnce, type Exchanged } from './exchange.ts'

export type HttpRefusal =
  | 'forbidden-address'
  | 'too-many-redirects'
  | 'unreachable'
  | 'takes-too-long'
  | 'too-large'
  | 'cancelled'

export type HttpAnswer =
  | {
      outcome: 'answered'
      status: number
      /** Where it was in the end, after redirects. */
      url: string
      headers: Record<string, string | undefined>
      bytes: Uint8Array
    }
  | { outcome: HttpRefusal }

export type HttpOptions = {
  headers?: Record<string, string>
  /** Bytes after unpacking. */
  mostBytes?: number
  /** Milliseconds for the whole, redirects included. */
  within?: number
  /** How often it is tried again when nobody answers, or says that it is busy (429, 5xx). */
  retries?: number
  signal?: AbortSignal | undefined
}

type Clock = { reading(): number; after(milliseconds: number, act: () => void): () => void }
type Parts = {
  clock: Clock
  /** Host names, addresses or ranges (`10.0.0.0/8`) that are private and may be read all the same. */
  allowed?: readonly string[]
  /** For tests; the system's otherwise. */
  resolve?: Resolve
}

const mostRedirects = 5
const agent = 'Lingxi/1 (knowledge reader)'
const longestPause = 30_000

export function createHttp({ clock, allowed = [], resolve }: Parts) {
  const guard = createAddressGuard(allowed, resolve)
  const nextAt = new Map<string, number>()

  const pause = (milliseconds: number) =>
    milliseconds <= 0 ? Promise.resolve() : new Promise<void>((done) => void clock.after(milliseconds, done))

  async function follow(address: string, options: HttpOptions): Promise<HttpAnswer> {
    const until = clock.reading() + (options.within ?? 30_000)
    const seen = new Set<string>()
    let url = new URL(address)
    for (let hop = 0; hop <= mostRedirects; hop++) {
      if (!/^https?:$/.test(url.protocol)) return { outcome: 'forbidden-address' }
      if (seen.has(url.href)) return { outcome: 'too-many-redirects' }
      seen.add(url.href)
      const exchanged = await exchangeOnce(url, {
        guard,
        headers: { 'user-agent': agent, accept: '*/*', ...options.headers },
        mostBytes: options.mostBytes ?? 20 * 1024 * 1024,
        within: until - clock.reading(),
        signal: options.signal,
      })
      const next = redirectOf(exchanged, url)
      if (!next) return exchanged.outcome === 'answered' ? { ...exchanged, url: url.href } : exchanged
      url = next
    }
    return { outcome: 'too-many-redirects' }
  }

  return {
    async get(address: string, options: HttpOptions = {}): Promise<HttpAnswer> {
      if (!URL.canParse(address)) return { outcome: 'forbidden-address' }
      for (let attempt = 0; ; attempt++) {
        const answer = await follow(address, options)
        const again = pauseBefore(answer, attempt)
        if (attempt >= (options.retries ?? 0) || again === undefined || options.signal?.aborted) return answer
        await pause(again)
      }
    },
    /** Waits until this host may be asked again at so many requests a second. */
    async pace(host: string, perSecond: number): Promise<void> {
      const now = clock.reading()
      const at = Math.max(now, nextAt.get(host) ?? 0)
      nextAt.set(host, at + 1000 / perSecond)
      await pause(at - now)
    },
  }
}
export type Http = ReturnType<typeof createHttp>

function redirectOf(exchanged: Exchanged, from: URL): URL | undefined {
  if (exchanged.outcome !== 'answered' || ![301, 302, 303, 307, 308].includes(exchanged.status)) return undefined
  const { location } = exchanged.headers
  return location && URL.canParse(location, from) ? new URL(location, from) : undefined
}

/** Milliseconds, or nothing when trying again would change nothing. */
function pauseBefore(answer: HttpAnswer, attempt: number): number | undefined {
  const usual = 500 * 2 ** attempt
  if (answer.outcome === 'unreachable' || answer.outcome === 'takes-too-long') return usual
  if (answer.outcome !== 'answered' || !(answer.status === 429 || answer.status >= 500)) return undefined
  const asked = Number(answer.headers['retry-after']) * 1000
  return Math.min(longestPause, asked > 0 ? asked : usual)
}
