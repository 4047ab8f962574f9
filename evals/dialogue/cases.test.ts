/** The cases themselves: well formed, enough of them, and about flows, steps, slots, actions and orders that there are. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseKinds, DialogueCases } from '@lingxi/contract/dialogue-case'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { operations } from '../../demo/back-office/all-operations.ts'
import { seedShop } from '../../demo/back-office/shop/seed.ts'
import { readCases } from '../../server/src/capabilities/dialogue-cases/dialogue-cases.ts'
import { readDemoFlows } from '../../server/src/main/demo-flows.ts'

const files = globSync('*.yaml', { cwd: import.meta.dirname }).toSorted()
const read = (file: string): unknown => parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
const cases = () => files.flatMap((file) => DialogueCases.parse(read(file)))
const expectations = () => cases().flatMap(({ turns }) => turns.map(({ expect: expected }) => expected))
const listed = (names: string | string[] | undefined) => (names === undefined ? [] : [names].flat())

test.each(files)('%s is well formed', (file) => {
  expect(readCases(readFileSync(join(import.meta.dirname, file), 'utf8'))).not.toHaveProperty('faults')
})

test('there are at least 400, of every kind, about half of them in each language', () => {
  const all = cases()
  expect(all.length).toBeGreaterThanOrEqual(400)
  expect(new Set(all.map(({ about }) => about))).toEqual(new Set(caseKinds))
  const zh = all.filter(({ language }) => language === 'zh').length / all.length
  expect(Math.abs(zh - 0.5)).toBeLessThan(0.1)
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
})

test('flows, steps and slots that are expected are there', () => {
  const { flows, slots } = readDemoFlows()
  for (const { flow, started, step, slots: known = {} } of expectations()) {
    for (const name of [flow ?? [], started ?? []].flat()) expect(Object.keys(flows)).toContain(name)
    for (const name of Object.keys(known)) expect(Object.keys(slots)).toContain(name)
    if (flow && step) expect(flows[flow]!.steps.map(({ id }) => id)).toContain(step)
  }
})

test('actions and faults are of operations that are there', () => {
  const names = operations.map(({ name }) => name)
  for (const { action, no_action } of expectations())
    expect(names).toEqual(expect.arrayContaining([...listed(action), ...listed(no_action)]))
  for (const { faults = {} } of cases()) expect(names).toEqual(expect.arrayContaining(Object.keys(faults)))
})

test('orders that are named are there, but for those that are meant to be missing', () => {
  const numbers = seedShop('2026-11-20T02:00:00.000Z').orders.map(({ number }) => number)
  const named = new Set(JSON.stringify(cases()).match(/SG\d{8}/g))
  expect([...named].filter((number) => !numbers.includes(number))).toEqual(['SG70499999', 'SG79999999'])
})
