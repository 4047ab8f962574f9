/**
 * Who waits for a person and says that nobody is needed any more is taken out of the line, and told so: the bot has the
 * conversation again. Whoever claimed it meanwhile keeps it, and anything else that is said is for a person to read.
 */
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, ConversationState, Effect } from '#conversations'
import { leavesLine } from '#dialogue'
import type { Understanding } from '#understanding'
import type { Ids } from '#platform/ids'
import type { Log } from '#platform/log'
import { createComposeWith } from './compose-with.ts'

type Parts = {
  conversations: Pick<Conversations, 'withdraw'>
  understanding: Pick<Understanding, 'readAct'>
  words: Words
  settings: (tenantId: string) => Promise<Settings>
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  ids: Ids
  log: Log
}

export function createLeaveLine({ conversations, understanding, words, settings, deliveryOf, ids, log }: Parts) {
  const composeWith = createComposeWith({ deliveryOf, ids })

  const isLeaving = (text: string, { language }: ConversationState) => {
    const { act, signals } = understanding.readAct(text, { language })
    return leavesLine(text) || (act === 'deny' && signals.includes('refuses-person'))
  }

  /** Resolves when it is written, or there was nothing to write. It never rejects: who is not heard stays in the line. */
  return async function leaveLine(tenantId: string, state: ConversationState, text: string): Promise<void> {
    if (state.owner.kind !== 'queue' || !isLeaving(text, state)) return
    try {
      const speaker = { kind: 'bot' as const, name: (await settings(tenantId)).botName }
      const compose = composeWith(({ language, turn }) => ({
        kind: 'notice',
        speaker,
        ...words.sayWithdrawn(language, turn),
      }))
      await conversations.withdraw(tenantId, state.id, { turn: state.turn, compose })
    } catch (error) {
      log.error('leaving-the-line-failed', { conversation: state.id }, error)
    }
  }
}
