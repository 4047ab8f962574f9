/** One operation of an OpenAPI 3.1 document as the description of a tool, without the server it is on. Pure. */
import { cares, effects } from '@lingxi/contract/action'
import { LocalText } from '@lingxi/contract/flow'
import { HttpToolDraft } from '@lingxi/contract/http-tool'
import { createSchemas, readAtReference, type Schema, UnknownReference } from './open-api-schemas.ts'

type Json = Record<string, unknown>
export type OpenApiRoot = Json & { paths?: Json; info?: Json; servers?: unknown; components?: Json }
export type DraftOrWrong = { draft: HttpToolDraft } | { wrong: string }
type Place = { path: string; method: string; item: Json }
type Field = { name: string; schema: Schema; required: boolean }
type Parameter = Field & { in: string; as: string }

/** Stands for the server, which whoever imports names. */
export const anyServer = 'https://server.invalid'
const refusing = [400, 403, 404, 409, 410, 422]
const reasons = ['reason', 'message', 'detail', 'title', 'error']

export function toDraft(root: OpenApiRoot, place: Place): DraftOrWrong {
  try {
    return read(root, place)
  } catch (error) {
    if (error instanceof UnknownReference) return { wrong: `refers to what is not in the document: ${error.reference}` }
    throw error
  }
}

function read(root: OpenApiRoot, { path, method, item }: Place): DraftOrWrong {
  const operation = objectOf(item[method])
  const schemas = createSchemas(root)
  const parameters = parametersIn(root, [...listOf(item['parameters']), ...listOf(operation['parameters'])])
  const key = parameters.find((each) => each.in === 'header' && each.name.toLowerCase() === 'idempotency-key')
  const given = parameters.filter((each) => each !== key && each.in !== 'cookie')
  const body = bodyOf(readAtReference(root, operation['requestBody']), schemas, new Set(given.map(({ as }) => as)))
  if ('wrong' in body) return body
  const fields: Field[] = [...given.map(({ as, schema, required }) => ({ name: as, schema, required })), ...body.fields]
  const values = (at: string) =>
    given.filter((each) => each.in === at).map(({ name, as }) => ({ name, value: `{${as}}` }))
  const renamed = new Map(given.filter((each) => each.in === 'path').map(({ name, as }) => [name, as]))
  const { output, refusals } = answersOf(root, objectOf(operation['responses']))
  const made = HttpToolDraft.safeParse({
    ...describe(operation, { method, path }),
    method: method.toUpperCase(),
    url:
      anyServer + path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) => `{${renamed.get(name) ?? asField(name)}}`),
    query: values('query'),
    headers: values('header'),
    body: body.kind,
    input: schemas.whole({
      type: 'object',
      properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schemas.within(schema)])),
      required: fields.filter(({ required }) => required).map(({ name }) => name),
      additionalProperties: false,
    }),
    output,
    refusals,
    idempotencyHeader: key?.name ?? null,
  })
  if (made.success) return { draft: made.data }
  const [issue] = made.error.issues
  return { wrong: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim() }
}

/** A document of ours may say more than OpenAPI knows: `x-lingxi-title`, `x-lingxi-effect`, `x-lingxi-care`. */
function describe(operation: Json, { method, path }: Pick<Place, 'method' | 'path'>) {
  const { summary, description, operationId } = operation
  const title = textOf(summary) || textOf(operationId) || `${method} ${path}`
  const ownTitle = LocalText.safeParse(operation['x-lingxi-title']).data
  const effect = oneOf(effects, operation['x-lingxi-effect']) ?? (method === 'get' ? 'look' : 'act')
  return {
    name: nameOf(textOf(operationId) || `${method}_${path}`),
    title: ownTitle ?? (/\p{Script=Han}/u.test(title) ? { zh: title } : { en: title }),
    description: [title, textOf(description)].filter(Boolean).join('\n').slice(0, 2000),
    effect,
    care: oneOf(cares, operation['x-lingxi-care']) ?? (effect === 'act' ? 'confirmation' : 'none'),
  }
}

const oneOf = <Word extends string>(words: readonly Word[], said: unknown) => words.find((word) => word === said)

