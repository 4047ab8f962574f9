/**
 * An OpenAPI document (3.0, 3.1) as the tools that its operations make. Shared schemas travel with each tool as `$defs`, so
 * that those that refer to themselves stay what they are; what refers out of the document is refused, with the reference.
 */
import { upgrade } from '@scalar/openapi-upgrader'
import { Problem } from '@lingxi/contract/problem'
import { parse } from 'yaml'
import { type DraftOrWrong, type OpenApiRoot, toDraft } from './open-api-operation.ts'

export type ReadOperation = { key: string; method: string; path: string; summary: string; made: DraftOrWrong }
export type ReadDocument = { title: string; servers: string[]; operations: ReadOperation[] }

const mostOperations = 2_000
const mostAliases = 100
const httpMethods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** Throws what is wrong with the document as a whole; what is wrong with one operation is said of it. */
export function readOpenApi(text: string): ReadDocument {
  const root = rootOf(text)
  const servers = listOf(root.servers).flatMap(({ url }) => (typeof url === 'string' && URL.canParse(url) ? [url] : []))
  const operations = Object.entries(root.paths ?? {}).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = objectOf(item)[method]
      if (typeof operation !== 'object' || operation === null) return []
      const { summary, operationId } = operation as Record<string, unknown>
      const said = typeof summary === 'string' ? summary : typeof operationId === 'string' ? operationId : ''
      const made = toDraft(root, { path, method, item: objectOf(item) })
      return [
        {
          key: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          summary: said.slice(0, 300),
          made,
        },
      ]
    }),
  )
  if (operations.length === 0) throw wrong('it has no operations')
  if (operations.length > mostOperations) throw wrong(`it has more than ${mostOperations} operations`)
  return { title: String(root.info?.['title'] ?? '').slice(0, 200) || 'OpenAPI', servers, operations }
}

const wrong = (message: string) => new Problem('invalid-request', { errors: [{ path: 'body.document', message }] })

function rootOf(text: string): OpenApiRoot {
  let read: unknown
  try {
    // Aliases that multiply are a document of a kilobyte that is one of a gigabyte.
    read = text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : parse(text, { maxAliasCount: mostAliases, merge: false })
  } catch (error) {
    throw wrong(error instanceof Error ? error.message.slice(0, 300) : 'it is neither YAML nor JSON')
  }
  const { openapi } = objectOf(read)
  if (typeof openapi !== 'string' || !/^3\.[01]\./.test(openapi))
    throw wrong('it is no OpenAPI document of version 3.0 or 3.1')
  try {
    return openapi.startsWith('3.0') ? (upgrade(objectOf(read), '3.1') as OpenApiRoot) : (read as OpenApiRoot)
  } catch {
    throw wrong('its schemas cannot be read')
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const listOf = (value: unknown) => (Array.isArray(value) ? value.map(objectOf) : [])
