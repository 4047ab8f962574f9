/** What the console follows: a snapshot over HTTP, then these frames; old snapshot + frames = new snapshot. */
import { z } from 'zod'
import { belongsTo, compareIn, ConversationEvent, ConversationSummary, type ConversationView } from './conversation.ts'

export const DeskClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), accessToken: z.string().max(4000) }),
  z.strictObject({ type: z.literal('typing'), conversationId: z.string().max(80) }),
])
export type DeskClientFrame = z.infer<typeof DeskClientFrame>

export const DeskServerFrame = z.discriminatedUnion('type', [
  /** From here on nothing is missed; take the snapshots after this frame. */
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('conversation'),
    summary: ConversationSummary,
    events: z.array(ConversationEvent),
  }),
  z.strictObject({ type: z.literal('typing'), conversationId: z.string(), name: z.string() }),
  z.strictObject({ type: z.literal('signed-out') }),
])
export type DeskServerFrame = z.infer<typeof DeskServerFrame>

/** A list of a view with one changed row worked in. A row older than the one known changes nothing. */
export function withRow(
  rows: ConversationSummary[],
  changed: ConversationSummary,
  to: { view: ConversationView; staffId: string },
): ConversationSummary[] {
  const known = rows.find((row) => row.id === changed.id)
  if (known && known.seq >= changed.seq) return rows
  const others = rows.filter((row) => row.id !== changed.id)
  if (!belongsTo(to.view, changed, to.staffId)) return known ? others : rows
  return [...others, changed].sort((one, other) => compareIn(to.view, one, other))
}

/** A log with new events worked in; `undefined` when some are missing in between, so that the log must be fetched again. */
export function withEvents(known: ConversationEvent[], news: ConversationEvent[]): ConversationEvent[] | undefined {
  const last = known.at(-1)?.seq ?? 0
  const fresh = news.filter((event) => event.seq > last)
  if (fresh.length === 0) return known
  return fresh[0]?.seq === last + 1 ? [...known, ...fresh] : undefined
}
