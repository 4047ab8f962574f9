/**
 * Actions that are calls over HTTP, described by people or taken from an OpenAPI document. Their secrets are sealed in the
 * database, go nowhere but into the call, and are shown to nobody.
 */
import type { Action } from '@lingxi/contract/action'
import type { HttpTool, HttpToolDraft, TriedTool } from '@lingxi/contract/http-tool'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import { type Clock, isoInstant } from '#platform/clock'
import { type Database, isUniqueViolation } from '#platform/database'
import type { Http } from '#platform/http'
import type { Ids } from '#platform/ids'
import type { Sealing } from '#platform/sealing'
import { lockNames } from '../action-names-store.ts'
import { type Pauses, usualPauses } from '../careful-calls.ts'
import { maskIn } from '../mask-in.ts'
import { createKeptLists } from '../kept-lists.ts'
import type { Provided } from '../provider.ts'
import { authenticateCovered, coverOf, needsSecret } from './authenticate.ts'
import { attemptCall, createToolCaller, isRepeatable, type ToolCaller } from './call-tool.ts'
import { faultsIn } from './check-tool.ts'
import { createHttpToolStore, type HttpToolRow } from './http-tool-store.ts'
import { createOpenApiImport } from './open-api-import.ts'
import { writeRequest } from './write-request.ts'

type Parts = {
  database: Database
  http: Pick<Http, 'send'>
  sealing: Sealing
  clock: Clock
  ids: Ids
  /** Names that are taken by what is built in. */
  reserved: readonly string[]
  pauses?: Pauses
  onChange?: (tenantId: string) => void
}
type Change = HttpToolDraft & { version: number }
const longestShown = 20_000

