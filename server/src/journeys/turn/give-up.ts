/** The last resort: thinking about a turn broke again and again, so a person is brought in. Says fixed words only. */
import type { Settings } from '@lingxi/contract/staff'
import type { Words } from '#answering'
import type { Conversations, Effect } from '#conversations'
import type { Ids } from '#platform/ids'
import type { TakeTurn } from './turn.ts'

type Parts = {
  conversations: Pick<Conversations, 'commit' | 'isDue'>
  words: Words
  settings: (tenantId: string) => Promise<Settings>
  deliveryOf: (channel: string, conversationId: string, messageId: string) => Effect[]
  ids: Ids
}

export function createGiveUp({ conversations, words, settings, deliveryOf, ids }: Parts): TakeTurn {
  return async function giveUp(tenantId, state) {
    if (!conversations.isDue(state)) return 'not-due'
    const reason = 'bot-failed'
    const { botName } = await settings(tenantId)
    const messageId = ids.next('msg')
    const said = words.handOver(state.language)
    const outcome = await conversations.commit(tenantId, state.id, {
      turn: state.turn,
      about: [],
      decision: 'hand-off',
      why: { act: 'unknown', confidence: 0, language: state.language, signals: [], reason, writer: 'fixed' },
      messages: [{ messageId, kind: 'notice', speaker: { kind: 'bot', name: botName }, citations: [], ...said }],
      handOff: reason,
      effects: deliveryOf(state.channel, state.id, messageId),
    })
    return outcome.kind
  }
}
