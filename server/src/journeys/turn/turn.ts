/**
 * One customer message, from heard to answered: this file is that life, read top to bottom.
 * Until `commit` a turn only reads and thinks, so it can be taken again after a crash; `commit` writes the decision, the
 * words and the jobs in one transaction, or nothing when the turn came late; only what is written is delivered.
 */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import { isFalling } from '@lingxi/contract/feeling'
import type { Language } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import type { Meaning } from '@lingxi/contract/understanding'
import { type Conversations, type ConversationState, withMood } from '#conversations'
import { decide, type DialogueState, type Exploring, feelMeaning } from '#dialogue'
import type { Understanding } from '#understanding'
import type { Clock } from '#platform/clock'
import type { Metrics } from '#platform/metrics'
import type { Log } from '#platform/log'
import type { Compose } from './composing.ts'
import type { DecideAndLook } from './decide-and-look.ts'
import { wishIn } from './recommend.ts'

type Parts = {
  conversations: Pick<Conversations, 'latestEvents' | 'commit' | 'isDue'>
  understanding: Pick<Understanding, 'understand' | 'readAct'>
  settings: (tenantId: string) => Promise<Settings>
  decideAndLook: DecideAndLook
  /** What chooses where several ways are plausible. */
  policyOf: (tenantId: string) => Promise<Exploring>
  /** A language model may answer. */
  hasModel: boolean
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
const mostSpoken = 8

export function createTurn(parts: Parts): TakeTurn {
  const { conversations, understanding, settings, decideAndLook, policyOf, hasModel, compose, clock, metrics, log } =
    parts
  /** What each of the newest messages asks by itself, where several were sent before an answer came. */
  const questionsIn = (texts: string[], language: Language) =>
    texts.length < 2
      ? []
      : texts.slice(-mostAnswered).flatMap((text) => understanding.readAct(text, { language }).question || [])

  return async function takeTurn(tenantId, state, signal) {
    if (!conversations.isDue(state)) return 'not-due'
    const watch = startWatch(clock)
    // Read once and kept with the decision, so that the turn can be taken again as of this moment.
    const now = clock.now()

    const events = await conversations.latestEvents(tenantId, state, Math.max(mostRemembered, openEvents(state)))
    const asked = askedIn(events, state)
    watch.lap('recall')

    const meaning = await understanding.understand(tenantId, asked.texts.join('\n'), {
      language: state.language,
      askedBefore: asked.before,
      session: state.id,
      at: now,
    })
    watch.lap('understand')

    const { feeling } = await settings(tenantId)
    const standing = standingOf(state, meaning)
    const felt = feelMeaning(meaning)
    const plain = decide(standing, felt, feeling)
    if (plain.kind === 'stay-silent') return 'not-due'
    const policy = await policyOf(tenantId)
    const deciding = { state: standing, meaning: asked.texts.length > 0 ? felt : null, feeling, hasModel, policy }
    const about = { events, state, meaning, ...asked, now, deciding, plain, signal }
    const { decision, flow, instead } = await decideAndLook(tenantId, about)
    watch.lap('decide')
    if (decision.kind === 'stay-silent') return 'not-due'

    const composed = await compose(decision, {
      tenantId,
      state,
      meaning,
      said: asked.texts.join('\n'),
      questions: questionsIn(asked.texts, meaning.language),
      earlier: asked.before,
      conversation: spokenIn(events, state),
      wish: wishIn(events),
      flow,
      instead,
      beginFlow: async (wanted) => (await decideAndLook(tenantId, { ...about, wanted })).flow,
      signal,
    })
    watch.lap('compose')

    const why = { ...composed.why, thoughtAt: new Date(now).toISOString(), milliseconds: watch.laps() }
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
      act: meaning.act,
      intents: meaning.intents.map(({ name }) => name).join(' ') || undefined,
      decision: composed.decision,
      writer: why.writer,
      model: why.modelOutcome,
      helped: why.assisted?.outcome,
      outcome: outcome.kind,
      ...watch.laps(),
    })
    return outcome.kind
  }
}

const standingOf = (state: ConversationState, { mood }: Meaning): DialogueState => ({
  owner: state.owner.kind,
  turn: state.turn,
  unknownsInRow: state.unknownsInRow,
  soothedBefore: state.soothed,
  falling: isFalling(withMood(state, mood.score)),
  guiding: state.guide !== null,
})

/** Who waited long for a person may have said much: every message of it is taken up, or it would be passed over. */
const openEvents = ({ seq, settledSeq }: ConversationState) => seq - settledSeq

/** The customer's messages that nobody has answered yet, the newest of them in full, and what they asked before. */
function askedIn(events: ConversationEvent[], state: ConversationState) {
  const received = events.filter((event) => event.type === 'message-received')
  const open = received.filter(({ seq }) => seq > state.settledSeq)
  return {
    received,
    open: events.filter(({ seq }) => seq > state.settledSeq),
    texts: open.slice(-mostRemembered).map(({ text }) => text),
    messageIds: open.map(({ messageId }) => messageId),
    before: received.filter(({ seq }) => seq <= state.settledSeq).map(({ text }) => text),
  }
}

/** What was said on both sides before this turn, the oldest first. */
const spokenIn = (events: ConversationEvent[], { settledSeq }: ConversationState) =>
  events
    .flatMap((event) => {
      if (event.type === 'message-sent' && event.kind !== 'survey') return { by: 'company' as const, text: event.text }
      const isBefore = event.type === 'message-received' && event.seq <= settledSeq
      return isBefore ? { by: 'customer' as const, text: event.text } : []
    })
    .slice(-mostSpoken)

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
