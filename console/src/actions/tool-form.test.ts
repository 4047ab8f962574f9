import { HttpTool, HttpToolDraft } from '@lingxi/contract/http-tool'
import { expect, it } from 'vitest'
import { draftOf, formOf } from './tool-form.ts'

const tool = (more: object): HttpTool =>
  HttpTool.parse({
    ...HttpToolDraft.parse({
      name: 'refund',
      title: { zh: '退款' },
      effect: 'act',
      method: 'POST',
      url: 'https://shop.example/orders/{order}',
      query: [{ name: 'note', value: 'a: {note}' }],
      headers: [{ name: 'X-Shop', value: '1' }],
      input: { type: 'object', properties: { order: { type: 'string' } } },
      refusals: { statuses: [409, 422], reason: '/detail' },
      ...more,
    }),
    id: 'tool_1',
    version: 3,
    hasSecret: true,
    operation: null,
    circuit: 'closed',
    updatedAt: '2026-01-05T08:00:00Z',
  })

it.each([
  {},
  { body: { kind: 'fields', fields: [{ to: '/a/b', from: 'order' }] } },
  { answer: { kind: 'expression', expression: '{"x": body.x}' }, cost: 0.5, idempotencyHeader: null },
  { answer: { kind: 'pointers', fields: [{ name: 'x', from: '/x' }] } },
  { authentication: { kind: 'key', in: 'query', name: 'key' } },
  { authentication: { kind: 'hmac', header: 'X-Sign' } },
])('a tool that is shown and not changed stays what it is: %o', (more) => {
  const shown = tool(more)
  const {
    id: _id,
    version: _version,
    hasSecret: _has,
    operation: _of,
    circuit: _circuit,
    updatedAt: _at,
    ...draft
  } = shown
  expect(draftOf(formOf(shown))).toEqual({ draft })
})

it('says what cannot be read', () => {
  expect(draftOf({ ...formOf(tool({})), input: '{' })).toEqual({ wrong: 'input' })
  expect(draftOf({ ...formOf(tool({})), name: 'Not a name' })).toEqual({ wrong: expect.stringContaining('name') })
})
