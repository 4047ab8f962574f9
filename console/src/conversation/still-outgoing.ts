import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Outgoing } from './drafts.ts'

/** What is on its way and not yet in the log. An equal message of the same person after it was sent is this one. */
export function stillOutgoing(outgoing: Outgoing[], events: ConversationEvent[], staffId: string): Outgoing[] {
  const end = events.at(-1)?.seq ?? 0
  const taken = new Set<number>()
  return outgoing.filter((each) => {
    if (each.state === 'sent' && (each.seq ?? 0) <= end) return false
    const twin = events.find((event) => event.seq > each.after && !taken.has(event.seq) && isTwin(event, each, staffId))
    if (twin) taken.add(twin.seq)
    return !twin
  })
}

function isTwin(event: ConversationEvent, each: Outgoing, staffId: string): boolean {
  if (each.mode === 'note') return event.type === 'note-added' && event.staffId === staffId && event.text === each.text
  const isMine = event.type === 'message-sent' && event.speaker.kind === 'staff' && event.speaker.staffId === staffId
  return isMine && event.text === each.text
}
