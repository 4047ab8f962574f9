/**
 * How many questions a graph answers rightly: the algorithm of the running product over triples that are handed in. Without
 * lessons it goes by names alone; with them it learns which words ask for which way. `accuracy` counts a question as right
 * when the one answer given is among its answers.
 */
import { readFileSync } from 'node:fs'
import { type Found, createAsking } from '../../server/src/capabilities/graph/asking/asking.ts'
import { createEntityGraph, type EntityGraph } from '../../server/src/capabilities/graph/asking/entity-graph.ts'
import { type Lesson, learn } from '../../server/src/capabilities/graph/asking/learn.ts'
import { untaught } from '../../server/src/capabilities/graph/asking/untaught.ts'

type Triple = { subject: string; relation: string; object: string }
/** `path`: entity, relation, entity, relation … of one way that answers. */
type Question = { question: string; answers: string[]; path?: string[] }
type Files = { triples: string; questions: string; learn?: string | undefined; show?: boolean }

const readLines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line)

export function evaluateGraph(files: Files) {
  const graph = buildGraph(readLines<Triple>(files.triples))
  const begun = performance.now()
  const model = files.learn ? learn(graph, lessonsOf(readLines<Question>(files.learn))) : untaught()
  const learnSeconds = (performance.now() - begun) / 1000
  const ask = createAsking(model)
  const questions = readLines<Question>(files.questions)
  // The first questions of a process compile what the others run.
  for (const { question } of questions.slice(0, 100)) ask(graph, { text: question, visible: () => true })
  const asked = questions.map((each) => answer(graph, ask, each))
  for (const { question, answers, right, best, said } of files.show ? asked : [])
    if (!right) console.error(`${question}\n    ${answers.slice(0, 3).join(' | ')}\n  > ${describe(best, said)}`)
  const times = asked.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000
  return {
    accuracy: rounded(asked.filter(({ right }) => right).length / asked.length),
    questions: asked.length,
    withPath: asked.filter(({ path }) => path.length > 0).length,
    p50Ms: rounded(times[Math.floor(times.length * 0.5)] ?? 0),
    p99Ms: rounded(times[Math.floor(times.length * 0.99)] ?? 0),
    learnSeconds: Math.round(learnSeconds * 10) / 10,
  }
}

function answer(graph: EntityGraph, ask: ReturnType<typeof createAsking>, question: Question) {
  const begun = performance.now()
  const best = ask(graph, { text: question.question, visible: () => true })[0]
  const said = best?.ends[0]
  const path = best && said !== undefined ? best.hopsTo(said) : []
  const milliseconds = performance.now() - begun
  return { ...question, best, said, path, right: said !== undefined && question.answers.includes(said), milliseconds }
}

function buildGraph(triples: Triple[]) {
  const graph = createEntityGraph()
  for (const name of new Set(triples.flatMap(({ subject, object }) => [subject, object])))
    graph.put({ id: name, names: [name] })
  for (const [place, triple] of triples.entries()) graph.connect({ id: String(place), ...triple })
  return graph
}

const lessonsOf = (questions: Question[]): Lesson[] =>
  questions.flatMap(({ question, path = [] }) => {
    const relations = path.filter((_, place) => place % 2 === 1)
    return path.length < 3 ? [] : [{ question, topic: path[0]!, relations }]
  })

const describe = (best: Found | undefined, said: string | undefined) =>
  best ? `${best.mention.entity} → ${best.relations.join(' → ')} → ${said}` : 'nothing'
