/** How far a customer has read: a conversation and the number of an event in it. Conversation ids sort by time. */
export type Position = { conversationId: string; seq: number }

export const toCursor = ({ conversationId, seq }: Position) => `${conversationId}:${seq}`

export function parseCursor(cursor: string): Position {
  const [conversationId = '', seq] = cursor.split(':')
  return { conversationId, seq: Number(seq) }
}

/** Negative when `one` comes first. */
export const compareCursors = (one: Position, other: Position) =>
  one.conversationId === other.conversationId ? one.seq - other.seq : one.conversationId < other.conversationId ? -1 : 1
