/** One request and its answer, over a connection to addresses that were checked; nothing follows a redirect here. */
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { PassThrough, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { type AddressGuard, ForbiddenAddress } from './address-guard.ts'
import type { HttpRefusal } from './http.ts'

export type Exchanged =
  | { outcome: 'answered'; status: number; headers: Record<string, string | undefined>; bytes: Uint8Array }
  | { outcome: HttpRefusal }

type Options = {
  guard: AddressGuard
  headers: Record<string, string>
  mostBytes: number
  within: number
  signal: AbortSignal | undefined
}

export async function exchangeOnce(url: URL, options: Options): Promise<Exchanged> {
  const ending = new AbortController()
  let late = false
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
    const addresses = await options.guard(url.hostname)
    const lookup: LookupFunction = (_host, { all }, found) =>
      all ? found(null, addresses) : found(null, addresses[0]!.address, addresses[0]!.family)
    const answer = await open(url, { lookup, headers: options.headers, signal: ending.signal })
    return await read(answer, options.mostBytes)
  } catch (error) {
    if (error instanceof ForbiddenAddress) return { outcome: 'forbidden-address' }
    if (late) return { outcome: 'takes-too-long' }
    return { outcome: options.signal?.aborted ? 'cancelled' : 'unreachable' }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', cancel)
    ending.abort()
  }
}

type Connection = { lookup: LookupFunction; headers: Record<string, string>; signal: AbortSignal }

function open(url: URL, { lookup, headers, signal }: Connection): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  const sent = request(url, {
    lookup,
    signal,
    headers: { 'accept-encoding': 'gzip, deflate, br', ...headers },
    agent: false,
    maxHeaderSize: 32 * 1024,
  })
  sent.on('response', resolve).on('error', reject).end()
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
