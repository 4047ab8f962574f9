/** Servers of the Model Context Protocol, as operations of the API. */
import type { mcpServerRoutes } from '@lingxi/contract/mcp-server-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { McpTools } from './mcp-tools/mcp-tools.ts'

export function createMcpServerRoutes({ mcpTools }: { mcpTools: McpTools }): Handlers<typeof mcpServerRoutes> {
  return {
    listMcpServers: async (_asked, { tenantId }) => ({
      servers: await mcpTools.list(tenantId),
      programs: mcpTools.programs(),
    }),
    addMcpServer: ({ body }, { tenantId }) => mcpTools.add(tenantId, body),
    changeMcpServer: ({ params, body }, { tenantId }) => mcpTools.change(tenantId, params.id, body),
    async removeMcpServer({ params }, { tenantId }) {
      await mcpTools.remove(tenantId, params.id)
      return null
    },
    lookAtMcpServer: ({ params }, { tenantId }) => mcpTools.look(tenantId, params.id),
    tryMcpTool: ({ params, body }, { tenantId }) => mcpTools.tryOut(tenantId, params.id, body),
    chooseMcpTools: ({ params, body }, { tenantId }) => mcpTools.choose(tenantId, params.id, body),
  }
}
