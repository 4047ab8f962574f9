/** The administrator of a server under test, over its API. Signs in again when the token no longer holds. */
import { createClient } from '@lingxi/contract/client'
import type { Conversation, ConversationSummary } from '@lingxi/contract/conversation'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { Problem } from '@lingxi/contract/problem'
import type { AnsweredBy, CallOf, Route } from '@lingxi/contract/route'
import { staffRoutes } from '@lingxi/contract/staff-routes'

export type DeskCaller = ReturnType<typeof createDeskCaller>

export const admin = { email: 'bench@example.test', password: 'a long one for the bench only' }
const longestCall = 10_000

export function createDeskCaller(url: string) {
  let token: string | undefined
  const callOnce = createClient({ base: url, fetch, token: () => token })

  async function call<R extends Route>(route: R, asked: CallOf<R>): Promise<AnsweredBy<R>> {
    if (!token) await signIn()
    try {
      return await callOnce(route, asked, AbortSignal.timeout(longestCall))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-signed-in') throw error
      await signIn()
      return callOnce(route, asked, AbortSignal.timeout(longestCall))
    }
  }

  async function signIn() {
    token = undefined
    const signedIn = await callOnce(staffRoutes.signIn, { body: admin }, AbortSignal.timeout(longestCall))
    token = signedIn.accessToken
  }

  async function list(state: 'open' | 'resolved'): Promise<ConversationSummary[]> {
    const found: ConversationSummary[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await call(deskRoutes.listConversations, { query: { state, limit: 200, ...(after && { after }) } })
      found.push(...page.conversations)
      after = page.next
    }
    return found
  }

  return {
    call,
    list,
    read: (id: string): Promise<Conversation> => call(deskRoutes.getConversation, { params: { id } }),
  }
}
