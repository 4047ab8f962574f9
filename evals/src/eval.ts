/** `npm run -s eval -- answers [--split dev|test] [--show]` · `… retrieval [--data DIR]` · `… calibrate`: one line of JSON. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeAnswers, summarise } from './answers.ts'
import { calibrate } from './calibrate.ts'
import { evaluateRetrieval } from './retrieval.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    split: { type: 'string', default: 'dev' },
    data: { type: 'string', default: join(import.meta.dirname, '../../../shared/data/retrieval') },
    show: { type: 'boolean', default: false },
  },
})

if (positionals[0] === 'answers') {
  const judged = await judgeAnswers(values.split === 'test' ? 'test' : 'dev')
  const wrong = values.show ? judged.filter(({ right }) => !right) : []
  for (const { question, expect, said, support } of wrong)
    console.error(`${question}\n    ${expect}\n  > ${support} ${[...new Set(said)].join(' | ')}`)
  console.log(JSON.stringify(summarise(judged)))
} else if (positionals[0] === 'retrieval') {
  console.log(JSON.stringify(await evaluateRetrieval(values.data)))
} else if (positionals[0] === 'calibrate') {
  console.log(JSON.stringify(await calibrate()))
} else {
  console.error('Say what to evaluate: answers, retrieval or calibrate.')
  process.exitCode = 2
}
