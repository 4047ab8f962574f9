/** The rows of the conversation, in the order in which they are read. Pure. */
import type { Entry } from '@lingxi/contract/web-channel'
import { type ConversationState, conversationOf, type Fate } from './conversation-state.ts'

export type MessageEntry = Extract<Entry, { type: 'message' }>
export type SystemEntry = Extract<Entry, { type: 'waiting' | 'joined' | 'left' | 'resolved' }>

export type Row =
  | { kind: 'time'; key: string; at: string }
  | { kind: 'own'; key: string; text: string; at: string; fate: Fate; id: string }
  | { kind: 'message'; key: string; entry: MessageEntry; isFirst: boolean; isLast: boolean }
  | { kind: 'survey'; key: string; entry: MessageEntry; conversationId: string; isRated: boolean }
  | { kind: 'system'; key: string; entry: SystemEntry }

/** A pause of so many milliseconds gets a time of its own. */
const longPause = 10 * 60_000

export function readTimeline({ entries, sayings }: Pick<ConversationState, 'entries' | 'sayings'>): Row[] {
  const rows: Row[] = []
  let last = ''

  const addTime = (at: string) => {
    const pause = Date.parse(at) - Date.parse(last)
    if (!last || pause > longPause) rows.push({ kind: 'time', key: `time ${at}`, at })
    last = at
  }

  const rated = new Set(entries.filter(({ type }) => type === 'rated').map(({ cursor }) => conversationOf(cursor)))
  const spoken = entries.findLast(({ type }) => type === 'message' || type === 'said')

  for (const entry of entries) {
    // The bot says it in words of its own.
    if (entry.type === 'rated' || entry.type === 'withdrawn') continue
    addTime(entry.at)
    if (entry.type === 'said') rows.push({ kind: 'own', key: entry.id, ...pick(entry), fate: 'accepted' })
    else if (entry.type !== 'message') rows.push({ kind: 'system', key: entry.cursor, entry })
    else if (entry.kind === 'survey') {
      const conversationId = conversationOf(entry.cursor)
      rows.push({ kind: 'survey', key: entry.id, entry, conversationId, isRated: rated.has(conversationId) })
    } else {
      const isFirst = !isSameSpeaker(rows.at(-1), entry)
      rows.push({ kind: 'message', key: entry.id, entry, isFirst, isLast: entry === spoken && sayings.length === 0 })
    }
  }
  for (const saying of sayings) {
    addTime(saying.at)
    rows.push({ kind: 'own', key: saying.id, ...pick(saying), fate: saying.fate })
  }
  return rows
}

const pick = ({ id, text, at }: { id: string; text: string; at: string }) => ({ id, text, at })

const isSameSpeaker = (before: Row | undefined, { speaker }: MessageEntry): boolean =>
  before?.kind === 'message' && before.entry.speaker.kind === speaker.kind && before.entry.speaker.name === speaker.name
