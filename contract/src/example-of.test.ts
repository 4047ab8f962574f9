import { expect, it } from 'vitest'
import { exampleOf } from './example-of.ts'

it('has every field that a schema names, and ends where a schema does not', () => {
  const order = {
    type: 'object',
    properties: {
      number: { type: 'string' },
      state: { enum: ['paid', 'sent'] },
      items: { type: 'array', items: { type: 'object', properties: { price: { type: ['number', 'null'] } } } },
      delivered: true,
    },
  }
  expect(exampleOf(order)).toEqual({ number: '', state: 'paid', items: [{ price: 0 }], delivered: null })
  const endless: { properties: Record<string, object> } = { properties: {} }
  endless.properties['again'] = endless
  expect(JSON.stringify(exampleOf(endless))).toContain('again')
})
