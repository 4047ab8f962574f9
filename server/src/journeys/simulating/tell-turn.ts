/** A turn of a case as people read it afterwards. */
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { CaseTurnResult } from '@lingxi/contract/dialogue-case-runs'
import type { Observed } from '#dialogue-cases'

/** Of what an action told, in UTF-16 units. */
const longestText = 4000

export function tellTurn(events: readonly ConversationEvent[], observed: Observed): Omit<CaseTurnResult, 'faults'> {
  const { flow, step, started, slots, repairs, handedOver, taken, understood } = observed
  const said = events.flatMap((event) =>
    event.type === 'message-sent' && event.speaker.kind === 'bot'
      ? { text: event.text.slice(0, longestText).toWellFormed(), cites: event.citations.map(({ title }) => title) }
      : [],
  )
  return { said, flow, step, started, slots, actions: actionsIn(events), repairs, handedOver, taken, understood }
}

function actionsIn(events: readonly ConversationEvent[]): CaseTurnResult['actions'] {
  const performed = new Map(
    events.flatMap((event) => (event.type === 'action-performed' ? [[event.runId, event.outcome.kind] as const] : [])),
  )
  return events.flatMap((event) => {
    const { looked = [], requested = [] } = (event.type === 'turn-decided' && event.why.dialogue) || {}
    return [
      ...looked.map(({ action, input, outcome }) => ({ action, input, outcome })),
      // Null: a person's word is waited for.
      ...requested.map(({ action, input, runId }) => ({ action, input, outcome: performed.get(runId) ?? null })),
    ]
  })
}
