/** Schemas of an OpenAPI document taken out of it: what they refer to comes along under `$defs`, once, however it goes round. */

export type Schema = Record<string, unknown>
type Json = Record<string, unknown>

export class UnknownReference extends Error {
  readonly reference: string
  constructor(reference: string) {
    super('a reference to nothing')
    this.reference = reference.slice(0, 200)
  }
}

const longestChain = 20

/** What a part of the document is, following references from part to part. */
export function readAtReference(root: Json, part: unknown): unknown {
  let at = part
  for (let hop = 0; hop < longestChain; hop++) {
    const reference = referenceIn(at)
    if (reference === undefined) return at
    at = resolve(root, reference)
  }
  throw new UnknownReference(`${referenceIn(part)} (it goes round)`)
}

export function createSchemas(root: Json) {
  /** The names of shared schemas, as they are needed. */
  const needed = new Map<string, string>()

  function nameOf(reference: string): string {
    const there = needed.get(reference)
    if (there) return there
    resolve(root, reference)
    const last = reference.split('/').at(-1)!.replaceAll(/\W/g, '_')
    const name = [...needed.values()].includes(last) ? `${last}_${needed.size}` : last
    needed.set(reference, name)
    return name
  }

  /** The same schema with its references leading into `$defs`. */
  function within(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(within)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) =>
        name === '$ref' && typeof each === 'string' ? ['$ref', `#/$defs/${nameOf(each)}`] : [name, within(each)],
      ),
    )
  }

  return {
    within: (schema: Schema): Schema => within(schema) as Schema,
    /** The schema that a reference leads to, for a look at its fields. */
    follow: (schema: Schema): Schema => (readAtReference(root, schema) ?? {}) as Schema,
    /** The schema with everything it needs. */
    whole(schema: Schema): Schema {
      const defs: Json = {}
      // Those that are needed by the needed are found on the way.
      for (const [reference, name] of needed) defs[name] = within(resolve(root, reference))
      const isThere = Object.keys(defs).length > 0
      return isThere ? { ...schema, $defs: defs } : schema
    },
  }
}

function referenceIn(part: unknown): string | undefined {
  const { $ref } = (typeof part === 'object' && part !== null ? part : {}) as Json
  return typeof $ref === 'string' ? $ref : undefined
}

/** Undefined for a `%` that begins no character. */
function decoded(step: string): string | undefined {
  try {
    return decodeURIComponent(step)
  } catch {
    return undefined
  }
}

function resolve(root: Json, reference: string): unknown {
  if (!reference.startsWith('#/')) throw new UnknownReference(reference)
  let at: unknown = root
  for (const step of reference.slice(2).split('/')) {
    const name = decoded(step)?.replaceAll('~1', '/').replaceAll('~0', '~')
    if (name === undefined || typeof at !== 'object' || at === null || !Object.hasOwn(at, name))
      throw new UnknownReference(reference)
    at = (at as Json)[name]
  }
  return at
}
