/** Operations of an OpenAPI document become tools; imported again, the tools follow the document where it speaks of them. */
import type { HttpAuthentication, HttpToolDraft, OpenApiPreview } from '@lingxi/contract/http-tool'
import { Problem } from '@lingxi/contract/problem'
import { isUniqueViolation } from '#platform/database'
import type { Ids } from '#platform/ids'
import { lockNames } from '../action-names-store.ts'
import type { HttpToolRow, HttpToolStore } from './http-tool-store.ts'
import { readOpenApi } from './open-api-document.ts'
import { anyServer } from './open-api-operation.ts'

type Parts = {
  store: HttpToolStore
  ids: Ids
  reserved: readonly string[]
  rowOf: (tenantId: string, draft: HttpToolDraft, was: HttpToolRow | { id: string; by: string | null }) => HttpToolRow
  forget: (tenantId: string) => void
}
type Importing = { document: string; server: string; operations: string[]; authentication: HttpAuthentication }

/** What the document says; the rest is for people to say, and stays as they said it. */
const said = ['method', 'url', 'query', 'headers', 'body', 'input', 'output', 'refusals', 'idempotencyHeader'] as const

export function createOpenApiImport({ store, ids, reserved, rowOf, forget }: Parts) {
  const operationOf = (title: string, key: string) => `${title} · ${key}`

  return {
    async previewOpenApi(tenantId: string, document: string): Promise<OpenApiPreview> {
      const { title, servers, operations } = readOpenApi(document)
      const there = new Map((await store.all(tenantId)).map((row) => [row.operation, row]))
      return {
        title,
        servers,
        operations: operations.map(({ made, ...shown }) => {
          const row = there.get(operationOf(title, shown.key))
          const wrong = 'wrong' in made ? made.wrong : null
          const isSame = row && 'draft' in made && isSaid(row.draft, made.draft)
          const name = row?.name ?? ('draft' in made ? made.draft.name : '')
          return { ...shown, name, wrong, there: !row ? 'new' : isSame ? 'same' : 'changed' }
        }),
      }
    },

    async importOpenApi(tenantId: string, asked: Importing, by: string) {
      const { title, operations } = readOpenApi(asked.document)
      const rows = await store.all(tenantId)
      const there = new Map(rows.map((row) => [row.operation, row]))
      const names = new Set([...reserved, ...(await store.takenNames(tenantId))])
      const count = { added: 0, changed: 0, same: 0 }
      const written: HttpToolRow[] = []
      for (const key of asked.operations) {
        const found = operations.find((each) => each.key === key)
        if (!found || 'wrong' in found.made)
          throw refused(key, found ? 'cannot be taken over' : 'is not in the document')
        const { draft } = found.made
        const onServer = { ...draft, url: asked.server.replace(/\/+$/, '') + draft.url.slice(anyServer.length) }
        const row = there.get(operationOf(title, key))
        const before = row && { ...row.draft, ...pick(onServer), authentication: authenticationOf(row, asked) }
        if (row && before && isEqual(before, row.draft)) count.same++
        else if (row && before) {
          count.changed++
          written.push(rowOf(tenantId, before, row))
        } else {
          count.added++
          const name = freeName(draft.name, names)
          names.add(name)
          const made = rowOf(
            tenantId,
            { ...onServer, name, authentication: asked.authentication },
            { id: ids.next('tool'), by },
          )
          written.push({ ...made, operation: operationOf(title, key) })
        }
      }
      await writeAll(tenantId, written)
      return count
    },
  }

  async function writeAll(tenantId: string, written: HttpToolRow[]): Promise<void> {
    try {
      await store.transaction(async (handle) => {
        const taken = await lockNames(handle, { tenantId })
        if (written.some(({ name, version }) => version === 1 && taken.has(name)))
          throw new Problem('changed-meanwhile')
        for (const row of written)
          if (row.version === 1) await store.insert(tenantId, row, handle)
          else if (!(await store.replace(tenantId, row, handle))) throw new Problem('changed-meanwhile')
      })
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem('changed-meanwhile')
      throw error
    }
    forget(tenantId)
  }
}

const refused = (key: string, message: string) =>
  new Problem('invalid-request', { errors: [{ path: 'body.operations', message: `${message}: ${key}` }] })

const pick = (draft: HttpToolDraft) => Object.fromEntries(said.map((name) => [name, draft[name]]))

/** A secret that is given anew replaces the one that was there; none leaves everything as it was. */
const authenticationOf = (row: HttpToolRow, { authentication }: Importing) =>
  authentication.kind === 'none' ? row.draft.authentication : authentication

/** Whether a tool is as the document says, on whatever server it is. */
const isSaid = (tool: HttpToolDraft, draft: HttpToolDraft) =>
  tool.url.endsWith(draft.url.slice(anyServer.length)) &&
  isEqual({ ...pick(tool), url: '' }, { ...pick(draft), url: '' })

/** The same whatever order a database keeps the fields in. */
const isEqual = (one: unknown, other: unknown) => sorted(one) === sorted(other)
const sorted = (value: unknown) =>
  JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name.slice(0, 56)}_${number}`
    if (!taken.has(tried)) return tried
  }
}
