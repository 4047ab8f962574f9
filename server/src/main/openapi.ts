/** The OpenAPI 3.1 document, made from the same table that is mounted, so that it cannot say anything else. */
import { api } from '@lingxi/contract/api'
import { ProblemDocument } from '@lingxi/contract/problem'
import type { Route } from '@lingxi/contract/route'
import { z } from 'zod'

type Json = Record<string, unknown>

export function createOpenapi(version: string): Json {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  const problem = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: describe(ProblemDocument, 'output', schemas) } },
  }
  for (const [name, route] of Object.entries<Route>(api)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(name, route, { schemas, problem }) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lingxi',
      version,
      description: 'Intelligent customer service: conversations, knowledge, the desk and the channels.',
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The access token of POST /api/v1/sign-in',
        },
        customer: { type: 'http', scheme: 'bearer', description: 'The token of a web session' },
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
      },
    },
  }
}

function describeRoute(name: string, route: Route, shared: { schemas: Json; problem: Json }): Json {
  const { schemas, problem } = shared
  const status = route.status ?? 200
  const body = route.body
  const content =
    body === 'bytes' || body === 'stream'
      ? { 'application/octet-stream': {} }
      : body && { 'application/json': { schema: describe(body, 'input', schemas) } }
  const ok = route.file
    ? { content: { '*/*': {} } }
    : status === 204
      ? {}
      : { content: { 'application/json': { schema: describe(route.ok, 'output', schemas) } } }
  return {
    operationId: name,
    tags: [route.area],
    summary: route.summary,
    ...(route.access !== 'anyone' && { security: securityOf(route) }),
    parameters: [...parametersOf(route.params, 'path', schemas), ...parametersOf(route.query, 'query', schemas)],
    ...(content && { requestBody: { required: true, content } }),
    responses: { [status]: { description: 'OK', ...ok }, default: problem },
  }
}

/** Any one of them is enough. */
function securityOf({ access }: Route): Json[] {
  if (access === 'customer') return [{ customer: [] }]
  if (access === 'staff-or-key') return [{ staff: [] }, { apiKey: [] }]
  return access === 'api-key' ? [{ apiKey: [] }] : [{ staff: [] }]
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: Json) {
  if (!schema) return []
  const { properties = {}, required = [] } = describe(schema, 'input', schemas) as {
    properties?: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: each,
  }))
}

/** A schema as JSON Schema; the named ones go to the components and are referred to. */
function describe(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const whole = z.toJSONSchema(z.object({ it: schema }), { io, unrepresentable: 'any' })
  const text = JSON.stringify(whole).replaceAll('#/$defs/', '#/components/schemas/')
  const { properties, $defs } = JSON.parse(text) as { properties: { it: Json }; $defs?: Json }
  for (const [name, each] of Object.entries($defs ?? {})) schemas[name] ??= each
  return properties.it
}
