/** A conversation that the bot has and in which nobody has spoken for a day is over: it is resolved, and a survey asked. */
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, Effect } from '#conversations'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import { createComposeWith } from './compose-with.ts'

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
  const composeWith = createComposeWith({ deliveryOf, ids })

  return async function closeQuiet(tenantId: string): Promise<void> {
    const { botName, askSatisfaction } = await settings(tenantId)
    const person = { staffId: 'bot', name: botName, mayTakeOver: false }
    const speaker = { kind: 'bot' as const, name: botName }
    const compose = composeWith(({ language }) => ({ kind: 'survey', speaker, ...words.askSolved(language) }))
    const before = new Date(clock.now() - quietAfter).toISOString()
    for (const { id } of await conversations.listQuiet(tenantId, before))
      await conversations.closeQuiet(tenantId, id, { before, person, compose: askSatisfaction ? compose : undefined })
  }
}
