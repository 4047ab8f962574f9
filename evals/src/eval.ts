/**
 * `npm run -s eval -- answers [--suite S.jsonl | --split dev|test] [--show]` · `… retrieval --corpus C --queries Q --qrels R [--learn L]`
 * · `… retrieval [--data DIR]` · `… graph --triples T --questions Q [--learn L] [--show]` · `… calibrate` · `… fit`: the last line is one JSON object.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeAnswers, medianOf, readSuite, summarise } from './answers.ts'
import { calibrate } from './calibrate.ts'
import { fitWeights } from './fit-weights.ts'
import { evaluateGraph } from './graph.ts'
import { evaluateFolder, evaluateRetrieval } from './retrieval.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    data: { type: 'string', default: join(import.meta.dirname, '../../../shared/data/retrieval') },
    corpus: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    triples: { type: 'string' },
    questions: { type: 'string' },
    learn: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
})

if (positionals[0] === 'answers') {
  const ofSplit = join(import.meta.dirname, `../answers/${values.split === 'test' ? 'test' : 'dev'}.jsonl`)
  const judged = await judgeAnswers(readSuite(values.suite ?? ofSplit))
  const failed = values.show
    ? judged.filter(({ outcome, source }) => outcome === 'wrong' || (outcome === 'declined' && source))
    : []
  for (const { question, outcome, source, mustContain, said, support, text } of failed)
    console.error(
      `${outcome.toUpperCase()} ${question}\n    ${source} [${mustContain.join('; ')}]\n  > ${support} ${said.join(' | ')}\n    ${text.slice(0, 160).replaceAll('\n', ' / ')}`,
    )
  console.error(`median ${medianOf(judged)} ms`)
  console.log(JSON.stringify(summarise(judged)))
} else if (positionals[0] === 'retrieval') {
  const { corpus, queries, qrels, learn } = values
  if (corpus && queries && qrels) {
    const { figures, baseline } = await evaluateRetrieval({ corpus, queries, qrels, learn })
    console.error(`BM25 in the same run: ${JSON.stringify(baseline)}`)
    console.log(JSON.stringify(figures))
  } else if (corpus || queries || qrels) {
    console.error('retrieval takes --corpus, --queries and --qrels together.')
    process.exitCode = 2
  } else console.log(JSON.stringify(await evaluateFolder(values.data, ['cmrc2018', 'xquad-en'])))
} else if (positionals[0] === 'graph' && values.triples && values.questions) {
  const { triples, questions, learn, show } = values
  console.log(JSON.stringify(evaluateGraph({ triples, questions, learn, show })))
} else if (positionals[0] === 'calibrate') {
  console.log(JSON.stringify(await calibrate()))
} else if (positionals[0] === 'fit') {
  console.log(JSON.stringify(await fitWeights(), null, 1))
} else {
  console.error('Say what to evaluate: answers, retrieval, graph (with --triples and --questions) or calibrate.')
  process.exitCode = 2
}
