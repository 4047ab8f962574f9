/**
 * Reading from the web with suspicion. A name is resolved once, every address it has is checked, and the connection goes to
 * just those addresses; each redirect is a new request with the same checks. Private, loopback, link-local and metadata
 * addresses are refused, in whatever spelling, unless the operator has allowed them. Time, size (also of what was packed)
 * and the number of redirects are limited. What goes wrong out there is a value, never thrown.
 */
import { Readable } from 'node:stream'
import { createAddressGuard, ForbiddenAddress, type Resolve } from './address-guard.ts'
import { exchangeOnce, type Exchanged, openOnce, TooLarge } from './exchange.ts'

type Opened = Awaited<ReturnType<typeof openOnce>>
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

export type HttpSending = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers: Record<string, string>
  body?: string | undefined
  mostBytes: number
  /** Milliseconds for the whole. */
  within: number
  signal?: AbortSignal | undefined
}

type Clock = { reading(): number; after(milliseconds: number, act: () => void): () => void }
type Parts = {
  clock: Clock
  /** Host names, addresses, either with a port (`10.0.0.5:8080`), or ranges (`10.0.0.0/8`) that are private and may be read all the same. */
  allowed?: readonly string[]
  /** For tests; the system's otherwise. */
  resolve?: Resolve
}

const mostRedirects = 5
const agent = 'Lingxi/1 (knowledge reader)'
const longestPause = 30_000

export function createHttp({ clock, allowed = [], resolve }: Parts) {
  const { addressesOf: guard, allow } = createAddressGuard(allowed, resolve)
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
      if (!next) return answerOf(exchanged, url)
      url = next
    }
    return { outcome: 'too-many-redirects' }
  }

  return {
    allow,
    async get(address: string, options: HttpOptions = {}): Promise<HttpAnswer> {
      if (!URL.canParse(address)) return { outcome: 'forbidden-address' }
      for (let attempt = 0; ; attempt++) {
        const answer = await follow(address, options)
        const again = pauseBefore(answer, attempt)
        if (attempt >= (options.retries ?? 0) || again === undefined || options.signal?.aborted) return answer
        await pause(again)
      }
    },
    /**
     * Asks once, in whatever way, and follows no redirect: what was meant for one place is sent to no other. `reached` is
     * false when it is certain that nothing has arrived there.
     */
    async send(
      address: string,
      { mostBytes, within, ...sending }: HttpSending,
    ): Promise<HttpAnswer & { reached: boolean }> {
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (!url || !/^https?:$/.test(url.protocol)) return { outcome: 'forbidden-address', reached: false }
      const { signal, method, body, headers } = sending
      const named = { 'user-agent': 'Lingxi/1', accept: '*/*', ...headers }
      const exchanged = await exchangeOnce(url, { guard, headers: named, mostBytes, within, signal, method, body })
      return { ...answerOf(exchanged, url), reached: exchanged.reached ?? false }
    },
    /**
     * As the platform's own fetch, for libraries that take one: guarded, no redirect followed, and broken off after so many
     * bytes. Throws `HttpRefused`, also while the body is read.
     */
    async fetch(address: string, init: RequestInit, mostBytes: number): Promise<Response> {
      const url = URL.canParse(address) ? new URL(address) : undefined
      if (!url || !/^https?:$/.test(url.protocol)) throw new HttpRefused('forbidden-address', false)
      const given = Object.fromEntries(new Headers(init.headers))
      const { method = 'GET', signal, body } = init
      if (body != null && typeof body !== 'string') throw new Error('only texts are sent')
      const headers = { 'user-agent': 'Lingxi/1', ...given }
      let reached = false
      const refuse = (error: unknown) => refused(error, reached)
      const onConnect = () => (reached = true)
      const opening = { guard, headers, method, signal: signal ?? undefined, body: body ?? undefined, onConnect }
      return responseOf(await openOnce(url, opening, mostBytes).catch(refuse), refuse)
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

/** What `fetch` throws: why, in a word, and whether a connection stood, so that something may have arrived. */
export class HttpRefused extends Error {
  readonly reason: HttpRefusal
  readonly reached: boolean
  constructor(reason: HttpRefusal, reached: boolean) {
    super(reason)
    this.name = 'HttpRefused'
    this.reason = reason
    this.reached = reached
  }
}

function refused(error: unknown, reached: boolean): never {
  if (error instanceof Error && error.name === 'AbortError') throw error
  if (error instanceof TooLarge) throw new HttpRefused('too-large', reached)
  throw new HttpRefused(error instanceof ForbiddenAddress ? 'forbidden-address' : 'unreachable', reached)
}

function responseOf({ status, headers, chunks }: Opened, refuse: (error: unknown) => never): Response {
  const answered = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && name !== 'content-encoding') answered.set(name, String(value))
  const bodiless = status === 204 || status === 205 || status === 304
  const stream = bodiless ? null : Readable.toWeb(Readable.from(refusing(chunks, refuse)))
  return new Response(stream as BodyInit | null, { status: status < 200 ? 502 : status, headers: answered })
}

async function* refusing(chunks: AsyncIterable<Uint8Array>, refuse: (error: unknown) => never) {
  try {
    yield* chunks
  } catch (error) {
    refuse(error)
  }
}

function answerOf(exchanged: Exchanged, url: URL): HttpAnswer {
  if (exchanged.outcome !== 'answered') return { outcome: exchanged.outcome }
  const { outcome, status, headers, bytes } = exchanged
  return { outcome, status, headers, bytes, url: url.href }
}

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
