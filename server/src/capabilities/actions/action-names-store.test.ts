import { McpServerDraft } from '@lingxi/contract/mcp-server'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../platform/database/database.testing.ts'
import { aDraft, startHttpTools } from './http-tools/http-tools.testing.ts'
import { choiceOf, startMcpTools, useToolServers } from './mcp-tools/mcp-tools.testing.ts'

const name = 'shop_find_order'
const overHttp = aDraft({ name, url: 'https://shop.example/orders' })
const document = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: { '/orders': { get: { operationId: name, responses: { 200: { description: 'One' } } } } },
})

onBothDatabases('names of actions', (opened) => {
  const { serve, closing } = useToolServers()
  let seed = 1300
  function start() {
    const { httpTools } = startHttpTools(opened(), ++seed)
    const mcp = startMcpTools(opened(), ++seed)
    closing.push(mcp.mcpTools.close)
    return { httpTools, ...mcp }
  }

  it('that a server has given are not given to a tool over HTTP, whether it is added, renamed or imported', async () => {
    const { httpTools, tenant, use } = start()
    await use({ name: 'shop', place: { kind: 'http', url: (await serve()).url } })
    const taken = { code: 'already-exists' }
    await expect(httpTools.add(tenant, overHttp, null)).rejects.toMatchObject(taken)
    const { id, version } = await httpTools.add(tenant, { ...overHttp, name: 'other' }, null)
    await expect(httpTools.change(tenant, id, { ...overHttp, version })).rejects.toMatchObject(taken)
    const asked = { document, server: 'https://shop.example', authentication: { kind: 'none' } as const }
    await httpTools.importOpenApi(tenant, { ...asked, operations: ['GET /orders'] }, 'stf_1')
    expect((await httpTools.list(tenant)).map((each) => each.name)).toEqual(['other', `${name}_2`])
    await httpTools.add('tnt_other', overHttp, null)
  })

  it('go to one of two who take them at the same moment, and not to a server while a paused tool has them', async () => {
    const { httpTools, mcpTools, tenant } = start()
    const place = { kind: 'http' as const, url: (await serve()).url }
    const { id, version } = await mcpTools.add(tenant, McpServerDraft.parse({ name: 'shop', place }))
    const looked = await mcpTools.look(tenant, id)
    if (looked.outcome === 'failed') throw new Error(looked.reason)
    const tools = looked.tools.map((tool) => choiceOf(tool))
    const choosing = mcpTools.choose(tenant, id, { version, tools })
    const adding = Array.from({ length: 40 }, () => httpTools.add(tenant, overHttp, null))
    const [chosen, ...added] = await Promise.allSettled([choosing, ...adding])
    expect([chosen, ...added].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

    const paused = start()
    await paused.httpTools.add(paused.tenant, { ...overHttp, paused: true }, null)
    await expect(paused.use({ name: 'shop', place })).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ message: 'is the name of another action' }],
    })
  })
})
