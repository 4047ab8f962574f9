/** Tools of servers of the protocol on a given database, and servers that live as long as a test. */
import { join } from 'node:path'
import { McpServerDraft, type OfferedTool, ToolChoice } from '@lingxi/contract/mcp-server'
import type { OpenDatabase } from '#platform/database'
import { createHttp } from '#platform/http'
import { createSealing } from '#platform/sealing'
import { afterEach } from 'vitest'
import type { z } from 'zod'
import { systemClock } from '../../../platform/clock/clock.ts'
import { createSeededIds } from '../../../platform/ids/ids.testing.ts'
import { type ServedTool, startToolServer } from '../../../platform/mcp-client/tool-server.testing.ts'
import { aProvided, done } from '../actions.testing.ts'
import { createActions, createBuiltIns, createMcpTools } from '../actions.ts'

/** The program that the operator of the test allows. */
export const shopProgram = {
  command: process.execPath,
  arguments: [join(import.meta.dirname, '../../../platform/mcp-client/tool-program.testing.ts')],
  variables: ['SHOP_TOKEN'],
}

type More = { allowed?: string[]; key?: string; programs?: Record<string, typeof shopProgram> }

export function startMcpTools(opened: OpenDatabase, seed: number, more: More = {}) {
  const { allowed = ['127.0.0.1'], key = 'a key of the test', programs = { shop: shopProgram } } = more
  const ids = createSeededIds(seed)
  const { database } = opened
  const builtIn = createBuiltIns([aProvided(() => done(), { name: 'open_ticket' }).provided])
  const mcpTools = createMcpTools({
    database,
    fetch: createHttp({ clock: systemClock, allowed }).fetch,
    sealing: createSealing(key),
    clock: systemClock,
    ids,
    programs,
    others: [builtIn],
    version: '9',
    pauses: { first: 1, longest: 2, halfOpenAfter: 60_000 },
  })
  const providers = [builtIn, mcpTools.provider]
  const actions = createActions({ database, clock: systemClock, ids, providers, mask: (text) => text })
  const tenant = ids.next('tnt')

  return {
    mcpTools,
    actions,
    tenant,
    /** A server whose tools are all chosen as they say of themselves, or as is said here. */
    async use(draft: z.input<typeof McpServerDraft>, choices: Partial<ToolChoice> = {}) {
      const { id, version } = await mcpTools.add(tenant, McpServerDraft.parse(draft))
      const looked = await mcpTools.look(tenant, id)
      if (looked.outcome === 'failed') throw new Error(looked.reason)
      const tools = looked.tools.map((tool) => choiceOf(tool, choices))
      return { looked, server: await mcpTools.choose(tenant, id, { version, tools }) }
    },
  }
}

export const choiceOf = ({ tool, name, title, says, fingerprint }: OfferedTool, more: Partial<ToolChoice> = {}) =>
  ToolChoice.parse({
    tool,
    name,
    title: { en: title },
    fingerprint,
    ...(says.onlyLooks && { effect: 'look', care: 'none' }),
    ...more,
  })

export function useToolServers() {
  const closing: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closing.splice(0)) await close()
  })
  return {
    closing,
    async serve(tools?: ServedTool[], port?: number) {
      const server = await startToolServer(tools, port)
      closing.push(server.close)
      return server
    },
  }
}
