/** What the bot may do, put together: what is built in, tools over HTTP and of other servers, and how the company's systems are reached. */
import {
  createActions,
  createBuiltIns,
  createHttpTools,
  createMcpTools,
  createOpenTicket,
  type OpenTicket,
} from '#actions'
import { createHttp } from '#platform/http'
import { createSealing } from '#platform/sealing'
import { createActionRoutes } from '../capabilities/actions/action-routes.ts'
import { createMcpServerRoutes } from '../capabilities/actions/mcp-server-routes.ts'
import { findPersonalData } from '../capabilities/understanding/personal-data/find-personal-data.ts'
import { tokenisePersonalData } from '../capabilities/understanding/personal-data/tokens.ts'
import { usualLimits } from './ingest.ts'
import type { Platform } from './parts.ts'

/** What follows of a change of tools in other processes. */
export const toolsChanged = 'http-tools'

export function createActionParts(platform: Platform, { openTicket }: { openTicket: OpenTicket }) {
  const { opened, clock, ids, signals, reading = usualLimits, toolAddresses = [] } = platform
  const { database } = opened
  const http = createHttp({ clock, allowed: [...reading.allowedAddresses, ...toolAddresses] })
  // Without a key that is kept, what is sealed holds as long as the process.
  const sealing = createSealing(platform.secretKey ?? ids.secret())
  const onChange = (tenantId: string) => signals.tell('actions', tenantId, { id: toolsChanged })
  const builtIns = [createOpenTicket(openTicket)]
  const httpTools = createHttpTools({
    database,
    http,
    sealing,
    clock,
    ids,
    reserved: builtIns.map(({ action }) => action.name),
    onChange,
  })
  const builtIn = createBuiltIns(builtIns)
  const mcpTools = createMcpTools({
    database,
    fetch: http.fetch,
    sealing,
    clock,
    ids,
    programs: platform.mcpPrograms ?? {},
    others: [builtIn, httpTools.provider],
    version: platform.version ?? '0',
    onChange,
  })
  const mask = (text: string) => tokenisePersonalData(text, findPersonalData(text)).text
  const providers = [builtIn, httpTools.provider, mcpTools.provider, ...(platform.providers ?? [])]
  const actions = createActions({ database, clock, ids, mask, providers })
  return {
    actions,
    httpTools,
    /** Lets tools call one port of this machine or network: `127.0.0.1:8081`. */
    allowAddress: http.allow,
    handlers: createActionRoutes({ actions, httpTools }),
    mcpServerHandlers: createMcpServerRoutes({ mcpTools }),
    /** Another process has changed what people described. */
    async reload(tenantId: string): Promise<void> {
      httpTools.reload(tenantId)
      await mcpTools.reload(tenantId)
    },
    /** Ends the programs that serve tools, and connections. */
    close: mcpTools.close,
  }
}
