import { join } from 'node:path'
import { expect, it } from 'vitest'
import { flowSchema } from './flow-schema.ts'

const kept = join(import.meta.dirname, '../../../../docs/flow-language.schema.json')

it('is what the documentation holds; written anew by this test with -u', async () => {
  await expect(`${JSON.stringify(flowSchema(), null, 2)}\n`).toMatchFileSnapshot(kept)
})

it('says which language it is written in, and names what it holds', () => {
  const { $schema, $ref, $defs } = flowSchema() as Record<string, unknown>
  expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect($ref).toBe('#/$defs/FlowSet')
  const names = ['FlowSet', 'Flow', 'FlowStep', 'FlowSlot', 'DecisionTable', 'Trigger']
  expect(Object.keys($defs!)).toEqual(expect.arrayContaining(names))
})
