/**
 * Recorded conversations are taken again with another version of the bot, turn by turn, and what is decided otherwise is told.
 * Promises: nothing is written, nobody is told anything, and no system of anybody is called; the same version decides every
 * turn as it was recorded, to the byte.
 */

import { setImmediate } from 'node:timers/promises'
import type { RecordedConversation } from '@lingxi/contract/recording'
import type { ReplayReport } from '@lingxi/contract/replay'
import { compareTurns } from './compare-turns.ts'
import { type ChangedTurn, groupChanges } from './group-changes.ts'
import { type RecordedTurn, recordedTurns } from './recorded-turns.ts'
import type { TakeAgain, TakenTurn } from './take-again.ts'

export { createRecord } from './record.ts'
export { createTakeAgain, type StandIns, type TakeAgain, type TurnOver } from './take-again.ts'

/** Conversations that are taken again with the same two versions. */
type Run = {
  conversations: AsyncIterable<RecordedConversation> | Iterable<RecordedConversation>
  /** As it was: what was recorded, unless it is taken again with the version that is now. */
  before?: TakeAgain | undefined
  after: TakeAgain
  /** A model writes in it: what one wrote before is held against that. Else it is left out, for none answers the same twice. */
  withModel?: boolean
}

/** `of`: how many conversations there are; `mayGoOn`: asked before each turn, so that one long conversation ends in time too. */
type Limit = { of: number; mayGoOn: () => boolean }

type Taking = Run & { conversation: RecordedConversation }

/** One turn after the other, until there are no more or the limit is reached: then it tells of what was taken until then. */
export async function replay(tenantId: string, runs: readonly Run[], limit?: Limit): Promise<ReplayReport> {
  const mayGoOn = limit?.mayGoOn ?? (() => true)
  const figures = { conversations: 0, turns: 0, identical: 0, changed: 0, leftOut: 0 }
  const changes: ChangedTurn[] = []

  async function take(turn: RecordedTurn, { conversation, before, after, withModel = false }: Taking): Promise<void> {
    if (mustBeLeftOut(turn, withModel)) {
      figures.leftOut++
      return
    }
    // Whoever waits for the same process comes in between: customers are answered by it.
    await setImmediate()
    const { id: conversationId, customer } = conversation
    const was: TakenTurn = before ? await before(tenantId, turn, customer) : { kind: 'said', outcome: turn.outcome }
    const change = compareTurns(was, await after(tenantId, turn, customer))
    figures.turns++
    figures[change ? 'changed' : 'identical']++
    if (change) changes.push({ ...change, conversationId, turn: turn.state.turn, said: turn.said })
  }

  /** False where it was cut short. */
  async function takeAll(taking: Taking): Promise<boolean> {
    for (const turn of recordedTurns(taking.conversation)) {
      if (!mayGoOn()) return false
      await take(turn, taking)
    }
    figures.conversations++
    return true
  }

  async function takeRuns(): Promise<void> {
    for (const run of runs)
      for await (const conversation of run.conversations) if (!(await takeAll({ ...run, conversation }))) return
  }

  await takeRuns()
  return { of: limit?.of ?? figures.conversations, ...figures, ...groupChanges(changes) }
}

/** The bot had broken down, or a model wrote and none does now. */
function mustBeLeftOut({ outcome: { why } }: RecordedTurn, withModel: boolean): boolean {
  const isOfModel = why.writer === 'model' || why.modelOutcome !== undefined || why.assisted !== undefined
  return why.reason === 'bot-failed' || (isOfModel && !withModel)
}
