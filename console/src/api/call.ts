/** A call in the name of who is signed in: renewed before it is too late, and once more when the server says so. */
import { createClient, type Fetch } from '@lingxi/contract/client'
import type { AnsweredBy, CallOf, Route } from '@lingxi/contract/route'
import { isProblem, type Session } from './session.ts'

export function createCall({ fetch, session }: { fetch: Fetch; session: Session }) {
  const send = createClient({ fetch, token: session.token })
  return async function call<R extends Route>(
    route: R,
    asked: CallOf<R>,
    signal?: AbortSignal,
  ): Promise<AnsweredBy<R>> {
    await session.freshToken()
    try {
      return await send(route, asked, signal)
    } catch (error) {
      if (!isProblem(error, 'not-signed-in')) throw error
      await session.refresh()
      return send(route, asked, signal)
    }
  }
}
export type Call = ReturnType<typeof createCall>
