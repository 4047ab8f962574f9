import { expect, test } from 'vitest'
import { type CompiledSchema, compileSchema } from './json-schema.ts'
import { processorTime } from '../clock/processor-time.testing.ts'

const checkOf = (compiled: CompiledSchema) => {
  if ('wrong' in compiled) throw new Error(compiled.wrong)
  return compiled.check
}
const order = { type: 'object', properties: { number: { type: 'string', pattern: '^D\\d{6}$' } }, required: ['number'] }

test('says what is wrong with a value, and where', () => {
  const check = checkOf(compileSchema({ ...order, additionalProperties: false }))
  expect(check({ number: 'D123456' })).toBeUndefined()
  expect(check({})).toContain('number')
  expect(check({ number: 'D12' })).toContain('/number')
  expect(check({ number: 'D123456', price: 1 })).toContain('price')
})

test('knows references within a schema, also those that go round, and the formats of the standard', () => {
  const tree = {
    $defs: { node: { type: 'object', properties: { on: { format: 'date' }, below: { $ref: '#/$defs/node' } } } },
    $ref: '#/$defs/node',
  }
  const check = checkOf(compileSchema(tree))
  expect(check({ below: { below: { on: '2026-01-05' } } })).toBeUndefined()
  expect(check({ below: { below: { on: 'soon' } } })).toContain('/below/below/on')
})

test.each([
  ['a word that is no type', { type: 'strnig' }],
  ['a reference to nothing', { $ref: '#/$defs/none' }],
  ['a reference to another document', { $ref: 'https://elsewhere.example/schema.json' }],
  ['a pattern that looks ahead', { pattern: '(?=a)b' }],
])('refuses %s', (_what, schema) => {
  expect(compileSchema(schema)).toHaveProperty('wrong')
})

test('no pattern takes for ever', () => {
  const check = checkOf(compileSchema({ type: 'string', pattern: '^(a+)+$' }))
  const begun = processorTime()
  expect(check(`${'a'.repeat(50_000)}!`)).toBeDefined()
  expect(processorTime() - begun).toBeLessThan(2_000)
})
