import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FlowSet } from '@lingxi/contract/flow'
import { checkFlows } from '@lingxi/contract/flow-checks'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { operations } from '../back-office/all-operations.ts'
import { expressionFault } from '../../server/src/capabilities/dialogue/flows/expressions.ts'
import { readDemoWords } from '../../server/src/main/demo-words.ts'
import { readDemoFlows } from '../../server/src/main/demo-flows.ts'

const files = globSync('*.yaml', { cwd: import.meta.dirname }).toSorted()
const set = readDemoFlows()
const steps = Object.values(set.flows).flatMap((flow) => flow.steps)

test.each(files)('%s is well formed', (file) => {
  const read = FlowSet.safeParse(parse(readFileSync(join(import.meta.dirname, file), 'utf8')))
  expect(read.error?.issues ?? []).toEqual([])
})

test('there are a dozen flows and more, begun by intents of the trade', () => {
  const pack = parse(readFileSync(join(import.meta.dirname, '../../packs/ecommerce/pack.yml'), 'utf8')) as {
    intents: { name: string }[]
  }
  const taught = pack.intents.map(({ name }) => name)
  const begun = Object.values(set.flows).filter(({ triggers = [] }) => triggers.length > 0)
  expect(begun.length).toBeGreaterThanOrEqual(12)
  const intents = begun.flatMap(({ triggers = [] }) => triggers.flatMap(({ intent }) => intent ?? []))
  for (const intent of intents) expect(taught).toContain(intent)
})

test('they make sense together, with the intents, entities and actions of the demo', () => {
  const folder = join(import.meta.dirname, '../../packs/ecommerce')
  const names = (file: string, key: 'intents' | 'entities') =>
    (parse(readFileSync(join(folder, file), 'utf8')) as Record<string, { name: string }[]>)[key]!.map(
      ({ name }) => name,
    )
  const findings = checkFlows(set, {
    intents: names('pack.yml', 'intents'),
    entities: [...names('entities.yml', 'entities'), 'email-address', ...readDemoWords().types.map(({ name }) => name)],
    actions: operations,
    expressionFault,
  })
  expect(findings.map(({ code, name, step, at, words }) => [code, name, step, at, words])).toEqual([])
})

test('every text is there in both languages', () => {
  const texts: object[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('zh' in value || 'en' in value) texts.push(value)
    for (const each of Object.values(value)) look(each)
  }
  look(set)
  expect(texts.length).toBeGreaterThan(200)
  expect(texts.filter((text) => !('zh' in text && 'en' in text))).toEqual([])
})

describe('what flows ask of the back office', () => {
  const actions = steps.flatMap((step) => ('action' in step ? [step] : []))

  test.each([...new Set(actions.map(({ action }) => action))])('%s is there, and takes what it is given', (action) => {
    const operation = operations.find(({ name }) => name === action)
    const fields = Object.keys(operation?.input.shape ?? {})
    const needed = fields.filter((field) => !operation!.input.shape[field]!.safeParse(undefined).success)
    for (const { input = {} } of actions.filter((each) => each.action === action)) {
      expect(fields).toEqual(expect.arrayContaining(Object.keys(input)))
      expect(Object.keys(input)).toEqual(expect.arrayContaining(needed))
    }
  })

  test('what has to be confirmed is confirmed in the words of the flow', () => {
    const careful = new Set(operations.filter(({ care }) => care !== 'none').map(({ name }) => name))
    for (const [name, flow] of Object.entries(set.flows)) {
      const acts = flow.steps.some((step) => 'action' in step && careful.has(step.action))
      const confirms = flow.steps.some((step) => 'confirm' in step)
      expect(acts && !confirms, name).toBe(false)
    }
  })
})
