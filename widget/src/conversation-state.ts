/**
 * What is shown, as a fold of what happened: the server's entries in the server's order, and the customer's own sayings
 * that are not among them yet. Pure: the same changes give the same state, and a change seen twice changes nothing.
 */
import type { Entry, ServerFrame, WebSession } from '@lingxi/contract/web-channel'

/** `offline` failures go out by themselves when the line is back; `refused` ones wait for the customer. */
export type Fate = 'sending' | 'accepted' | 'offline' | 'refused' | 'too-fast'
export type OwnSaying = { id: string; text: string; at: string; fate: Fate }
export type Link = 'idle' | 'connecting' | 'open' | 'offline'

export type ConversationState = {
  session: WebSession | undefined
  link: Link
  entries: Entry[]
  sayings: OwnSaying[]
  draft: string
  /** Who is typing. The empty name is the bot, from an accepted saying to its answer. */
  typing: string | undefined
  /** How far the customer has read. */
  seen: string | undefined
}

export type Change =
  | { type: 'frame'; frame: ServerFrame }
  | { type: 'session-opened'; session: WebSession }
  | { type: 'session-ended' }
  | { type: 'customer-replaced' }
  | { type: 'customer-changed' }
  | { type: 'link-changed'; link: Link }
  | { type: 'said'; id: string; text: string; at: string }
  | { type: 'fate-changed'; id: string; fate: Fate }
  | { type: 'fell-silent' }
  | { type: 'seen' }

export const emptyConversation: ConversationState = {
  session: undefined,
  link: 'idle',
  entries: [],
  sayings: [],
  draft: '',
  typing: undefined,
  seen: undefined,
}

export function applyChange(state: ConversationState, change: Change): ConversationState {
  switch (change.type) {
    case 'frame':
      return applyFrame(state, change.frame)
    case 'session-opened':
      return { ...state, session: change.session }
    case 'session-ended':
      return { ...state, session: undefined }
    case 'customer-changed':
      return { ...emptyConversation, session: state.session, link: state.link }
    case 'customer-replaced':
      return { ...state, entries: [], draft: '', typing: undefined, seen: undefined }
    case 'link-changed':
      return withLink(state, change.link)
    case 'said':
      return { ...state, sayings: [...state.sayings, { ...change, fate: 'sending' }] }
    case 'fate-changed':
      return withFate(state, change.id, change.fate)
    case 'fell-silent':
      return { ...state, typing: undefined }
    case 'seen':
      return { ...state, seen: lastCursor(state) }
  }
}

function applyFrame(state: ConversationState, frame: ServerFrame): ConversationState {
  switch (frame.type) {
    case 'entry':
      return withEntry(state, frame.entry)
    case 'accepted':
      return awaitAnswer(withFate(state, frame.id, 'accepted'))
    case 'draft':
      return { ...state, draft: frame.text }
    case 'typing':
      return { ...state, typing: frame.name }
    case 'problem':
      return frame.about ? withFate(state, frame.about, fateOf(frame.code)) : state
    default:
      return state
  }
}

export const fateOf = (code: string): Fate => (code === 'too-many-attempts' ? 'too-fast' : 'refused')

/** A draft is void without its line; that an answer was on its way still holds. */
function withLink(state: ConversationState, link: Link): ConversationState {
  if (link === state.link) return state
  return { ...state, link, draft: '', typing: state.typing ?? (state.draft ? '' : undefined) }
}

function withEntry(state: ConversationState, entry: Entry): ConversationState {
  if (state.entries.some((known) => isSame(known, entry))) return state
  const entries = [...state.entries]
  let place = entries.length
  while (place > 0 && isBefore(entry.cursor, entries[place - 1]!.cursor)) place -= 1
  entries.splice(place, 0, entry)
  if (entry.type !== 'said') return { ...state, entries, draft: '', typing: undefined }
  return awaitAnswer({ ...state, entries, sayings: state.sayings.filter(({ id }) => id !== entry.id) })
}

const isSame = (known: Entry, entry: Entry): boolean =>
  known.cursor === entry.cursor ||
  ((entry.type === 'said' || entry.type === 'message') && known.type === entry.type && known.id === entry.id)

/** Cursors are ordered within a conversation only; conversations follow one another as they come. */
function isBefore(cursor: string, other: string): boolean {
  const [conversation, position] = cursor.split(':')
  const [otherConversation, otherPosition] = other.split(':')
  return conversation === otherConversation && Number(position) < Number(otherPosition)
}

function withFate(state: ConversationState, id: string, fate: Fate): ConversationState {
  return { ...state, sayings: state.sayings.map((saying) => (saying.id === id ? { ...saying, fate } : saying)) }
}

/** Only the bot answers at once; a person is seen typing when they type. */
function awaitAnswer(state: ConversationState): ConversationState {
  const waits = state.link === 'open' && whoAnswers(state.entries).kind === 'bot'
  return waits ? { ...state, typing: state.typing ?? '' } : state
}

export const lastCursor = (state: ConversationState): string | undefined => state.entries.at(-1)?.cursor

export const conversationOf = (cursor: string): string => cursor.split(':')[0]!

export type Answering = { kind: 'bot' } | { kind: 'queue' } | { kind: 'staff'; name: string }

export function whoAnswers(entries: readonly Entry[]): Answering {
  for (const entry of entries.toReversed()) {
    if (entry.type === 'joined') return { kind: 'staff', name: entry.name }
    if (entry.type === 'waiting') return { kind: 'queue' }
    if (entry.type === 'withdrawn' || entry.type === 'left' || entry.type === 'resolved') return { kind: 'bot' }
  }
  return { kind: 'bot' }
}

export function countUnread({ entries, seen }: ConversationState): number {
  const read = entries.findIndex(({ cursor }) => cursor === seen)
  return entries.slice(read + 1).filter(({ type }) => type === 'message').length
}
