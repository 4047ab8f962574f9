/** The state of a conversation is a fold of its log. The row kept beside the log is this state, written down. */
import type { ConversationEvent, ConversationSummary, Owner } from '@lingxi/contract/conversation'
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
  /** The rule or process that waits for the customer's reply. */
  guide: GuideProgress | null
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
    guide: null,
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
        guide: event.why.guide === undefined ? state.guide : event.why.guide,
        soothed: state.soothed || event.decision === 'soothe' || event.why.signals.includes('soothed'),
      }
    case 'message-sent':
      return {
        // The bot's fixed words are the same for everyone: what the customer said tells more.
        ...(event.kind === 'answer' && { preview: previewOf(event.text) }),
        ...(event.speaker.kind === 'staff' && { settledSeq: state.heardSeq }),
      }
    case 'hand-off-requested':
      return { owner: { kind: 'queue' }, guide: null, handOffReason: event.reason, waitingSince: event.at }
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
        settledSeq: state.heardSeq,
      }
    case 'conversation-rated':
      return { rating: { solved: event.solved, stars: event.stars ?? null } }
    case 'note-added':
    case 'delivery-recorded':
      return {}
  }
}

function unknownsAfter(state: ConversationState, decision: string): number {
  if (decision === 'unknown') return state.unknownsInRow + 1
  return decision === 'answer' || decision === 'guide' ? 0 : state.unknownsInRow
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
  const { heardSeq, settledSeq, unknownsInRow: _unknowns, soothed: _soothed, guide: _guide, ...shown } = state
  return { ...shown, unanswered: state.status === 'open' && heardSeq > settledSeq }
}
