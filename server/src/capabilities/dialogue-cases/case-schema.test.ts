import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { caseSchema } from './case-schema.ts'
import { readCases, writeCases } from './read-cases.ts'

const docs = join(import.meta.dirname, '../../../../docs')

it('is what the documentation holds; written anew by this test with -u', async () => {
  await expect(`${JSON.stringify(caseSchema(), null, 2)}\n`).toMatchFileSnapshot(
    join(docs, 'conversation-tests.schema.json'),
  )
})

it('the example of the documentation can be read, and is the same when it was written and is read again', () => {
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(docs, 'conversation-tests.md'), 'utf8'))!
  const read = readCases(example!)
  if (!('value' in read)) throw new Error(JSON.stringify(read.faults))
  expect(readCases(writeCases(read.value))).toEqual(read)
})
