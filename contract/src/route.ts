/** One operation of the HTTP API. The server mounts it, the client is typed from it, OpenAPI is generated from it. */
import type { z } from 'zod'
import type { Scope } from './scope.ts'

/**
 * Who may call: anyone, a customer with a web session's token, staff of at least that role, the holder of an API key, or either
 * of these two.
 */
export type Access = 'anyone' | 'customer' | 'staff' | 'supervisor' | 'admin' | 'api-key' | 'staff-or-key'

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:name` for what is in `params`. */
  path: string
  area: string
  summary: string
  access: Access
  /** What the key has to be for, where a key is what proves the caller. */
  scope?: Scope
  params?: z.ZodType
  query?: z.ZodType
  /** Absent: no body. `bytes`: the file itself is the body, small enough to hold; `stream`: a large one, as it comes. */
  body?: z.ZodType | 'bytes' | 'stream'
  ok: z.ZodType
  /** The answer is a file, sent by `exchange.sendFile`. */
  file?: true
  /** 200 unless said otherwise. */
  status?: 200 | 201 | 202 | 204
}

export const route = <const R extends Route>(definition: R): R => definition

type Into<S> = S extends z.ZodType ? z.input<S> : S extends 'bytes' | 'stream' ? Uint8Array | Blob : undefined
type OutOf<S> = S extends z.ZodType
  ? z.output<S>
  : S extends 'bytes'
    ? Uint8Array
    : S extends 'stream'
      ? AsyncIterable<Uint8Array>
      : undefined

/** What a caller gives. */
export type CallOf<R extends Route> = (R extends { params: infer P } ? { params: Into<P> } : object) &
  (R extends { query: infer Q } ? { query?: Into<Q> } : object) &
  (R extends { body: infer B } ? { body: Into<B> } : object)

/** What the server has after validation. */
export type AskedOf<R extends Route> = {
  params: R extends { params: infer P } ? OutOf<P> : undefined
  query: R extends { query: infer Q } ? OutOf<Q> : undefined
  body: R extends { body: infer B } ? OutOf<B> : undefined
}

export type AnswerOf<R extends Route> = z.input<R['ok']>
export type AnsweredBy<R extends Route> = R extends { file: true } ? Blob : z.output<R['ok']>

/** Who called, once that is proven. */
export type Caller =
  | { kind: 'anyone' }
  | { kind: 'customer'; tenantId: string; externalId: string }
  | {
      kind: 'staff'
      tenantId: string
      staffId: string
      role: 'admin' | 'supervisor' | 'staff'
      name: string
      groups: string[]
    }
  | { kind: 'api-key'; tenantId: string; keyId: string; name: string; scopes: Scope[] }

type CallerOf<R extends Route> = R['access'] extends 'anyone'
  ? Extract<Caller, { kind: 'anyone' }>
  : R['access'] extends 'customer'
    ? Extract<Caller, { kind: 'customer' }>
    : R['access'] extends 'api-key'
      ? Extract<Caller, { kind: 'api-key' }>
      : R['access'] extends 'staff-or-key'
        ? Extract<Caller, { kind: 'staff' | 'api-key' }>
        : Extract<Caller, { kind: 'staff' }>

/** What some few operations need of HTTP itself. */
export type Exchange = {
  /** The network address, for counting attempts only. */
  address: string
  headers: Record<string, string | undefined>
  cookie(name: string): string | undefined
  /** `undefined` removes the cookie. Always HttpOnly and SameSite=Strict. */
  setCookie(name: string, value: string | undefined, options: { path: string; seconds: number }): void
  /** Answers as server-sent events instead of JSON; the chunks are sent as they come. */
  stream(chunks: AsyncIterable<string>): void
  /** Answers with just this, instead of JSON by the contract. */
  respond(response: Response): void
  /** Answers with a file instead of JSON; what is in it can never run as a page of ours. */
  /** `bytes` is undefined where the size is not known beforehand. */
  sendFile(file: {
    name: string
    mediaType: string
    bytes: number | undefined
    chunks: AsyncIterable<Uint8Array>
  }): void
  /** Aborts when the caller goes away. */
  signal: AbortSignal
}

export type Handler<R extends Route> = (
  asked: AskedOf<R>,
  caller: CallerOf<R>,
  exchange: Exchange,
) => Promise<AnswerOf<R>>
export type Handlers<Table extends Record<string, Route>> = { [Name in keyof Table]: Handler<Table[Name]> }
