/** A value that fits a JSON Schema well enough to be written over: every field that it names, with an empty value. */
import type { Json } from './json.ts'

const deepest = 6

export function exampleOf(schema: unknown, depth = 0): Json {
  if (typeof schema !== 'object' || schema === null || depth > deepest) return null
  const told = schema as Record<string, unknown>
  const given = givenIn(told)
  if (given !== undefined) return given as Json
  const { properties, items, type } = told
  if (typeof properties === 'object' && properties !== null)
    return Object.fromEntries(Object.entries(properties).map(([name, inside]) => [name, exampleOf(inside, depth + 1)]))
  const kind = Array.isArray(type) ? type[0] : type
  if (kind === 'array') return items === undefined ? [] : [exampleOf(items, depth + 1)]
  return simple[kind as keyof typeof simple] ?? null
}

/** What the schema itself gives as a value. */
const givenIn = ({ example, examples, const: only, default: usual, enum: values }: Record<string, unknown>) =>
  [
    example,
    Array.isArray(examples) ? examples[0] : undefined,
    only,
    usual,
    Array.isArray(values) ? values[0] : undefined,
  ].find((each) => each !== undefined)

const simple = { string: '', number: 0, integer: 0, boolean: true, object: {} } as const
