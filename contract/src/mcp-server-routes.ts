import { z } from 'zod'
import { Json } from './json.ts'
import { LookedAtServer, McpProgram, McpServer, McpServerDraft, ToolChoices, TriedMcpTool } from './mcp-server.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const at = '/api/v1/actions/mcp-servers'
const area = 'Actions'

/** Servers of the Model Context Protocol whose tools the bot may use. */
export const mcpServerRoutes = {
  listMcpServers: route({
    method: 'GET',
    path: at,
    area,
    access: 'supervisor',
    summary: 'The servers with their chosen tools, and the programs that the operator allows',
    ok: z.strictObject({ servers: z.array(McpServer), programs: z.array(McpProgram) }),
  }),
  addMcpServer: route({
    method: 'POST',
    path: at,
    area,
    access: 'admin',
    summary: 'Name a server; none of its tools is an action yet',
    body: McpServerDraft,
    ok: McpServer,
    status: 201,
  }),
  changeMcpServer: route({
    method: 'PUT',
    path: `${at}/:id`,
    area,
    access: 'admin',
    summary:
      'Replace what is said of a server; its chosen tools stay, and secrets that are left away, at the same place',
    params: byId,
    body: McpServerDraft.extend({ version: z.int().positive() }),
    ok: McpServer,
  }),
  removeMcpServer: route({
    method: 'DELETE',
    path: `${at}/:id`,
    area,
    access: 'admin',
    summary: 'Remove a server with its actions; the record of their calls stays',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  lookAtMcpServer: route({
    method: 'POST',
    path: `${at}/:id/look`,
    area,
    access: 'admin',
    summary: 'Begin with the server anew and see what it offers; nothing is called',
    params: byId,
    ok: LookedAtServer,
  }),
  tryMcpTool: route({
    method: 'POST',
    path: `${at}/:id/try`,
    area,
    access: 'admin',
    summary: 'Call one of the tools that a server offers, really; secrets are covered in what comes back',
    params: byId,
    body: z.strictObject({ tool: z.string().min(1).max(200), input: z.record(z.string(), Json) }),
    ok: TriedMcpTool,
  }),
  chooseMcpTools: route({
    method: 'PUT',
    path: `${at}/:id/tools`,
    area,
    access: 'admin',
    summary: 'Which of the tools are actions, as they were seen; one that has changed since is refused',
    params: byId,
    body: z.strictObject({ version: z.int().positive(), tools: ToolChoices }),
    ok: McpServer,
  }),
}
