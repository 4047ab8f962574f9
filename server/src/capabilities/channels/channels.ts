/**
 * A channel turns its protocol into the one form of a message, and back. Each lives in a folder of its own.
 * Promises of every channel (`channels.contract.ts`): who cannot prove who they are is refused; the same message
 * delivered twice has the same id; what a channel cannot show becomes text and loses no words; a vendor's "not now" and
 * "never" are values.
 */
import type { InboundMessage, OutboundMessage } from '@lingxi/contract/message'
import type { Abilities } from './abilities.ts'

export type { Abilities } from './abilities.ts'
export { type AdaptedMessage, adaptMessage } from './adapt-message.ts'

export type ChannelRequest = { headers: Record<string, string | undefined>; body: unknown }
export type Received = { tenantId: string; message: InboundMessage }
export type Sent = { kind: 'sent' } | { kind: 'retry-later' } | { kind: 'refused'; reason: string }

export type Channel = {
  name: string
  abilities: Abilities
  /** Proves the sender and reads the message; throws `not-signed-in` or `invalid-request`. */
  receive(request: ChannelRequest): Promise<Received>
  /**
   * Gives a message to the vendor. Absent where customers collect from the log themselves (a socket, a poll, the answer
   * to their own request): there, what is committed is delivered.
   */
  send?: (message: OutboundMessage, to: { externalId: string }) => Promise<Sent>
}
