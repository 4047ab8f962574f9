/** Old snapshot + frames = new snapshot, for what the console keeps: lists in pages, and conversations with their log. */
import type { Conversation, ConversationSummary, ConversationView } from '@lingxi/contract/conversation'
import { compareIn } from '@lingxi/contract/conversation'
import { type DeskServerFrame, withEvents, withRow } from '@lingxi/contract/live'

export type ConversationFrame = Extract<DeskServerFrame, { type: 'conversation' }>
export type ConversationPage = {
  conversations: ConversationSummary[]
  counts: { waiting: number; mine: number; open: number }
  next: string | null
}
export type ConversationPages = { pages: ConversationPage[]; pageParams: unknown[] }
type Place = { view: ConversationView; staffId: string }

/** All rows of a list. A row that moved while pages were read may be in two of them: the newer one counts. */
export function rowsOf(pages: ConversationPage[], view: ConversationView): ConversationSummary[] {
  const rows = new Map<string, ConversationSummary>()
  for (const row of pages.flatMap((page) => page.conversations)) {
    if ((rows.get(row.id)?.seq ?? -1) < row.seq) rows.set(row.id, row)
  }
  return [...rows.values()].sort((one, other) => compareIn(view, one, other))
}

/** The pages keep their number, so that a refetch reads as many again; the rows all move to the first. */
export function pagesWith(list: ConversationPages, row: ConversationSummary, to: Place): ConversationPages {
  const before = rowsOf(list.pages, to.view)
  const after = withRow(before, row, to)
  const [first, ...others] = list.pages
  if (!first || after === before) return list
  const unread = list.pages.at(-1)?.next != null
  const isNew = !before.some((known) => known.id === row.id)
  // It may belong behind rows that have not been read yet: its page will bring it.
  if (unread && isNew && after.at(-1)?.id === row.id) return list
  const pages = [{ ...first, conversations: after }, ...others.map((page) => ({ ...page, conversations: [] }))]
  return { ...list, pages }
}

/** `undefined` when events are missing in between, so that the conversation must be fetched again. */
export function conversationWith(known: Conversation, frame: ConversationFrame): Conversation | undefined {
  const events = withEvents(known.events, frame.events)
  if (!events) return undefined
  if (events === known.events && frame.summary.seq <= known.seq) return known
  const newer = frame.summary.seq > known.seq ? frame.summary : {}
  return { ...known, ...newer, events }
}

/** Whether the row tells of events that the log does not hold yet. */
export const isBehind = (known: Conversation): boolean => (known.events.at(-1)?.seq ?? 0) < known.seq

/**
 * Frames of the last moments. A snapshot that was asked for before a frame came may be older than the frame:
 * whoever asks takes a mark first and works in what was heard since.
 */
export function createRecentFrames(most = 500) {
  let heard = 0
  let frames: { number: number; frame: ConversationFrame }[] = []
  return {
    mark: () => heard,
    remember: (frame: ConversationFrame) => {
      heard += 1
      frames = [...frames.slice(-most + 1), { number: heard, frame }]
    },
    since: (mark: number): ConversationFrame[] =>
      frames.filter(({ number }) => number > mark).map(({ frame }) => frame),
  }
}
export type RecentFrames = ReturnType<typeof createRecentFrames>
