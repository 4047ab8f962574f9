/**
 * What is said after "which of these do you mean?": the flow by its place, or the one of those asked about that the words speak
 * for, even where they would speak for something else had nothing been asked.
 */
import { placeIn } from '#platform/replies'
import type { FlowTrigger } from '../flows/triggers.ts'
import { says } from '../words/cues.ts'
import type { Reading } from './reading.ts'

/** As much of a guess as is needed, and how many times as probable as the next of them. */
const least = 0.05
const rivals = 1.5
/** What is this plainly another matter is none of those asked about. */
const elsewhere = 0.95
/** How sure it is that who was asked back answers what was asked. */
const asked = 0.8

export type Picked = { flow: string; score: number; because: string }

export function pickOffered(wanted: FlowTrigger[], reading: Reading): Picked | undefined {
  const { offered = [], progress } = reading.situation
  if (offered.length === 0 || (progress?.stack.length ?? 0) > 0) return undefined
  const place = placeIn(reading.text, offered.length)
  if (place !== undefined) return { flow: offered[place]!, score: 1, because: 'its place' }
  return turnsAway(reading) ? undefined : likeliest(offered, wanted, reading)
}

/** None of them: "neither", 都不是, 算了, or nothing that was ever taught. */
const turnsAway = ({ heard, clauses }: Reading) =>
  heard.outOfScope ||
  heard.act === 'deny' ||
  clauses.some(({ text }) => says('deny', text) || says('cancel', text) || says('drop', text) || says('neither', text))

function likeliest(offered: string[], wanted: FlowTrigger[], { heard: { candidates } }: Reading): Picked | undefined {
  const [first, second] = offered
    .map((flow) => ({ flow, probability: probabilityOf(flow, wanted, candidates) }))
    .toSorted((one, other) => other.probability - one.probability)
  const rest = second?.probability ?? 0
  if (!first || first.probability < Math.max(least, rivals * rest)) return undefined
  const isElsewhere = candidates.some(({ probability }) => probability >= elsewhere && probability > first.probability)
  if (isElsewhere) return undefined
  const share = first.probability / (first.probability + rest)
  // As sure as it is of those offered, and no surer than that one of them is meant at all.
  const score = share * Math.max(asked, first.probability)
  return { flow: first.flow, score, because: 'one of those asked about' }
}

/** The sum over the intents that begin it. */
function probabilityOf(flow: string, wanted: FlowTrigger[], candidates: Reading['heard']['candidates']): number {
  const intents = wanted.flatMap((each) => (each.flow === flow ? (each.trigger.intent ?? []) : []))
  return candidates.filter(({ name }) => intents.includes(name)).reduce((sum, each) => sum + each.probability, 0)
}
