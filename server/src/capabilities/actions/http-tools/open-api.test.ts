import { expect, it } from 'vitest'
import { onBothDatabases } from '../../../platform/database/database.testing.ts'
import { startHttpTools, useSystems } from './http-tools.testing.ts'
import { readOpenApi } from './open-api-document.ts'

const document = (more = '') => `
openapi: 3.0.3
info: { title: Shop, version: '1' }
servers: [{ url: 'https://shop.example/v1' }, { url: /relative }]
paths:
  /orders/{order-id}:
    parameters: [{ name: order-id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: getOrder
      summary: Where an order is
      parameters: [{ $ref: '#/components/parameters/Lang' }]
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
        '404': { description: none, content: { application/json: { schema: { type: object, properties: { detail: { type: string } } } } } }
    post:
      operationId: changeOrder
      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
      responses: { '204': { description: done } }
    delete:
      requestBody: { content: { text/xml: { schema: { type: string } } } }
      responses: { '200': { description: done } }
    put:
      requestBody: { content: { application/json: { schema: { $ref: 'other.yaml#/Order' } } } }
      responses: { '200': { description: done } }
components:
  parameters: { Lang: { name: lang, in: query, schema: { type: string, nullable: true } } }
  schemas:
    Order:
      type: object
      required: [number]
      properties: { number: { type: string }, gift: { type: boolean, nullable: true }, parts: { type: array, items: { $ref: '#/components/schemas/Order' } } ${more} }
`
const keys = ['GET /orders/{order-id}', 'POST /orders/{order-id}']

it('an operation becomes a tool, and a schema that refers to itself stays what it is', () => {
  const { title, servers, operations } = readOpenApi(document())
  expect({ title, servers }).toEqual({ title: 'Shop', servers: ['https://shop.example/v1'] })
  const made = Object.fromEntries(operations.map((each) => [each.method, each.made]))
  expect(made['GET']).toMatchObject({
    draft: {
      name: 'get_order',
      effect: 'look',
      care: 'none',
      url: expect.stringMatching(/\/orders\/\{order_id\}$/),
      query: [{ name: 'lang', value: '{lang}' }],
      input: { required: ['order_id'], properties: { lang: { type: ['string', 'null'] } } },
      output: {
        $ref: '#/$defs/Order',
        $defs: { Order: { properties: { parts: { items: { $ref: '#/$defs/Order' } } } } },
      },
      refusals: { statuses: [404], reason: '/detail' },
    },
  })
  expect(made['POST']).toMatchObject({
    draft: {
      effect: 'act',
      care: 'confirmation',
      body: { kind: 'rest' },
      idempotencyHeader: 'Idempotency-Key',
      input: { required: ['order_id', 'number'] },
    },
  })
  expect(made['DELETE']).toEqual({ wrong: expect.stringContaining('text/xml') })
  expect(made['PUT']).toEqual({ wrong: expect.stringContaining('other.yaml') })
})

it('what a document says of title, effect and care for us goes before what the method lets think', () => {
  const said = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /quotes: { post: { operationId: quote, x-lingxi-effect: look, responses: {} } }
  /claims: { post: { operationId: claim, x-lingxi-care: approval, x-lingxi-title: { zh: 赔偿, en: Compensate }, responses: {} } }
  /notes: { post: { operationId: note, x-lingxi-care: none, x-lingxi-effect: shout, responses: {} } }
`
  const drafts = readOpenApi(said).operations.map(({ made }) => ('draft' in made ? made.draft : made))
  expect(drafts).toMatchObject([
    { name: 'quote', effect: 'look', care: 'none' },
    { name: 'claim', effect: 'act', care: 'approval', title: { zh: '赔偿', en: 'Compensate' } },
    { name: 'note', effect: 'act', care: 'none' },
  ])
})

it.each([
  ['no document', 'hello'],
  ['another version', 'swagger: "2.0"'],
  ['nothing in it', 'openapi: 3.1.0\ninfo: {title: x, version: "1"}\npaths: {}'],
  ['broken YAML', 'openapi: [3.0'],
  [
    'a bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((each, place) => `${each}: &${each} [${Array.from({ length: 9 }, () => `*${'abcdef'[place]}`).join(',')}]`).join('\n')}`,
  ],
])('a document is refused that is %s', (_what, text) => {
  expect(() => readOpenApi(text)).toThrow(expect.objectContaining({ code: 'invalid-request' }))
})

it('a part that refers to itself in a circle is refused, and the rest is not', () => {
  const circle = document().replace(
    'Lang: { name: lang, in: query, schema: { type: string, nullable: true } }',
    "Lang: { $ref: '#/components/parameters/Lang' }",
  )
  const { operations } = readOpenApi(circle)
  expect(operations.find(({ method }) => method === 'GET')?.made).toEqual({ wrong: expect.stringContaining('round') })
  expect(operations.find(({ method }) => method === 'POST')?.made).toHaveProperty('draft')
})

onBothDatabases('operations of an OpenAPI document', (opened) => {
  const aSystem = useSystems()

  it('are taken over, called, and brought up to date without touching what people said', async () => {
    const { url, heard } = await aSystem((_request, response) => response.end('{"number":"D1","parts":[]}'))
    const { httpTools, actions, tenant } = startHttpTools(opened(), 401)
    const authentication = { kind: 'bearer', secret: 'token' } as const
    const asked = { document: document(), server: `${url}/v1/`, operations: keys, authentication }
    expect(await httpTools.importOpenApi(tenant, asked, 'stf_1')).toEqual({ added: 2, changed: 0, same: 0 })
    const looked = await actions.look(tenant, { action: 'get_order', input: { order_id: 'D1' } })
    expect(looked).toMatchObject({ outcome: 'done', output: { number: 'D1' } })
    expect(heard).toMatchObject([{ url: '/v1/orders/D1', headers: { authorization: 'Bearer token' } }])

    const [change] = (await httpTools.list(tenant)).filter(({ name }) => name === 'change_order')
    const { id, version, hasSecret: _has, operation: _of, circuit: _circuit, updatedAt: _at, ...said } = change!
    await httpTools.change(tenant, id, { ...said, name: 'rename_order', title: { zh: '改订单' }, version })
    const again = { ...asked, authentication: { kind: 'none' } as const }
    expect(await httpTools.importOpenApi(tenant, again, 'stf_1')).toEqual({ added: 0, changed: 0, same: 2 })
    const newer = document(', colour: { type: string }')
    const preview = await httpTools.previewOpenApi(tenant, newer)
    const there = Object.fromEntries(preview.operations.map((each) => [each.method, each.there]))
    expect(there).toMatchObject({ GET: 'changed', POST: 'changed', PUT: 'new' })
    expect(await httpTools.importOpenApi(tenant, { ...again, document: newer }, 'stf_1')).toMatchObject({ changed: 2 })
    const now = await httpTools.get(tenant, id)
    expect(now).toMatchObject({ name: 'rename_order', title: { zh: '改订单' }, hasSecret: true })
    expect(now.input['properties']).toHaveProperty('colour')
  })

  it('are all taken over, or none', async () => {
    const { httpTools, tenant } = startHttpTools(opened(), 402)
    const asked = { document: document(), server: 'https://shop.example', authentication: { kind: 'none' } as const }
    const operations = [...keys, 'PUT /orders/{order-id}']
    await expect(httpTools.importOpenApi(tenant, { ...asked, operations }, 'stf_1')).rejects.toMatchObject({
      code: 'invalid-request',
    })
    expect(await httpTools.list(tenant)).toEqual([])
  })
})
