/** Requests that a route of the contract takes, made from its schemas, and the same with one place of them spoilt. */
import type { Route } from '@lingxi/contract/route'
import { z } from 'zod'

type Schema = {
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
}
type Place = (string | number)[]
export type Sample = { params?: unknown; query?: unknown; body?: unknown }
export type Spoilt = { at: string; sample: Sample }

/** `known` says what stands at a place that has to name something that is there, such as `params.id`. */
export function sampleOf(route: Route, known: Record<string, unknown> = {}): Sample {
  const make = (part: 'params' | 'query' | 'body') => {
    const schema = route[part]
    if (!(schema instanceof z.ZodType)) return {}
    const { properties, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), { io: 'input', unrepresentable: 'any' })
    const build = createBuild($defs as Record<string, Schema>, known)
    return { [part]: build((properties as { it: Schema }).it, part) }
  }
  return { ...make('params'), ...make('query'), ...make('body') }
}

function createBuild(named: Record<string, Schema>, known: Record<string, unknown>) {
  return function build(given: Schema, at: string): unknown {
    const schema = given.$ref
      ? (named[given.$ref.split('/').at(-1)!] ?? {})
      : ((given.anyOf ?? given.oneOf)?.[0] ?? given)
    if (at in known) return known[at]
    if (schema !== given) return build(schema, at)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return schema.enum[0]
    return schema.type === 'object' || schema.type === 'array' ? buildInside(schema, at) : leafFor(schema)
  }

  function buildInside({ type, properties = {}, items = {} }: Schema, at: string): unknown {
    const build = createBuild(named, known)
    if (type === 'array') return [build(items, `${at}.0`)]
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, build(each, `${at}.${name}`)]))
  }
}

function leafFor(schema: Schema): unknown {
  if (schema.type === 'boolean') return true
  return schema.type === 'integer' || schema.type === 'number' ? (schema.minimum ?? 1) : textFor(schema)
}

function textFor({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'date-time') return '2026-01-05T08:00:00Z'
  if (format === 'email') return 'someone@shop.example'
  if (pattern?.startsWith('^cnv_')) return 'cnv_0:1'
  return 'sample-text'.padEnd(minLength, 'x')
}

/** The sample once for each of its leaves of this kind and each value, with the value in its place. */
export function spoil(sample: Sample, kind: 'string' | 'number' | 'any', values: readonly unknown[]): Spoilt[] {
  return placesIn(sample, kind).flatMap((place) =>
    values.map((value, index) => ({ at: `${place.join('.')} #${index}`, sample: put(sample, place, value) as Sample })),
  )
}

function placesIn(value: unknown, kind: 'string' | 'number' | 'any', place: Place = []): Place[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => placesIn(each, kind, [...place, name]))
      : []
  const isLeaf = kind === 'any' ? place.length > 1 : typeof value === kind
  return isLeaf ? [place, ...inside] : inside
}

function put(value: unknown, [first, ...rest]: Place, spoilt: unknown): unknown {
  if (first === undefined) return spoilt
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) }
  const holder = copy as Record<string | number, unknown>
  holder[first] = put(holder[first], rest, spoilt)
  return copy
}

/** The request that carries a sample; texts that UTF-8 cannot carry go as the escapes of JSON. */
export function toRequest(route: Route, { params, query, body }: Sample) {
  const written = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[name]).toWellFormed()),
  )
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    asked.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  const url = asked.size > 0 ? `${written}?${asked}` : written
  const isFile = route.body === 'bytes' || route.body === 'stream'
  return {
    method: route.method,
    url,
    ...(route.body && {
      payload: isFile ? '标题\n正文' : JSON.stringify(body),
      headers: { 'content-type': isFile ? 'application/octet-stream' : 'application/json' },
    }),
  }
}
