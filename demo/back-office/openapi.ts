/** The OpenAPI 3.1 document of the same table that is mounted. `x-lingxi-effect` and `x-lingxi-care` say how careful to be. */
import { z } from 'zod'
import { operations } from './all-operations.ts'
import type { Operation } from './operation.ts'
import { Words } from './shop/words.ts'

type Json = Record<string, unknown>

export const Refused = z.strictObject({ code: z.string(), message: Words })

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' })
  return inline(rest)
}

/** Schemas with a name of their own come as definitions inside each; a document has no place for them there. */
function inline({ $defs, ...schema }: Json): Json {
  const definitions = ($defs ?? {}) as Record<string, Json>
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve)
    if (typeof value !== 'object' || value === null) return value
    const { $ref, ...others } = value as Json
    if (typeof $ref === 'string') {
      const { id: _, ...named } = definitions[$ref.replace('#/$defs/', '')]!
      return resolve({ ...named, ...others })
    }
    return Object.fromEntries(Object.entries(others).map(([key, each]) => [key, resolve(each)]))
  }
  return resolve(schema) as Json
}

const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
})

function describe({ name, title, summary, effect, care, method, path, input, output }: Operation): Json {
  const { properties, required = [] } = schemaOf(input, 'input') as {
    properties: Record<string, Json>
    required?: string[]
  }
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field!)
  const others = Object.keys(properties).filter((field) => !inPath.includes(field))
  const inQuery = method === 'GET' ? others : []
  const parameter = (field: string, place: 'path' | 'query') => ({
    name: field,
    in: place,
    required: required.includes(field),
    schema: properties[field],
  })
  return {
    operationId: name,
    summary: title.en,
    description: summary,
    'x-lingxi-title': title,
    'x-lingxi-effect': effect,
    'x-lingxi-care': care,
    parameters: [
      ...inPath.map((field) => parameter(field, 'path')),
      ...inQuery.map((field) => parameter(field, 'query')),
      ...(effect === 'act' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(method !== 'GET' && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(others.map((field) => [field, properties[field]])),
              required: required.filter((field) => others.includes(field)),
              additionalProperties: false,
            },
          },
        },
      },
    }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: schemaOf(output, 'output') } } },
      409: refusal('As things stand it may not be done'),
      422: refusal('What it is about is not known'),
      default: refusal('The request is not well formed, or something broke'),
    },
  }
}

export function createOpenapi(): Json {
  const paths: Record<string, Json> = {}
  for (const each of operations) paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: describe(each) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Shiguang Living: back office',
      version: '1.0.0',
      description:
        'The invented shop’s orders, parcels, returns, refunds, invoices, prices, coupons, complaints and stock.',
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Refused: schemaOf(Refused, 'output') },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'The same key gives the same answer; what it asks for is done once.',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      },
    },
  }
}
