/**
 * Values held against a JSON Schema (draft 2020-12) that somebody else wrote. Patterns are run by an engine of linear time,
 * so that no schema can make a value take for ever; what that engine does not know is refused when the schema is compiled.
 */
import { createRequire } from 'node:module'
import type { Ajv2020 as Validator, Options } from 'ajv/dist/2020.js'
import type { RE2JS as Engine } from 're2js'

export type Schema = Record<string, unknown>
/** What is wrong with a value, with the place of it; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined
export type CompiledSchema = { check: Check } | { wrong: string }

type Loaded = { Ajv2020: typeof Validator; addFormats: (to: unknown) => void }
let loaded: Loaded | undefined
let engine: typeof Engine | undefined

/** Loaded for companies that have actions. */
function load(): Loaded {
  const require = createRequire(import.meta.url)
  engine ??= (require('re2js') as { RE2JS: typeof Engine }).RE2JS
  loaded ??= { Ajv2020: require('ajv/dist/2020.js').Ajv2020, addFormats: require('ajv-formats').default }
  return loaded
}

const linearly: NonNullable<NonNullable<Options['code']>['regExp']> = Object.assign(
  (pattern: string) => {
    const compiled = engine!.compile(pattern)
    // The validator tells patterns apart by what they are written as.
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern }
  },
  { code: 'linear' },
)

/** A schema as a check; `wrong` says what no check can be made of (no JSON Schema, a reference to nothing, a pattern). */
export function compileSchema(schema: Schema): CompiledSchema {
  const { Ajv2020, addFormats } = load()
  const validator = new Ajv2020({ strict: false, logger: false, code: { regExp: linearly } })
  addFormats(validator)
  try {
    const { $schema: _dialect, $id: _id, ...rest } = schema
    const validate = validator.compile(rest)
    return {
      check(value) {
        if (validate(value)) return undefined
        const { instancePath = '', message = 'is not as expected', params } = validate.errors?.[0] ?? {}
        const extra = params && 'additionalProperty' in params ? `: ${String(params['additionalProperty'])}` : ''
        return `${instancePath || '/'} ${message}${extra}`
      },
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : 'it is no JSON Schema' }
  }
}
