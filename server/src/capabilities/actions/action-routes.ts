/** Actions, their calls and the tools over HTTP, as operations of the API. */
import type { ActionEntry, actionRoutes } from '@lingxi/contract/action-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { Actions } from './actions.ts'
import type { HttpTools } from './http-tools/http-tools.ts'

type Parts = { actions: Actions; httpTools: HttpTools }
const none = { done: 0, refused: 0, failed: 0 }

export function createActionRoutes({ actions, httpTools }: Parts): Handlers<typeof actionRoutes> {
  return {
    async listActions(_asked, { tenantId }) {
      const [list, tools, lately] = await Promise.all([
        actions.list(tenantId),
        httpTools.list(tenantId),
        actions.countLately(tenantId),
      ])
      const byName = new Map(tools.map((tool) => [tool.name, tool]))
      const offered = [...list.values()].map((action): ActionEntry => {
        const tool = action.by === 'http' ? byName.get(action.name) : undefined
        const { id: toolId = null, circuit = null } = tool ?? {}
        return { ...action, toolId, circuit, paused: false, lately: lately.get(action.name) ?? none }
      })
      const paused = tools
        .filter((tool) => tool.paused)
        .map((tool): ActionEntry => {
          const { name, title, description, effect, care, input, output } = tool
          const action = { name, title, description, effect, care, input, output, by: 'http' as const }
          return { ...action, toolId: tool.id, circuit: null, paused: true, lately: lately.get(name) ?? none }
        })
      return { actions: [...offered, ...paused].sort((one, other) => one.name.localeCompare(other.name)) }
    },
    listActionRuns: ({ query }, { tenantId }) => actions.listRuns(tenantId, query),
    getHttpTool: ({ params }, { tenantId }) => httpTools.get(tenantId, params.id),
    addHttpTool: ({ body }, { tenantId, staffId }) => httpTools.add(tenantId, body, staffId),
    changeHttpTool: ({ params, body }, { tenantId }) => httpTools.change(tenantId, params.id, body),
    async removeHttpTool({ params }, { tenantId }) {
      await httpTools.remove(tenantId, params.id)
      return null
    },
    tryHttpTool: ({ body }, { tenantId }) => httpTools.tryOut(tenantId, body),
    previewOpenApi: ({ body }, { tenantId }) => httpTools.previewOpenApi(tenantId, body.document),
    importOpenApi: ({ body }, { tenantId, staffId }) => httpTools.importOpenApi(tenantId, body, staffId),
  }
}
