/** What a server offers is looked at, tried, and chosen as it was seen. */
import type { LookedAtServer, ToolChoice, TriedMcpTool } from '@lingxi/contract/mcp-server'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import { type Clock, isoInstant } from '#platform/clock'
import { compileSchema } from '#platform/json-schema'
import type { McpClient } from '#platform/mcp-client'
import { coverAll, maskIn } from '../mask-in.ts'
import type { Provider } from '../provider.ts'
import { outcomeOf } from './call-mcp-tool.ts'
import type { McpServerRow } from './mcp-server-store.ts'
import type { McpServers } from './mcp-servers.ts'
import type { InUse, ServersInUse } from './mcp-servers-in-use.ts'
import { type Described, fingerprintOf, offer, pinned } from './offered-tools.ts'

type Parts = {
  servers: McpServers
  inUse: ServersInUse
  used: (tenantId: string, row: McpServerRow) => InUse
  clock: Clock
  others: Provider[]
}

export function createToolChoosing({ servers, inUse, used, clock, others }: Parts) {
  /** On a connection of its own. */
  async function on<Result>(tenantId: string, row: McpServerRow, work: (client: McpClient) => Promise<Result>) {
    const at = servers.placeOf(tenantId, row)
    return 'reason' in at ? { outcome: 'failed' as const, reason: at.reason } : inUse.anew(at.place, work)
  }

  /** What it offers now, or why that cannot be known. */
  async function offeredBy(tenantId: string, row: McpServerRow) {
    const looked = await on(tenantId, row, (client) => client.look(row.draft.within))
    used(tenantId, row).lately = {
      at: isoInstant(clock),
      reason: looked.outcome === 'failed' ? looked.reason : null,
    }
    return looked
  }

  async function takenNames(tenantId: string, but: string): Promise<Set<string>> {
    const lists = await Promise.all(others.map((provider) => provider.list(tenantId)))
    return new Set([...lists.flatMap((list) => [...list.keys()]), ...(await servers.takenNames(tenantId, but))])
  }

  return {
    /** Begins with it anew and tells what it offers; calls nothing. */
    async look(tenantId: string, id: string): Promise<LookedAtServer> {
      const row = await servers.get(tenantId, id)
      const from = clock.reading()
      const looked = await offeredBy(tenantId, row)
      const milliseconds = Math.round(clock.reading() - from)
      if (looked.outcome === 'failed') return { outcome: 'failed', reason: looked.reason, milliseconds }
      const { server, tools } = looked
      const there = new Set(tools.map(({ name }) => name))
      return {
        outcome: 'answered',
        server,
        tools: tools.map((tool) => offer(tool, { server: row.name, chosen: row.tools })),
        gone: row.tools.filter(({ tool }) => !there.has(tool)).map(({ tool }) => tool),
        milliseconds,
      }
    },

    /** Throws `invalid-request` for a tool that is gone or another than was seen, and for names that are taken. */
    async choose(tenantId: string, id: string, { version, tools }: { version: number; tools: ToolChoice[] }) {
      const was = await servers.getAt(tenantId, id, version)
      const looked = tools.length === 0 ? { outcome: 'answered' as const, tools: [] } : await offeredBy(tenantId, was)
      if (looked.outcome === 'failed') throw refused('body.tools', looked.reason)
      const taken = await takenNames(tenantId, id)
      const errors: { path: string; message: string }[] = []
      const chosen = tools.flatMap((choice, at) => {
        const offered: Described | undefined = looked.tools.find(({ name }) => name === choice.tool)
        const message = faultOf(choice, offered, taken)
        taken.add(choice.name)
        if (message !== undefined || !offered) {
          errors.push({ path: `body.tools.${at}`, message: message ?? 'tool-gone' })
          return []
        }
        return [{ ...choice, ...pinned(offered) }]
      })
      if (errors.length > 0) throw new Problem('invalid-request', { errors })
      return servers.choose(tenantId, was, chosen)
    },

    /** One call, really made, outside of any conversation, of any tool that is offered; secrets are covered in what comes back. */
    async tryOut(
      tenantId: string,
      id: string,
      { tool, input }: { tool: string; input: Record<string, unknown> },
    ): Promise<TriedMcpTool> {
      const row = await servers.get(tenantId, id)
      const from = clock.reading()
      const { within } = row.draft
      const answer = await on(tenantId, row, (client) =>
        client.call({
          tool,
          input,
          onlyLooks: false,
          within,
          signal: undefined,
          refuse: (offered) => reasonNotToTry(offered, input),
        }),
      )
      const outcome = answer.outcome === 'answered' ? outcomeOf(answer.result) : { ...answer, kind: 'failed' as const }
      const cover = coverAll(Object.values(servers.secretsOf(tenantId, row) ?? {}))
      return {
        outcome: outcome.kind,
        output: outcome.kind === 'failed' ? null : z.json().parse(maskIn(outcome.output, cover)),
        reason: outcome.kind === 'done' ? null : cover(outcome.reason),
        milliseconds: Math.round((clock.reading() - from) * 100) / 100,
      }
    },
  }
}

const refused = (path: string, message: string) => new Problem('invalid-request', { errors: [{ path, message }] })

function reasonNotToTry(offered: Described | undefined, input: unknown): string | undefined {
  if (!offered) return 'tool-gone'
  const compiled = compileSchema(offered.inputSchema)
  const wrong = 'wrong' in compiled ? compiled.wrong : compiled.check(input)
  return wrong && `invalid-input: ${wrong}`
}

function faultOf(choice: ToolChoice, offered: Described | undefined, taken: ReadonlySet<string>): string | undefined {
  if (!offered) return 'tool-gone'
  if (fingerprintOf(offered) !== choice.fingerprint) return 'tool-changed'
  if (taken.has(choice.name)) return 'is the name of another action'
  return offer(offered, { server: '', chosen: [] }).wrong ?? undefined
}