function parametersIn(root: OpenApiRoot, listed: Json[]): Parameter[] {
  const byPlace = new Map<string, Parameter>()
  for (const each of listed) {
    const { name, in: at, schema, required, description } = objectOf(readAtReference(root, each))
    if (typeof name !== 'string' || typeof at !== 'string') continue
    const described = { ...objectOf(schema), ...(typeof description === 'string' && { description }) }
    const parameter = { name, in: at, as: asField(name), schema: described, required: required === true }
    // What is said of an operation goes before what is said of its path.
    byPlace.set(`${at} ${name}`, parameter)
  }
  return [...byPlace.values()]
}

type Body = { wrong: string } | { fields: Field[]; kind: HttpToolDraft['body'] }

function bodyOf(requestBody: unknown, schemas: ReturnType<typeof createSchemas>, taken: Set<string>): Body {
  const { content, required } = objectOf(requestBody)
  const types = Object.entries(objectOf(content))
  if (types.length === 0) return { fields: [], kind: { kind: 'none' } }
  const json = types.find(([type]) => /\bjson\b/i.test(type))
  const [type, media] = json ?? types.find(([each]) => each.startsWith('application/x-www-form-urlencoded')) ?? []
  if (!type) return { wrong: `takes a body that is neither JSON nor a form: ${types[0]![0]}` }
  const schema = objectOf(objectOf(media)['schema'])
  return fieldsOf(schemas.follow(schema), { schema, taken, json: json !== undefined, required: required === true })
}

/** The fields of a body beside those of the address, where their names allow it; else the body as one field. */
function fieldsOf(
  shape: Schema,
  { schema, taken, json, required }: { schema: Schema; taken: Set<string>; json: boolean; required: boolean },
): Body {
  const names = Object.keys(objectOf(shape['properties']))
  const isPlain = names.length > 0 && !('allOf' in shape) && names.every((name) => isField(name) && !taken.has(name))
  if (!isPlain && !json) return { wrong: 'takes a form whose fields are not said' }
  if (!isPlain) {
    const name = taken.has('body') ? 'request_body' : 'body'
    return {
      fields: [{ name, schema, required: required === true }],
      kind: { kind: 'fields', fields: [{ to: '', from: name }] },
    }
  }
  const needed = new Set(Array.isArray(shape['required']) ? shape['required'] : [])
  const fields = names.map((name) => ({
    name,
    schema: objectOf(objectOf(shape['properties'])[name]),
    required: needed.has(name),
  }))
  return { fields, kind: { kind: json ? 'rest' : 'form' } }
}

function answersOf(root: OpenApiRoot, responses: Json) {
  const schemas = createSchemas(root)
  const schemaOf = (status: string | undefined): Schema | undefined => {
    if (status === undefined) return undefined
    const content = objectOf(objectOf(readAtReference(root, responses[status]))['content'])
    const [, media] = Object.entries(content).find(([type]) => /\bjson\b/i.test(type)) ?? []
    const { schema } = objectOf(media)
    return schema === undefined ? undefined : objectOf(schema)
  }
  const done = schemaOf(Object.keys(responses).find((status) => status.startsWith('2')))
  const statuses = refusing.filter((status) => String(status) in responses)
  const told = statuses.map((status) => schemaOf(String(status)) ?? {})
  const names = told.flatMap((schema) => Object.keys(objectOf(schemas.follow(schema)['properties'])))
  const reason = reasons.find((name) => names.includes(name))
  return {
    output: done ? schemas.whole(schemas.within(done)) : {},
    refusals: { statuses, reason: reason ? `/${reason}` : null },
  }
}

const isField = (name: string) => /^[A-Za-z_][A-Za-z0-9_]{0,59}$/.test(name)
const asField = (name: string) =>
  name
    .replaceAll(/[^A-Za-z0-9_]/g, '_')
    .replace(/^(?=\d)/, '_')
    .slice(0, 60)

/** A name such as flows have. */
function nameOf(text: string): string {
  const words = text.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  const name = words.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  return (/^[a-z]/.test(name) ? name : `call_${name}`).slice(0, 60)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const listOf = (value: unknown) => (Array.isArray(value) ? value.map(objectOf) : [])
