import { z } from 'zod'

/** JSON from outside: no string in it holds what a database cannot keep (NUL, half a surrogate pair). */
const clean = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value

/** `undefined` when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, clean)
  } catch {
    return undefined
  }
}

/** The same for what comes in a path or a query. */
export const cleanStrings = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(name, value)]))

type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
/** Any JSON value, where its form is somebody else's. */
export const Json: z.ZodType<Value> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Json), z.record(z.string(), Json)]))
  .meta({ id: 'Json' })
export type Json = z.infer<typeof Json>
