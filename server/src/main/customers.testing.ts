/** Customers of the web channel, as the widget speaks for them. */
import { webRoutes } from '@lingxi/contract/channel-routes'
import type { Entry } from '@lingxi/contract/web-channel'
import { systemIds } from '#platform/ids'
import type { Server } from './main.testing.ts'

/** Seconds: the most that one question may wait. Reading ends as soon as there is news. */
const longestWait = 25

export type Visitor = Awaited<ReturnType<typeof aVisitor>>

type Opening = { identity?: string | undefined; region?: string | undefined }

/** Someone on the shop's page, with a session. `identity`: with which the page proves who they are. */
export async function aVisitor({ callAs, parts }: Server, { identity, region }: Opening = {}) {
  const body = { ...(identity && { identity }), ...(region && { region }) }
  const { token } = await callAs()(webRoutes.openSession, { body })
  const call = callAs(token)
  const read = async (after?: string, wait = 0): Promise<Entry[]> =>
    (await call(webRoutes.readEntries, { query: { wait, ...(after && { after }) } })).entries

  /** Says it, and resolves once as many messages as `answers` have come back since. */
  async function say(text: string, answers = 1): Promise<Entry[]> {
    const before = (await read()).at(-1)?.cursor
    await call(webRoutes.say, { body: { id: systemIds.next('said'), text } })
    for (;;) {
      const entries = await read(before, longestWait)
      if (entries.filter(({ type }) => type === 'message').length >= answers) return entries
    }
  }

  /** The conversation that the newest entry belongs to. */
  async function conversationId(): Promise<string> {
    const last = (await read()).at(-1)
    if (!last) throw new Error('Nothing was said yet')
    return last.cursor.split(':')[0]!
  }
  const customerId = async () => parts.customers.idOf('web', (await parts.staff.verifyCustomerToken(token)).externalId)
  return { token, call, read, say, conversationId, customerId }
}
