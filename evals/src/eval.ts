/**
 * `npm run -s eval -- answers [--suite S.jsonl | --split dev|test] [--show]` · `… retrieval --corpus C --queries Q --qrels R [--learn L]`
 * · `… retrieval [--data DIR]` · `… graph --triples T --questions Q [--learn L] [--show]` · `… entities --train A --test B [--show]` · `… calibrate` · `… fit`
 * · `… intents --train A --test B [--dev D] [--show]` · `… dialogue [--suite DIR]` · `… record [--suite DIR] [--to LOG]`
 * · `… replay [--from LOG|DIR] [--against VERSION] [--data DIR]`
 * · `… intents [--data DIR]` · `… sentiment --train A --test B [--show]` · `… moods [--write]`: the last line is one JSON object.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeAnswers, medianOf, readSuite, summarise } from './answers.ts'
import { calibrate } from './calibrate.ts'
import { evaluateDialogue } from './dialogue/dialogue.ts'
import { evaluateEntities } from './entities.ts'
import { fitWeights } from './fit-weights.ts'
import { learnMoods } from './moods.ts'
import { evaluateGraph } from './graph.ts'
import { evaluateIntentFolder, evaluateIntents } from './intents.ts'
import { recordDemo } from './replay/record.ts'
import { replayFile } from './replay/replay.ts'
import { evaluateFolder, evaluateRetrieval } from './retrieval.ts'
import { evaluateSentiment } from './sentiment.ts'

const recorded = join(import.meta.dirname, '../recorded')
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    suite: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    data: { type: 'string' },
    corpus: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    triples: { type: 'string' },
    questions: { type: 'string' },
    learn: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    against: { type: 'string' },
    train: { type: 'string' },
    dev: { type: 'string' },
    test: { type: 'string' },
    show: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
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
} else if (positionals[0] === 'dialogue') {
  const suite = values.suite ?? join(import.meta.dirname, '../dialogue')
  console.log(JSON.stringify(await evaluateDialogue(suite, console.error)))
} else if (positionals[0] === 'record') {
  const suite = values.suite ?? join(import.meta.dirname, '../dialogue')
  console.log(JSON.stringify(await recordDemo(suite, values.to ?? join(recorded, 'demo.jsonl'))))
} else if (positionals[0] === 'replay') {
  try {
    const { from, against, data } = values
    if (data !== undefined && from === undefined)
      refuse('replay takes --from with --data: the conversations of that company.')
    else console.log(JSON.stringify(await replayFile({ from: from ?? recorded, against, data }, console.error)))
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
} else if (positionals[0] === 'retrieval') {
  const { corpus, queries, qrels, learn } = values
  if (corpus && queries && qrels) {
    const { figures, baseline } = await evaluateRetrieval({ corpus, queries, qrels, learn })
    console.error(`BM25 in the same run: ${JSON.stringify(baseline)}`)
    console.log(JSON.stringify(figures))
  } else if (corpus || queries || qrels) {
    console.error('retrieval takes --corpus, --queries and --qrels together.')
    process.exitCode = 2
  } else
    console.log(JSON.stringify(await evaluateFolder(values.data ?? publicData('retrieval'), ['cmrc2018', 'xquad-en'])))
} else if (positionals[0] === 'graph' && values.triples && values.questions) {
  const { triples, questions, learn, show } = values
  console.log(JSON.stringify(evaluateGraph({ triples, questions, learn, show })))
} else if (positionals[0] === 'entities' && values.train && values.test) {
  const { train, test, show } = values
  console.log(JSON.stringify(evaluateEntities({ train, test, show })))
} else if (positionals[0] === 'intents') {
  const { train, test, dev, data, show } = values
  if (train && test) console.log(JSON.stringify(evaluateIntents({ train, test, dev, show })))
  else if (train || test || dev) refuse('intents takes --train and --test together, and --dev with them.')
  else console.log(JSON.stringify(evaluateIntentFolder(data ?? publicData('intents'))))
} else if (positionals[0] === 'sentiment' && values.train && values.test) {
  const { train, test, show } = values
  console.log(JSON.stringify(evaluateSentiment({ train, test, show })))
} else if (positionals[0] === 'moods') {
  console.log(JSON.stringify(learnMoods({ write: values.write })))
} else if (positionals[0] === 'calibrate') {
  console.log(JSON.stringify(await calibrate()))
} else if (positionals[0] === 'fit') {
  console.log(JSON.stringify(await fitWeights(), null, 1))
} else {
  refuse(
    'Say what to evaluate: answers, retrieval, graph (with --triples and --questions), dialogue, record, replay, entities, intents, sentiment (with --train and --test) or calibrate.',
  )
}

function publicData(folder: string): string {
  return join(import.meta.dirname, '../../../shared/data', folder)
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 2
}
