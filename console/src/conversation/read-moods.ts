import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Emotion } from '@lingxi/contract/understanding'

export type ReadMood = { messageId: string; score: number; emotion: Emotion }

/** How each turn or message felt, in the order of the log: from the bot's decisions, and from what was read besides. */
export function readMoods(events: readonly ConversationEvent[]): ReadMood[] {
  return events.flatMap((event) => {
    if (event.type === 'mood-read') return [{ messageId: event.messageId, score: event.score, emotion: event.emotion }]
    const mood = event.type === 'turn-decided' ? event.why.understood?.mood : undefined
    const messageId = event.type === 'turn-decided' ? event.about.at(-1) : undefined
    return mood && messageId ? [{ messageId, score: mood.score, emotion: mood.emotion.label }] : []
  })
}
