/**
 * Learns from lessons on top of what is known beforehand, and measures it: each fifth of the questions is asked of a model
 * that has learnt from the rest, and of the untaught one. Pure; takes seconds, so a thread of its own runs it.
 */
import type { GraphModelFigures } from '@lingxi/contract/graph-learning'
import { createAsking } from '../asking/asking.ts'
import type { EntityGraph } from '../asking/entity-graph.ts'
import { type Lesson, learn, type Model } from '../asking/learn.ts'
import { untaught } from '../asking/untaught.ts'
import { isClear } from '../ask-graph.ts'

export type Taught = { model: Model; figures: Omit<GraphModelFigures, 'asked'> }
type Measured = GraphModelFigures['untaught']

const folds = 5
const fewestQuestions = 20
/** Of the questions, by which more have to be answered rightly. */
const leastGain = 0.01

export function teach(graph: EntityGraph, lessons: Lesson[]): Taught {
  const begin = untaught()
  const before = noneYet()
  const after = noneYet()
  for (let fold = 0; fold < folds; fold++) {
    const heldOut = lessons.filter((_, place) => place % folds === fold)
    if (heldOut.length === 0) continue
    const model = learn(
      graph,
      lessons.filter((_, place) => place % folds !== fold),
      begin,
    )
    measure(graph, { lessons: heldOut, model: begin }, before)
    measure(graph, { lessons: heldOut, model }, after)
  }
  const questions = lessons.length
  const helps =
    questions >= fewestQuestions &&
    after.right - before.right >= leastGain * questions &&
    after.saidWrong <= before.saidWrong &&
    after.said - after.saidWrong >= before.said - before.saidWrong
  return { model: learn(graph, lessons, begin), figures: { questions, untaught: before, learnt: after, helps } }
}

const noneYet = (): Measured => ({ right: 0, said: 0, saidWrong: 0 })

function measure(graph: EntityGraph, { lessons, model }: { lessons: Lesson[]; model: Model }, into: Measured): void {
  const ask = createAsking(model)
  for (const lesson of lessons) {
    const [best] = ask(graph, { text: lesson.question, visible: () => true })
    const right = best?.ends[0] !== undefined && endsOf(graph, lesson).has(best.ends[0])
    const said = best !== undefined && isClear(best)
    into.right += Number(right)
    into.said += Number(said)
    into.saidWrong += Number(said && !right)
  }
}

function endsOf(graph: EntityGraph, { topic, relations }: Lesson): Set<string> {
  let at = new Set([topic])
  for (const relation of relations)
    at = new Set([...at].flatMap((from) => (graph.hopsFrom(from).get(relation) ?? []).map(({ to }) => to)))
  return at
}
