/** An action that is a call of one of the company's systems over HTTP, described in the console or taken from OpenAPI. */
import { z } from 'zod'
import { cares, effects, JsonSchema } from './action.ts'
import { FlowName, LocalText } from './flow.ts'
import { Json } from './json.ts'

const short = (longest: number) => z.string().trim().min(1).max(longest)
/** A text with `{name}` where a field of the input goes. */
const Template = z.string().max(2000)
const Pointer = z
  .string()
  .max(300)
  .regex(/^(\/([^~]|~[01])*)?$/, 'is a JSON pointer such as /order/number')
const HeaderName = z.string().regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/, 'is the name of a header')
/** The name of a field of JSON, as far as it can stand in a `{placeholder}`. */
const FieldName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,59}$/, 'is a name such as orderNumber')
const Named = z.strictObject({ name: short(80), value: Template })

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** How the body is made: not at all; of the fields that went nowhere else, as JSON or as a form; or field by field. */
export const HttpBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('rest') }),
  z.strictObject({ kind: z.literal('form') }),
  z.strictObject({
    kind: z.literal('fields'),
    fields: z.array(z.strictObject({ to: Pointer, from: FieldName })).max(60),
  }),
])

/** What the answer becomes: itself; what a CEL expression over `status` and `body` says; or a field for each pointer. */
export const HttpOutput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('expression'), expression: short(1000) }),
  z.strictObject({
    kind: z.literal('pointers'),
    fields: z.array(z.strictObject({ name: FieldName, from: Pointer })).max(60),
  }),
])

/** Statuses that mean that it may not be done, and where the answer says why. */
export const HttpRefusals = z.strictObject({
  statuses: z.array(z.int().min(400).max(499)).max(30),
  reason: Pointer.nullable(),
})

/** How a call says who it is from. Secrets go in and never come out: one that is left away stays as it was. */
const secret = z.string().min(1).max(4000).optional()
export const HttpAuthentication = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('bearer'), secret }),
  z.strictObject({ kind: z.literal('basic'), user: short(200), secret }),
  z.strictObject({ kind: z.literal('key'), in: z.enum(['header', 'query']), name: HeaderName, secret }),
  /** HMAC-SHA256 of `SECONDS.METHOD.PATH.BODY`, sent as `t=SECONDS,v1=HEX`. */
  z.strictObject({ kind: z.literal('hmac'), header: HeaderName, secret }),
])
export type HttpAuthentication = z.infer<typeof HttpAuthentication>

export const HttpToolDraft = z
  .strictObject({
    name: FlowName,
    title: LocalText,
    description: z.string().trim().max(2000).default(''),
    effect: z.enum(effects),
    care: z.enum(cares).default('none'),
    paused: z.boolean().default(false),
    method: z.enum(methods),
    url: z.string().trim().max(2000),
    query: z.array(Named).max(60).default([]),
    headers: z
      .array(z.strictObject({ name: HeaderName, value: Template }))
      .max(30)
      .default([]),
    body: HttpBody.default({ kind: 'none' }),
    input: JsonSchema,
    output: JsonSchema.default({}),
    answer: HttpOutput.default({ kind: 'whole' }),
    refusals: HttpRefusals.default({ statuses: [], reason: null }),
    /** The header that carries the run, by which the other side knows a call again; null: it knows none. */
    idempotencyHeader: HeaderName.nullable().default('Idempotency-Key'),
    /** Milliseconds for one attempt. */
    within: z.int().min(100).max(30_000).default(10_000),
    retries: z.int().min(0).max(4).default(2),
    /** Of one call, in the company's currency. */
    cost: z.number().min(0).max(1_000_000).nullable().default(null),
    authentication: HttpAuthentication.default({ kind: 'none' }),
  })
  .meta({ id: 'HttpToolDraft' })
export type HttpToolDraft = z.infer<typeof HttpToolDraft>

export const circuits = ['closed', 'open', 'half-open'] as const
export const HttpTool = HttpToolDraft.omit({ authentication: true })
  .extend({
    id: z.string(),
    version: z.int().positive(),
    authentication: HttpAuthentication,
    hasSecret: z.boolean(),
    /** The operation of an OpenAPI document that it was taken from. */
    operation: z.string().nullable(),
    /** Whether calls go out: after several failures in a row they do not, for a while. */
    circuit: z.enum(circuits),
    updatedAt: z.string(),
  })
  .meta({ id: 'HttpTool' })
export type HttpTool = z.infer<typeof HttpTool>

/** A call that was only tried: what went out, secrets covered, and what came back. */
export const TriedTool = z
  .strictObject({
    request: z.strictObject({
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string().nullable(),
    }),
    response: z
      .strictObject({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() })
      .nullable(),
    outcome: z.enum(['done', 'refused', 'failed']),
    output: Json,
    reason: z.string().nullable(),
    milliseconds: z.number(),
  })
  .meta({ id: 'TriedTool' })
export type TriedTool = z.infer<typeof TriedTool>

/** An operation of an OpenAPI document. `wrong`: why it cannot be taken over. `there`: the tool that it is already. */
export const OpenApiOperation = z
  .strictObject({
    key: z.string(),
    method: z.string(),
    path: z.string(),
    summary: z.string(),
    name: z.string(),
    wrong: z.string().nullable(),
    there: z.enum(['new', 'changed', 'same']),
  })
  .meta({ id: 'OpenApiOperation' })
export type OpenApiOperation = z.infer<typeof OpenApiOperation>
export const OpenApiPreview = z
  .strictObject({ title: z.string(), servers: z.array(z.string()), operations: z.array(OpenApiOperation) })
  .meta({ id: 'OpenApiPreview' })
export type OpenApiPreview = z.infer<typeof OpenApiPreview>
