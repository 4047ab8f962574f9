/**
 * Actions that are tools of servers of the Model Context Protocol. People name a server, see what it offers and choose; a tool
 * changes something unless somebody says that it only looks, whatever the server says of it. What was chosen is written
 * down: a tool that is another by now, or gone, is not called. Programs are those that the operator allows, and no others.
 */
import type { Action } from '@lingxi/contract/action'
import type { ChosenTool, McpServer, McpServerDraft, ToolChoice } from '@lingxi/contract/mcp-server'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { GuardedFetch } from '#platform/mcp-client'
import type { Sealing } from '#platform/sealing'
import { type Pauses, usualPauses } from '../careful-calls.ts'
import { createKeptLists } from '../kept-lists.ts'
import type { Call, Provided, Provider, Ran } from '../provider.ts'
import { attemptMcpTool } from './call-mcp-tool.ts'
import { createToolChoosing } from './choose-tools.ts'
import type { AllowedPrograms } from './mcp-places.ts'
import type { McpServerRow } from './mcp-server-store.ts'
import { createMcpServers } from './mcp-servers.ts'
import { createServersInUse } from './mcp-servers-in-use.ts'

export type { AllowedPrograms } from './mcp-places.ts'

type Parts = {
  database: Database
  fetch: GuardedFetch
  sealing: Sealing
  clock: Clock
  ids: Ids
  programs: AllowedPrograms
  /** Who else has actions: their names are taken. */
  others: Provider[]
  /** Our own, said to the servers. */
  version: string
  pauses?: Pauses | undefined
  onChange?: ((tenantId: string) => void) | undefined
}

export function createMcpTools(parts: Parts) {
  const { clock, programs, others } = parts
  const kept = createKeptLists(read)
  function onChange(tenantId: string): void {
    kept.forget(tenantId)
    parts.onChange?.(tenantId)
  }
  const servers = createMcpServers({ ...parts, onChange })
  const inUse = createServersInUse({ ...parts, pauses: parts.pauses ?? usualPauses })
  const keyOf = (tenantId: string, id: string) => `${tenantId} ${id}`

  const used = (tenantId: string, row: McpServerRow) =>
    inUse.of(keyOf(tenantId, row.id), row.version, () => servers.placeOf(tenantId, row))

  async function call(row: McpServerRow, chosen: ChosenTool, asked: Call): Promise<Ran> {
    const server = used(asked.tenantId, row)
    const { client, unusable } = server
    if (!client) return { outcome: { kind: 'failed', reason: unusable }, attempts: 1 }
    const { within, retries } = row.draft
    const attempt = async () => {
      const tried = await attemptMcpTool(client, chosen, { call: asked, within })
      server.lately = { at: isoInstant(clock), reason: tried.reason }
      return tried
    }
    const { sent: _sent, ...ran } = await server.calls.run({ attempt, retries, signal: asked.signal })
    return ran
  }

  async function read(tenantId: string): Promise<ReadonlyMap<string, Provided>> {
    const rows = (await servers.all(tenantId)).filter(({ draft }) => !draft.paused)
    return new Map(
      rows.flatMap((row) =>
        row.tools.map((chosen): [string, Provided] => [
          chosen.name,
          {
            action: actionOf(chosen),
            // What a server says of repeating is its own word.
            repeatable: chosen.effect === 'look',
            within: row.draft.within,
            run: (asked) => call(row, chosen, asked),
          },
        ]),
      ),
    )
  }

  function present(tenantId: string, row: McpServerRow): McpServer {
    const { id, version, draft, tools, updated_at } = row
    const { calls, lately } = used(tenantId, row)
    return {
      ...draft,
      id,
      version,
      tools,
      circuit: calls.circuit(),
      lately,
      updatedAt: new Date(updated_at).toISOString(),
    }
  }

  const { look, choose, tryOut } = createToolChoosing({ servers, inUse, used, clock, others })

  return {
    provider: kept.provider,
    look,
    tryOut,
    /** Another process has changed them: what is gone or another by now is not kept open here, nor are its secrets. */
    async reload(tenantId: string): Promise<void> {
      kept.forget(tenantId)
      const rows = await servers.all(tenantId)
      inUse.endAllBut(keyOf(tenantId, ''), new Map(rows.map(({ id, version }) => [keyOf(tenantId, id), version])))
    },
    programs: () => Object.entries(programs).map(([name, { variables }]) => ({ name, variables })),
    list: async (tenantId: string): Promise<McpServer[]> =>
      (await servers.all(tenantId)).map((row) => present(tenantId, row)),
    add: async (tenantId: string, draft: McpServerDraft): Promise<McpServer> =>
      present(tenantId, await servers.add(tenantId, draft)),
    change: async (tenantId: string, id: string, change: McpServerDraft & { version: number }): Promise<McpServer> =>
      present(tenantId, await servers.change(tenantId, id, change)),
    choose: async (tenantId: string, id: string, chosen: { version: number; tools: ToolChoice[] }) =>
      present(tenantId, await choose(tenantId, id, chosen)),
    async remove(tenantId: string, id: string): Promise<void> {
      await servers.remove(tenantId, id)
      inUse.end(keyOf(tenantId, id))
    },
    close: inUse.close,
  }
}
export type McpTools = ReturnType<typeof createMcpTools>

const actionOf = ({ name, title, description, effect, care, input, output }: ChosenTool): Action => {
  return { name, title, description, effect, care, input, output, by: 'mcp' }
}
