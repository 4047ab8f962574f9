/** A second reader of intents, of another kind than what was learnt: the examples that are most like the message have a vote each. */
import { type NearExample, openNearestExamples, type ShownExample } from './backends/model/nearest-examples.ts'

/** `confidence` 0–1: the share of the votes, by how like the message they are. `example`: the nearest of that intent. */
export type SecondReading = { intent: string; confidence: number; example: string }
/** Null: no example is like it. */
export type ReadAgain = (text: string) => SecondReading | null

const voters = 7
/** What is less like it has no say. */
const leastAlike = 0.2

export async function openSecondReader(shown: readonly ShownExample[]): Promise<ReadAgain> {
  const nearest = await openNearestExamples(shown)
  return (text) => voteOf(nearest(text, { most: voters, ofIntent: voters }).filter(({ alike }) => alike >= leastAlike))
}

function voteOf(near: NearExample[]): SecondReading | null {
  const all = sum(near)
  const [first] = [...Map.groupBy(near, ({ intent }) => intent).values()].sort((one, other) => sum(other) - sum(one))
  if (!first) return null
  const best = first.reduce((one, other) => (other.alike > one.alike ? other : one))
  const confidence = Math.round((sum(first) / all) * Math.sqrt(best.alike) * 1000) / 1000
  return { intent: best.intent, confidence, example: best.text }
}
const sum = (near: NearExample[]) => near.reduce((total, { alike }) => total + alike, 0)
