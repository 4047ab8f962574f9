/** A conversation that the bot has and in which nobody has spoken for a day is over: it is resolved, and a survey asked. */
import type { OutboundMessage } from '@lingxi/contract/message'
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, ConversationState, Effect } from '#conversations'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'

type Parts = {
  conversations: Pick<Conversations, 'listQuiet' | 'closeQuiet'>
  words: Words
  settings: (tenantId: string) => Promise<Settings>
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  clock: Clock
  ids: Ids
}

const quietAfter = 24 * 60 * 60 * 1000

export function createCloseQuiet({ conversations, words, settings, deliveryOf, clock, ids }: Parts) {
  return async function closeQuiet(tenantId: string): Promise<void> {
    const { botName, askSatisfaction } = await settings(tenantId)
    const person = { staffId: 'bot', name: botName, mayTakeOver: false }
    const compose = (state: ConversationState) => {
      const message: OutboundMessage = {
        messageId: ids.next('msg'),
        kind: 'survey',
        speaker: { kind: 'bot', name: botName },
        citations: [],
        ...words.askSolved(state.language),
      }
      return { message, effects: deliveryOf(state.channel, state.id, message.messageId) }
    }
    const before = new Date(clock.now() - quietAfter).toISOString()
    for (const { id } of await conversations.listQuiet(tenantId, before))
      await conversations.closeQuiet(tenantId, id, { before, person, compose: askSatisfaction ? compose : undefined })
  }
}