export function createHttpTools(parts: Parts) {
  const { database, http, sealing, clock, ids, reserved, pauses = usualPauses, onChange } = parts
  const store = createHttpToolStore(database)
  /** Callers keep what they learnt of the other side, as long as their tool stays as it is. */
  const callers = new Map<string, ToolCaller>()
  const kept = createKeptLists(read)

  const purposeOf = (tenantId: string, id: string) => `http-tool ${tenantId} ${id}`
  const secretOf = (tenantId: string, { id, secret }: Pick<HttpToolRow, 'id' | 'secret'>) =>
    secret === null ? undefined : sealing.open(secret, purposeOf(tenantId, id))

  function callerOf(tenantId: string, { id, version, draft }: HttpToolRow): ToolCaller {
    const key = `${tenantId} ${id} ${version}`
    const there = callers.get(key) ?? createToolCaller({ http, clock, pauses }, draft)
    callers.set(key, there)
    return there
  }

  async function read(tenantId: string): Promise<ReadonlyMap<string, Provided>> {
    const rows = (await store.all(tenantId)).filter(({ draft }) => !draft.paused)
    return new Map(rows.map((row) => [row.name, provide(tenantId, row)]))
  }

  function provide(tenantId: string, row: HttpToolRow): Provided {
    const caller = callerOf(tenantId, row)
    const secret = secretOf(tenantId, row)
    const unreadable = needsSecret(row.draft.authentication) && secret === undefined
    return {
      action: actionOf(row.draft),
      repeatable: isRepeatable(row.draft),
      within: row.draft.within,
      run: async (call) =>
        unreadable
          ? { outcome: { kind: 'failed', reason: 'secret-not-readable' }, attempts: 1 }
          : caller.run(call, secret),
    }
  }

  function forget(tenantId: string): void {
    kept.forget(tenantId)
    onChange?.(tenantId)
  }

  /** The row that a draft makes; a secret that it leaves away is the one that was there. */
  function rowOf(
    tenantId: string,
    draft: HttpToolDraft,
    was: HttpToolRow | { id: string; by: string | null },
  ): HttpToolRow {
    const errors = faultsIn(draft).map(({ path, message }) => ({ path: `body.${path}`, message }))
    if (reserved.includes(draft.name)) errors.push({ path: 'body.name', message: 'is the name of a built-in action' })
    if (errors.length > 0) throw new Problem('invalid-request', { errors })
    const { authentication, ...rest } = draft
    const { secret, ...kept } = { secret: undefined, ...authentication }
    const before = 'draft' in was && was.draft.authentication.kind === kept.kind ? was.secret : null
    const sealed = secret === undefined ? before : sealing.seal(secret, purposeOf(tenantId, was.id))
    return {
      id: was.id,
      name: draft.name,
      draft: { ...rest, authentication: kept },
      secret: kept.kind === 'none' ? null : sealed,
      operation: 'draft' in was ? was.operation : null,
      version: 'draft' in was ? was.version + 1 : 1,
      updated_at: isoInstant(clock),
      updated_by: 'draft' in was ? was.updated_by : was.by,
    }
  }

  async function write(tenantId: string, row: HttpToolRow): Promise<HttpTool> {
    try {
      await store.transaction(async (handle) => {
        const taken = await lockNames(handle, { tenantId, but: row.id })
        if (taken.has(row.name)) throw new Problem('already-exists')
        if (row.version === 1) return store.insert(tenantId, row, handle)
        if (!(await store.replace(tenantId, row, handle))) throw new Problem('changed-meanwhile')
      })
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem('already-exists')
      throw error
    }
    forget(tenantId)
    return present(tenantId, row)
  }

  const present = (tenantId: string, row: HttpToolRow): HttpTool => ({
    ...row.draft,
    id: row.id,
    version: row.version,
    hasSecret: row.secret !== null,
    operation: row.operation,
    circuit: callerOf(tenantId, row).circuit(),
    updatedAt: new Date(row.updated_at).toISOString(),
  })

  async function get(tenantId: string, id: string): Promise<HttpToolRow> {
    const row = await store.find(tenantId, id)
    if (!row) throw new Problem('not-found')
    return row
  }

  return {
    provider: kept.provider,
    /** Another process has changed them. */
    reload: kept.forget,
    list: async (tenantId: string): Promise<HttpTool[]> =>
      (await store.all(tenantId)).map((row) => present(tenantId, row)),
    get: async (tenantId: string, id: string): Promise<HttpTool> => present(tenantId, await get(tenantId, id)),
    add: async (tenantId: string, draft: HttpToolDraft, by: string | null): Promise<HttpTool> =>
      write(tenantId, rowOf(tenantId, draft, { id: ids.next('tool'), by })),
    async change(tenantId: string, id: string, { version, ...draft }: Change): Promise<HttpTool> {
      const was = await get(tenantId, id)
      if (was.version !== version) throw new Problem('changed-meanwhile')
      return write(tenantId, rowOf(tenantId, draft, was))
    },
    async remove(tenantId: string, id: string): Promise<void> {
      if (!(await store.remove(tenantId, id))) throw new Problem('not-found')
      forget(tenantId)
    },

    /** One call, really made, outside of any conversation; tells what went out (secrets covered) and what came back. */
    async tryOut(
      tenantId: string,
      { tool, id, input }: { tool: HttpToolDraft; id: string | null; input: Record<string, unknown> },
    ): Promise<TriedTool> {
      const was = id === null ? undefined : await get(tenantId, id)
      const { draft, secret: sealed } = rowOf(tenantId, tool, was ?? { id: 'trial', by: null })
      const secret = secretOf(tenantId, { id: was?.id ?? 'trial', secret: sealed })
      const written = writeRequest(draft, input)
      if ('wrong' in written)
        throw new Problem('invalid-request', { errors: [{ path: 'body.input', message: written.wrong }] })
      const shown = authenticateCovered(written, draft.authentication)
      const from = clock.reading()
      const call = { input, runId: ids.next('run'), signal: undefined }
      const { outcome, response } = await attemptCall({ http, clock }, draft, { call, secret })
      const { method } = draft
      const cover = coverOf(draft.authentication, secret)
      return {
        request: { method, url: shown.url.href, headers: shown.headers, body: shown.body ?? null },
        response: response && {
          status: response.status,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, cover(value)])),
          body: cover(
            new TextDecoder().decode(response.bytes).slice(0, longestShown).replaceAll('\0', '').toWellFormed(),
          ),
        },
        outcome: outcome.kind,
        output: outcome.kind === 'failed' ? null : z.json().parse(maskIn(outcome.output, cover)),
        reason: outcome.kind === 'done' ? null : cover(outcome.reason),
        milliseconds: Math.round((clock.reading() - from) * 100) / 100,
      }
    },

    ...createOpenApiImport({ store, ids, rowOf, reserved, forget }),
  }
}
export type HttpTools = ReturnType<typeof createHttpTools>

const actionOf = (draft: HttpToolDraft): Action => {
  const { name, title, description, effect, care, input, output } = draft
  return { name, title, description, effect, care, input, output, by: 'http' }
}
