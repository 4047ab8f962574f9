/** Nobody says more than a person says: what comes faster is refused before it is written down, on every channel. */
import { Problem } from '@lingxi/contract/problem'
import type { InboundMessage } from '@lingxi/contract/message'
import type { Clock } from '#platform/clock'
import { createPaces } from '#platform/paces'
import type { Receive } from './receive.ts'

/** `perMinute`: messages of one customer; 0: as many as come. */
type Parts = { receive: Receive; perMinute: number; clock: Pick<Clock, 'now'> }

export function createPaced({ receive, perMinute, clock }: Parts): Receive {
  const isPaced = createPaces({ now: clock.now, perMinute })
  return async function receivePaced(tenantId: string, message: InboundMessage) {
    if (!isPaced(`${tenantId} ${message.channel} ${message.sender.externalId}`)) throw new Problem('too-many-attempts')
    return receive(tenantId, message)
  }
}
