/** What became otherwise in a turn: the gravest of it, from what to what. */
import type { ChangeKind, ShownTurn } from '@lingxi/contract/replay'
import { isDeepStrictEqual } from 'node:util'
import { comparableOf } from './comparable.ts'
import { showTaken } from './show-turn.ts'
import type { TakenTurn } from './take-again.ts'

export type Change = { kind: ChangeKind; from: string | null; to: string | null; before: ShownTurn; after: ShownTurn }
type Difference = [ChangeKind, string | null, string | null]

/** Undefined where they are the same, byte for byte. */
export function compareTurns(one: TakenTurn, other: TakenTurn): Change | undefined {
  if (isSame(one, other)) return undefined
  const [before, after] = [showTaken(one), showTaken(other)]
  const [kind, from, to] = gravest(other, before, after)
  return { kind, from, to, before, after }
}

function isSame(one: TakenTurn, other: TakenTurn): boolean {
  if (one.kind !== 'said' || other.kind !== 'said') return isDeepStrictEqual(one, other)
  const isKept = [one, other].some(({ outcome }) => outcome.why.fromCache === true)
  return comparableOf(one.outcome, { isKept }) === comparableOf(other.outcome, { isKept })
}

function gravest(taken: TakenTurn, before: ShownTurn, after: ShownTurn): Difference {
  if (taken.kind === 'breaks' || taken.kind === 'look-not-recorded' || taken.kind === 'gone')
    return [taken.kind, null, after.fault]
  if (taken.kind === 'silent') return ['silent', before.decision, null]
  return inDeeds(before, after) ?? inWays(before, after) ?? inWords(before, after)
}

function inDeeds(before: ShownTurn, after: ShownTurn): Difference | undefined {
  if (after.handOver !== null && before.handOver === null) return ['hand-over-gained', before.decision, after.handOver]
  if (before.handOver !== null && after.handOver === null) return ['hand-over-lost', before.handOver, after.decision]
  const gained = after.actions.filter((action) => !before.actions.includes(action))
  if (gained.length > 0) return ['action-gained', null, gained.join(', ')]
  const lost = before.actions.filter((action) => !after.actions.includes(action))
  return lost.length > 0 ? ['action-lost', lost.join(', '), null] : undefined
}

function inWays(before: ShownTurn, after: ShownTurn): Difference | undefined {
  if (before.flow !== after.flow) return ['flow', before.flow, after.flow]
  if (before.step !== after.step) return ['step', stepOf(before), stepOf(after)]
  const isAnsweredAlike = isDeepStrictEqual(before.cited, after.cited) && before.decision === after.decision
  return isAnsweredAlike ? undefined : ['answer', answerOf(before), answerOf(after)]
}

function inWords(before: ShownTurn, after: ShownTurn): Difference {
  if (before.text !== after.text) return ['wording', stepOf(after) ?? after.decision, null]
  if (before.intent !== after.intent) return ['intent', before.intent, after.intent]
  return ['reasons', null, null]
}

const stepOf = ({ flow, step }: ShownTurn) => (flow === null ? null : `${flow}.${step}`)
const answerOf = ({ cited, decision }: ShownTurn) => cited[0] ?? decision
