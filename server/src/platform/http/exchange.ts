/** One request and its answer, over a connection to addresses that were checked; nothing follows a redirect here. */
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { PassThrough, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type AddressGuard, ForbiddenAddress } from './address-guard.ts'
import type { HttpRefusal } from './http.ts'

export type Exchanged =
  | {
      outcome: 'answered'
      status: number
      headers: Record<string, string | undefined>
      bytes: Uint8Array
      reached?: boolean
    }
  /** `reached`: a connection stood, so that something may have arrived. */
  | { outcome: HttpRefusal; reached?: boolean }

type Options = {
  guard: AddressGuard
  headers: Record<string, string>
  mostBytes: number
  within: number
  signal: AbortSignal | undefined
  /** GET unless said otherwise. */
  method?: string
  body?: string | Uint8Array | undefined
}

export async function exchangeOnce(url: URL, options: Options): Promise<Exchanged> {
  const ending = new AbortController()
  let late = false
  let reached = false
  const timer = setTimeout(
    () => {
      late = true
      ending.abort()
    },
    Math.max(1, options.within),
  )
  const cancel = () => ending.abort()
  options.signal?.addEventListener('abort', cancel, { once: true })
  try {
    if (options.signal?.aborted) return { outcome: 'cancelled' }
    // Before the connection, for a connection to an address that is written as one asks no resolver.
    const lookup = lookupOf(await options.guard(url))
    const { headers, method, body } = options
    const onConnect = () => (reached = true)
    const answer = await open(url, { lookup, headers, method, body, signal: ending.signal, onConnect })
    return { ...(await read(answer, options.mostBytes)), reached }
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { outcome: 'forbidden-address' }
    if (late) return { outcome: 'takes-too-long', reached }
    return { outcome: options.signal?.aborted ? 'cancelled' : 'unreachable', reached }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', cancel)
    ending.abort()
  }
}

type Opening = Pick<Options, 'guard' | 'headers' | 'signal' | 'method' | 'body'> & { onConnect: () => void }

/** The answer as it comes, unpacked, broken off after so many bytes. Throws `ForbiddenAddress`, or what the connection throws. */
export async function openOnce(url: URL, opening: Opening, mostBytes: number) {
  const { guard, headers, signal = new AbortController().signal, method, body, onConnect } = opening
  const lookup = lookupOf(await guard(url))
  const answer = await open(url, { lookup, headers, method, body, signal, onConnect })
  async function* chunks(): AsyncIterable<Uint8Array> {
    let length = 0
    for await (const chunk of unpacked(answer) as AsyncIterable<Uint8Array>) {
      length += chunk.length
      if (length > mostBytes) throw new TooLarge()
      yield chunk
    }
  }
  return { status: answer.statusCode ?? 0, headers: answer.headers, chunks: chunks() }
}

export class TooLarge extends Error {}

/** No name is looked up again after it was checked. */
const lookupOf =
  (addresses: Awaited<ReturnType<AddressGuard>>): LookupFunction =>
  (_host, { all }, found) =>
    all ? found(null, addresses) : found(null, addresses[0]!.address, addresses[0]!.family)

type Connection = {
  lookup: LookupFunction
  headers: Record<string, string>
  method: string | undefined
  body: string | Uint8Array | undefined
  signal: AbortSignal
  onConnect: () => void
}

function open(url: URL, { lookup, headers, method = 'GET', body, signal, onConnect }: Connection) {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const secure = url.protocol === 'https:'
  const request = secure ? requestSecure : requestPlain
  const sent = request(url, {
    method,
    lookup,
    signal,
    headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
    agent: false,
    maxHeaderSize: 32 * 1024,
  })
  sent.once('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', onConnect))
  sent.on('response', resolve).on('error', reject).end(body)
  return promise
}

async function read(answer: IncomingMessage, mostBytes: number): Promise<Exchanged> {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
  if (Number(headers['content-length'] ?? 0) > mostBytes) return { outcome: 'too-large' }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of unpacked(answer) as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > mostBytes) return { outcome: 'too-large' }
    chunks.push(chunk)
  }
  if (!answer.complete) return { outcome: 'unreachable' }
  return { outcome: 'answered', status: answer.statusCode ?? 0, headers, bytes: new Uint8Array(Buffer.concat(chunks)) }
}

/** Counted after unpacking: a page of a kilobyte can be one of a gigabyte. */
function unpacked(answer: IncomingMessage): Readable {
  const packing = (answer.headers['content-encoding'] ?? 'identity').toLowerCase().trim()
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    packing
  ]
  const out = unpack ? unpack() : new PassThrough()
  answer.on('error', (error) => out.destroy(error))
  return answer.pipe(out)
}
