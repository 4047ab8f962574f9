import type { InboundMessage } from '@lingxi/contract/message'
import type { Saying } from '@lingxi/contract/web-channel'

/** A saying of the widget as the house's message. The id that the customer's device made is what a repeat is known by. */
export function readMessage({ id, text, page }: Saying, externalId: string): InboundMessage {
  return { channel: 'web', externalId: id, sender: { externalId }, text, page }
}
