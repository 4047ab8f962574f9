/**
 * The web channel: the widget, or any page or app that speaks its small protocol. Customers hold a session's token and
 * collect what is said from the log by cursor, over a socket or over plain HTTP.
 */
import { Problem } from '@lingxi/contract/problem'
import { Saying } from '@lingxi/contract/web-channel'
import type { Channel } from '../channels.ts'
import { readMessage } from './read-message.ts'

export { compareCursors, type Position, parseCursor, toCursor } from './cursor.ts'
export { readMessage } from './read-message.ts'
export { toEntry } from './write-entries.ts'

type Verify = (token: string) => Promise<{ tenantId: string; externalId: string }>

export function createWeb({ verifyCustomer }: { verifyCustomer: Verify }): Channel {
  return {
    name: 'web',
    abilities: { markdown: true, quickReplies: true, citations: true, attachments: true, longestText: 200_000 },
    async receive({ headers, body }) {
      const token = headers['authorization']?.match(/^Bearer (.+)$/i)?.[1]
      if (!token) throw new Problem('not-signed-in')
      const { tenantId, externalId } = await verifyCustomer(token)
      const saying = Saying.safeParse(body)
      if (!saying.success) throw new Problem('invalid-request')
      return { tenantId, message: readMessage(saying.data, externalId) }
    },
  }
}
