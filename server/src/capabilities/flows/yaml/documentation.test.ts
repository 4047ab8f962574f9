import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFlows } from '@lingxi/contract/flow-checks'
import { expect, it } from 'vitest'
import { expressionFault } from '../../dialogue/dialogue.ts'
import { readFlows } from './read-flows.ts'

it('the example of the documentation can be read, and nothing is wrong with it', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../../../docs/flow-language.md'), 'utf8')
  const read = readFlows(/```yaml\n([\s\S]*?)```/.exec(written)![1]!)
  expect('set' in read ? checkFlows(read.set, { expressionFault }) : read.faults).toEqual([])
})
