/** Tools, a ticket and an OpenAPI document, for operations that need one that is there. */
import { api } from '@lingxi/contract/api'
import { HttpToolDraft } from '@lingxi/contract/http-tool'
import type { Known, Person } from './known-things.testing.ts'

const openApi = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: { '/orders': { get: { operationId: 'listOrders', responses: { 200: { description: 'ok' } } } } },
})
const draft = {
  name: 'a_tool',
  title: { en: 'A tool' },
  effect: 'look',
  method: 'GET',
  url: 'http://127.0.0.1:1/orders',
  query: [],
  headers: [],
  body: { kind: 'none' },
  input: { type: 'object' },
  output: {},
  answer: { kind: 'whole' },
  refusals: { statuses: [404], reason: null },
  idempotencyHeader: null,
  cost: null,
  authentication: { kind: 'none' },
}

/** A draft spelt out below a place of the body. */
const spelt = (place: string, more: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries({ ...draft, ...more }).map(([name, value]) => [`${place}.${name}`, value]))

const serverDraft = { 'body.place': { kind: 'http', url: 'http://127.0.0.1:1/mcp' }, 'body.secrets': [] }

export async function makeActions({ call }: Person): Promise<Known> {
  const place = { kind: 'http', url: 'http://127.0.0.1:1/mcp' } as const
  const addServer = async (name: string) => (await call(api.addMcpServer, { body: { name, place } })).id
  const add = async (name: string) =>
    (await call(api.addHttpTool, { body: HttpToolDraft.parse({ ...draft, name }) })).id
  const server = await addServer('kept_server')
  const ticket = await call(api.openTicket, { body: { subject: 'A ticket' } })
  const kept = await add('kept')
  const ofServer = { 'params.id': server, ...serverDraft }
  const document = { 'body.document': openApi }
  const noOne = { 'body.assigneeId': null }
  return {
    listActionRuns: { 'query.after': '2026-01-05T08:00:00.000Z|run_1', 'query.state': 'done' },
    getHttpTool: { 'params.id': kept },
    addHttpTool: spelt('body', { name: 'another' }),
    changeHttpTool: { ...spelt('body', { name: 'kept' }), 'params.id': kept, 'body.version': 1 },
    removeHttpTool: { 'params.id': await add('gone') },
    tryHttpTool: { ...spelt('body.tool'), 'body.id': null, 'body.input': {} },
    previewOpenApi: document,
    importOpenApi: {
      ...document,
      'body.server': 'https://shop.example',
      'body.operations': ['GET /orders'],
      'body.authentication': { kind: 'none' },
    },
    addMcpServer: { ...serverDraft, 'body.name': 'another_server' },
    changeMcpServer: { ...ofServer, 'body.name': 'kept_server', 'body.version': 1 },
    removeMcpServer: { 'params.id': await addServer('gone_server') },
    lookAtMcpServer: { 'params.id': server },
    tryMcpTool: { 'params.id': server, 'body.tool': 'any', 'body.input': {} },
    chooseMcpTools: { 'params.id': await addServer('chosen_server'), 'body.version': 1 },
    openTicket: { ...noOne, 'body.conversationId': null },
    getTicket: { 'params.id': ticket.number },
    changeTicket: { ...noOne, 'params.id': ticket.id, 'body.version': 1 },
  }
}
