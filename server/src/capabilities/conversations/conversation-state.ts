/** The state of a conversation is a fold of its log. The row kept beside the log is this state, written down. */
import { addUse, type ModelUse, noUse } from '@lingxi/contract/assist'
import type { ConversationEvent, ConversationSummary, Owner, Why } from '@lingxi/contract/conversation'
import type { ActionRequest, DialogueProgress } from '@lingxi/contract/dialogue'
import { isFalling } from '@lingxi/contract/feeling'
import type { GuideProgress } from '@lingxi/contract/guide'
import type { Language } from '@lingxi/contract/message'

export type ConversationState = {
  id: string
  customerId: string
  customerName: string
  channel: string
  language: Language
  status: 'open' | 'resolved'
  owner: Owner
  turn: number
  /** The last event's number. */
  seq: number
  /** The customer's newest message, and the newest that a committed turn or a person has taken up. */
  heardSeq: number
  settledSeq: number
  unknownsInRow: number
  soothed: boolean
  /** How the customer's last messages felt, −1 to 1, the newest last. */
  moods: number[]
  /** The rule or process that waits for the customer's reply. */
  guide: GuideProgress | null
  /** The flows that are open, and what they know. */
  dialogue: DialogueProgress | null
  /** Actions that were asked for and of which nobody knows yet what became. */
  pending: ActionRequest[]
  /** What a model that helped has spent in all turns. */
  modelUse: ModelUse
  preview: string
  handOffReason: string | null
  waitingSince: string | null
  openedAt: string
  updatedAt: string
  resolvedAt: string | null
  rating: { solved: boolean; stars: number | null } | null
}

/** A bot turn is due: the customer spoke last and the bot has the conversation. */
export const isDue = (state: ConversationState) =>
  state.status === 'open' && state.owner.kind === 'bot' && state.heardSeq > state.settledSeq

const longestPreview = 140
const mostMoods = 4

/** The state before the first event of a log. */
export function startOf(id: string, at: string): ConversationState {
  return {
    id,
    customerId: '',
    customerName: '',
    channel: '',
    language: 'zh',
    status: 'open',
    owner: { kind: 'bot' },
    turn: 0,
    seq: 0,
    heardSeq: 0,
    settledSeq: 0,
    unknownsInRow: 0,
    soothed: false,
    moods: [],
    guide: null,
    dialogue: null,
    pending: [],
    modelUse: noUse,
    preview: '',
    handOffReason: null,
    waitingSince: null,
    openedAt: at,
    updatedAt: at,
    resolvedAt: null,
    rating: null,
  }
}

/** The state after one more event. Pure: reading a log from its first event always gives the same state. */
export function applyEvent(state: ConversationState, event: ConversationEvent): ConversationState {
  return { ...state, ...changeOf(state, event), seq: event.seq, turn: event.turn, updatedAt: event.at }
}

function changeOf(state: ConversationState, event: ConversationEvent): Partial<ConversationState> {
  switch (event.type) {
    case 'conversation-opened': {
      const { customerId, customerName, channel, language } = event
      return { customerId, customerName, channel, language, openedAt: event.at }
    }
    case 'message-received':
      return { heardSeq: event.seq, preview: previewOf(event.text) }
    case 'turn-decided':
      return {
        settledSeq: state.heardSeq,
        language: event.why.language,
        unknownsInRow: unknownsAfter(state, event.decision),
        ...progressOf(state, event.why),
        modelUse: addUse(state.modelUse, event.why.assisted?.use ?? noUse),
        moods: withMood(state, event.why.understood?.mood.score),
        soothed: state.soothed || event.decision === 'soothe' || event.why.signals.includes('soothed'),
      }
    case 'message-sent':
      return {
        // The bot's fixed words are the same for everyone: what the customer said tells more.
        ...(event.kind === 'answer' && { preview: previewOf(event.text) }),
        ...(event.speaker.kind === 'staff' && { settledSeq: state.heardSeq }),
      }
    case 'mood-read':
      return { moods: withMood(state, event.score) }
    case 'action-performed':
      return { pending: state.pending.filter(({ runId }) => runId !== event.runId), ...heardBy(state, event.seq) }
    case 'action-judged':
      return {
        pending: state.pending.map((each) =>
          each.runId === event.runId && event.allowed ? { ...each, needs: 'nothing' } : each,
        ),
      }
    case 'event-received':
      return heardBy(state, event.seq)
    case 'hand-off-requested':
      return {
        owner: { kind: 'queue' },
        guide: null,
        dialogue: null,
        handOffReason: event.reason,
        waitingSince: event.at,
      }
    case 'hand-off-withdrawn':
      // What was said to the line is settled with it: none of it waits for an answer any more.
      return { owner: { kind: 'bot' }, waitingSince: null, handOffReason: null, settledSeq: state.heardSeq }
    case 'conversation-claimed':
      return { owner: { kind: 'staff', staffId: event.staffId, name: event.name }, waitingSince: null }
    case 'conversation-handed-back':
      return { owner: { kind: 'bot' }, waitingSince: null, handOffReason: null, unknownsInRow: 0 }
    case 'conversation-resolved':
      return {
        status: 'resolved',
        owner: { kind: 'bot' },
        waitingSince: null,
        resolvedAt: event.at,
        dialogue: null,
        settledSeq: state.heardSeq,
      }
    case 'conversation-rated':
      return { rating: { solved: event.solved, stars: event.stars ?? null } }
    case 'note-added':
    case 'delivery-recorded':
      return {}
  }
}

/** Where the bot stands in what it leads the customer through, after a turn. */
const progressOf = (state: ConversationState, { guide, dialogue }: Why) => ({
  guide: guide === undefined ? state.guide : guide,
  dialogue: dialogue ? dialogue.progress : state.dialogue,
  pending: [...state.pending, ...(dialogue?.requested ?? [])],
})

/** What happens outside of what is said is the bot's to go on from, and nobody else's. */
const heardBy = (state: ConversationState, seq: number) =>
  state.status === 'open' && state.owner.kind === 'bot' ? { heardSeq: seq } : {}

function unknownsAfter(state: ConversationState, decision: string): number {
  if (decision === 'unknown') return state.unknownsInRow + 1
  return decision === 'answer' || decision === 'guide' || decision === 'flow' ? 0 : state.unknownsInRow
}

/** The moods that are kept once a message has been read. */
export const withMood = ({ moods }: Pick<ConversationState, 'moods'>, score: number | undefined) =>
  score === undefined ? moods : [...moods, score].slice(-mostMoods)

function moodOf(moods: readonly number[]): ConversationSummary['mood'] {
  const score = moods.at(-1)
  if (score === undefined) return null
  return { score, falling: isFalling(moods) }
}

const previewOf = (text: string) =>
  text
    .replaceAll(/[*_`#>|]|-{3,}|\s/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, longestPreview)
    .toWellFormed()

/** What the desk's lists show of a state. */
export function summarise(state: ConversationState): ConversationSummary {
  const { heardSeq, settledSeq, moods, unknownsInRow: _unknowns, soothed: _soothed, ...rest } = state
  const { guide: _guide, dialogue: _dialogue, pending, ...shown } = rest
  return {
    ...shown,
    mood: moodOf(moods),
    approvals: pending.filter(({ needs }) => needs === 'approval').length,
    unanswered: state.status === 'open' && heardSeq > settledSeq,
  }
}
