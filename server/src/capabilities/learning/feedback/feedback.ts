/**
 * Feedback: how each answer turned out. A conversation is always read whole and written in the place of what was written
 * of it before, so reading it again, after a crash or after a late rating, changes nothing that has not changed.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { cosine, type Likeness } from '../likeness.ts'
import type { Conversed, createFeedbackStore, EarlierQuestion } from './feedback-store.ts'
import { type ReadTurn, readTurns } from './read-turns.ts'

type Store = ReturnType<typeof createFeedbackStore>
type Within = Parameters<Parameters<Store['transaction']>[0]>[0]
type Conversation = Conversed & { customerName: string }

const day = 86_400_000
/** From here on what a customer asks in another conversation is the same matter. */
const sameMatter = 0.6

export function createFeedback({ store, likeness }: { store: Store; likeness: Likeness }) {
  const shift = (at: string, days: number) => new Date(Date.parse(at) + days * day).toISOString()

  /** Marks the questions of before that this conversation comes back to, and those of this one that a later comes back to. */
  async function markReturns(
    tenantId: string,
    { conversation, turns, days }: { conversation: Conversed; turns: ReadTurn[]; days: number },
    within: Within,
  ): Promise<Set<number>> {
    const [first, last] = [turns[0], turns.at(-1)]
    if (!first || !last) return new Set()
    const span = { conversation, from: shift(first.at, -days), until: shift(last.at, days) }
    const others = await store.questionsAround(tenantId, span, within)
    const comesBackTo = (earlier: Moment, later: Moment) =>
      earlier.at < later.at &&
      shift(earlier.at, days) >= later.at &&
      cosine(likeness.meantBy(earlier.question), likeness.meantBy(later.question)) >= sameMatter
    // The log only grows: who came back once has come back for ever.
    for (const other of others)
      if (!other.cameBack && turns.some((turn) => comesBackTo(other, turn)))
        await store.markCameBack(tenantId, other, within)
    return new Set(turns.filter((turn) => others.some((other) => comesBackTo(turn, other))).map(({ seq }) => seq))
  }

  return {
    /**
     * Writes down what a conversation says of the answers given in it. `days`: how long after an answer the same question
     * of the same customer counts as coming back.
     */
    async record(
      tenantId: string,
      conversation: Conversation,
      { events, days }: { events: ConversationEvent[]; days: number },
    ): Promise<number> {
      const speakers = events.flatMap((event) =>
        event.type === 'message-sent' && event.speaker.kind === 'staff' ? [event.speaker.name] : [],
      )
      const turns = readTurns(events, [...new Set([conversation.customerName, ...speakers])], likeness)
      await store.transaction(async (within) => {
        const before = await store.questionsOf(tenantId, conversation.id, within)
        const returned = await markReturns(tenantId, { conversation, turns, days }, within)
        const questions = turns.map((turn) => {
          const known = before.get(turn.seq)
          const same = known?.question === turn.question && known.trouble === turn.trouble
          return {
            ...turn,
            cameBack: returned.has(turn.seq),
            gapId: known?.gap_id ?? null,
            grouped: same && known.grouped,
          }
        })
        await store.replace(tenantId, { conversation, questions }, within)
      })
      return turns.length
    },
  }
}

type Moment = Pick<EarlierQuestion, 'at' | 'question'>
