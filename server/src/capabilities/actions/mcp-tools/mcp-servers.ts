/** Servers as people describe them. Their secrets are sealed in the database, and go nowhere but to their place. */
import type { ChosenTool, McpServerDraft } from '@lingxi/contract/mcp-server'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import { type Clock, isoInstant } from '#platform/clock'
import { type Database, isUniqueViolation } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { ServerPlace } from '#platform/mcp-client'
import type { Sealing } from '#platform/sealing'
import { type AllowedPrograms, faultsIn, isSamePlace, placeOf } from './mcp-places.ts'
import { createMcpServerStore, type McpServerRow } from './mcp-server-store.ts'

type Parts = {
  database: Database
  sealing: Sealing
  clock: Clock
  ids: Ids
  programs: AllowedPrograms
  onChange: (tenantId: string) => void
}
type Change = McpServerDraft & { version: number }
const Secrets = z.record(z.string(), z.string())

export function createMcpServers({ database, sealing, clock, ids, programs, onChange }: Parts) {
  const store = createMcpServerStore(database)
  const purposeOf = (tenantId: string, id: string) => `mcp-server ${tenantId} ${id}`

  /** Undefined: sealed with another key. */
  function secretsOf(tenantId: string, { id, secrets }: McpServerRow): Record<string, string> | undefined {
    if (secrets === null) return {}
    const opened = sealing.open(secrets, purposeOf(tenantId, id))
    return opened === undefined ? undefined : Secrets.parse(JSON.parse(opened))
  }

  /** The row that a draft makes; a secret whose value it leaves away is the one that was there, at the same place. */
  function rowOf(tenantId: string, draft: McpServerDraft, was: McpServerRow | { id: string }): McpServerRow {
    const errors = faultsIn(draft, programs).map(({ path, message }) => ({ path: `body.${path}`, message }))
    if (errors.length > 0) throw new Problem('invalid-request', { errors })
    const before = 'draft' in was && isSamePlace(was.draft.place, draft.place) ? (secretsOf(tenantId, was) ?? {}) : {}
    const { secrets, ...rest } = draft
    const values = secrets.flatMap(({ name, value = before[name] }) => (value === undefined ? [] : [[name, value]]))
    const sealed = sealing.seal(JSON.stringify(Object.fromEntries(values)), purposeOf(tenantId, was.id))
    return {
      id: was.id,
      name: draft.name,
      draft: { ...rest, secretNames: values.map(([name]) => name!) },
      tools: 'tools' in was ? was.tools : [],
      secrets: values.length === 0 ? null : sealed,
      version: 'version' in was ? was.version + 1 : 1,
      updated_at: isoInstant(clock),
    }
  }

  async function write(tenantId: string, row: McpServerRow, replace = store.replace): Promise<McpServerRow> {
    try {
      if (row.version === 1) await store.insert(tenantId, row)
      else if (!(await replace(tenantId, row))) throw new Problem('changed-meanwhile')
    } catch (error) {
      if (isUniqueViolation(error)) throw new Problem('already-exists')
      throw error
    }
    onChange(tenantId)
    return row
  }

  async function get(tenantId: string, id: string): Promise<McpServerRow> {
    const row = await store.find(tenantId, id)
    if (!row) throw new Problem('not-found')
    return row
  }

  async function getAt(tenantId: string, id: string, version: number): Promise<McpServerRow> {
    const row = await get(tenantId, id)
    if (row.version !== version) throw new Problem('changed-meanwhile')
    return row
  }

  return {
    all: store.all,
    get,
    getAt,
    secretsOf,
    add: (tenantId: string, draft: McpServerDraft) => write(tenantId, rowOf(tenantId, draft, { id: ids.next('mcp') })),
    async change(tenantId: string, id: string, { version, ...draft }: Change): Promise<McpServerRow> {
      return write(tenantId, rowOf(tenantId, draft, await getAt(tenantId, id, version)))
    },
    takenNames: store.takenNames,
    /** Throws `changed-meanwhile` also where a name is taken by now. */
    choose(tenantId: string, was: McpServerRow, tools: ChosenTool[]): Promise<McpServerRow> {
      const row = { ...was, tools, version: was.version + 1, updated_at: isoInstant(clock) }
      return write(tenantId, row, store.replaceTools)
    },
    async remove(tenantId: string, id: string): Promise<void> {
      if (!(await store.remove(tenantId, id))) throw new Problem('not-found')
      onChange(tenantId)
    },
    /** Where it is, with its secrets; or why it cannot be used. */
    placeOf(tenantId: string, row: McpServerRow): { place: ServerPlace } | { reason: string } {
      const secrets = secretsOf(tenantId, row)
      if (!secrets) return { reason: 'secret-not-readable' }
      const place = placeOf(row.draft.place, secrets, programs)
      return place ? { place } : { reason: 'program-not-allowed' }
    },
  }
}
export type McpServers = ReturnType<typeof createMcpServers>
