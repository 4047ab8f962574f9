/**
 * One customer message, from heard to answered: this file is that life, read top to bottom.
 * Until `commit` a turn only reads and thinks, so it can be taken again after a crash; `commit` writes the decision, the
 * words and the jobs in one transaction, or nothing when the turn came late; only what is written is delivered.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Language } from '@lingxi/contract/message'
import type { Conversations, ConversationState } from '#conversations'
import { decide } from '#dialogue'
import type { Meaning, UnderstandingContext } from '#understanding'
import type { Clock } from '#platform/clock'
import type { Metrics } from '#platform/metrics'
import type { Log } from '#platform/log'
import type { Compose } from './compose.ts'
import { wishIn } from './recommend.ts'

type Parts = {
  conversations: Pick<Conversations, 'latestEvents' | 'commit' | 'isDue'>
  understanding: { understand(text: string, context: UnderstandingContext): Meaning }
  compose: Compose
  clock: Clock
  metrics: Pick<Metrics, 'countTurn' | 'timeStep'>
  log: Log
}
export type TakeTurn = (
  tenantId: string,
  state: ConversationState,
  signal: AbortSignal,
) => Promise<'committed' | 'late' | 'not-due'>

const mostRemembered = 40
const mostAnswered = 3

export function createTurn({ conversations, understanding, compose, clock, metrics, log }: Parts): TakeTurn {
  /** What each of the newest messages asks by itself, where several were sent before an answer came. */
  const questionsIn = (texts: string[], language: Language) =>
    texts.length < 2
      ? []
      : texts.slice(-mostAnswered).flatMap((text) => understanding.understand(text, { language }).question || [])

  return async function takeTurn(tenantId, state, signal) {
    if (!conversations.isDue(state)) return 'not-due'
    const watch = startWatch(clock)

    const events = await conversations.latestEvents(tenantId, state, Math.max(mostRemembered, openEvents(state)))
    const asked = askedIn(events, state)
    watch.lap('recall')

    const meaning = understanding.understand(asked.texts.join('\n'), {
      language: state.language,
      askedBefore: asked.before,
    })
    watch.lap('understand')

    const decision = decide(
      {
        owner: state.owner.kind,
        turn: state.turn,
        unknownsInRow: state.unknownsInRow,
        soothedBefore: state.soothed,
        guiding: state.guide !== null,
      },
      meaning,
    )
    watch.lap('decide')
    if (decision.kind === 'stay-silent') return 'not-due'

    const composed = await compose(decision, {
      tenantId,
      state,
      meaning,
      said: asked.texts.join('\n'),
      questions: questionsIn(asked.texts, meaning.language),
      earlier: asked.before,
      wish: wishIn(events),
      signal,
    })
    watch.lap('compose')

    const why = { ...composed.why, milliseconds: watch.laps() }
    const outcome = await conversations.commit(tenantId, state.id, {
      ...composed,
      why,
      turn: state.turn,
      about: asked.messageIds,
    })
    watch.lap('commit')

    for (const [step, milliseconds] of Object.entries(watch.laps())) metrics.timeStep(step, milliseconds)
    if (outcome.kind === 'committed') metrics.countTurn({ decision: composed.decision, channel: state.channel })
    log.info('turn', {
      conversation: state.id,
      channel: state.channel,
      turn: state.turn,
      intent: meaning.intent,
      decision: composed.decision,
      writer: why.writer,
      model: why.modelOutcome,
      outcome: outcome.kind,
      ...watch.laps(),
    })
    return outcome.kind
  }
}

/** Who waited long for a person may have said much: every message of it is taken up, or it would be passed over. */
const openEvents = ({ seq, settledSeq }: ConversationState) => seq - settledSeq

/** The customer's messages that nobody has answered yet, the newest of them in full, and what they asked before. */
function askedIn(events: ConversationEvent[], state: ConversationState) {
  const received = events.filter((event) => event.type === 'message-received')
  const open = received.filter(({ seq }) => seq > state.settledSeq)
  return {
    texts: open.slice(-mostRemembered).map(({ text }) => text),
    messageIds: open.map(({ messageId }) => messageId),
    before: received.filter(({ seq }) => seq <= state.settledSeq).map(({ text }) => text),
  }
}

/** Milliseconds of each step, to a hundredth. */
function startWatch(clock: Clock) {
  const laps: Record<string, number> = {}
  let last = clock.reading()
  return {
    lap(step: string) {
      const now = clock.reading()
      laps[step] = Math.round((now - last) * 100) / 100
      last = now
    },
    laps: () => ({ ...laps }),
  }
}
