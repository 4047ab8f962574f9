/** The web channel over plain HTTP: sessions, sayings, entries by cursor, typing, rating, and the article behind a citation. */
import { type Reader, visitor } from '@lingxi/contract/audience'
import type { webRoutes } from '@lingxi/contract/channel-routes'
import { type Language, provenPrefix, type Sender } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import type { Exchange, Handlers } from '@lingxi/contract/route'
import type { Settings } from '@lingxi/contract/staff'
import type { Channel } from '#channels'
import type { Conversations } from '#conversations'
import type { Customers } from '#customers'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Signals } from '#platform/signals'
import type { Followers } from './followers.ts'
import type { Position, ReadEntries } from './read-entries.ts'
import type { Receive } from './receive.ts'

type Visitor = { tenantId: string; externalId: string }
type Parts = {
  /** The one company of this installation, whose widget it is. */
  tenantId: string
  sessions: {
    issue: (tenantId: string, externalId: string, until?: string) => Promise<string>
    verify: (token: string) => Promise<Visitor>
    /** Throws `identity-refused` for a token that does not hold. */
    prove: (tenantId: string, token: string) => Promise<Sender>
  }
  settings: (tenantId: string) => Promise<Settings>
  web: Channel
  parseCursor: (cursor: string) => Position
  receive: Receive
  readEntries: ReadEntries
  followers: Followers
  customers: Pick<Customers, 'idOf' | 'recognise' | 'readerOf'>
  conversations: Pick<Conversations, 'rate' | 'listOfCustomer'>
  knowledge: Pick<Knowledge, 'getPublished'>
  signals: Pick<Signals, 'tell'>
  clock: Clock
  ids: Ids
}

type Opening = {
  identity?: string | undefined
  token?: string | undefined
  name?: string | undefined
  region?: string | undefined
}

export function createWebRoutes(parts: Parts): Handlers<typeof webRoutes> {
  const idOf = ({ externalId }: { externalId: string }) => parts.customers.idOf('web', externalId)

  /** Resolves when there may be something to read, or the time is up, or the caller has gone. */
  function waitForNews(visitor: Visitor, seconds: number, { signal }: Exchange): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        leave()
        callOff()
        resolve()
      }
      const follower = { look: end, draft: end, typing: () => undefined }
      const leave = parts.followers.follow(visitor.tenantId, idOf(visitor), follower)
      const callOff = parts.clock.after(seconds * 1000, end)
      signal.addEventListener('abort', end, { once: true })
    })
  }

  /**
   * Whom the company's site vouches for now; else who was here before; else somebody new. Who was vouched for before and is
   * not now has signed out there, or is another at the same device.
   */
  async function whoOpens({ identity, token, name, region }: Opening): Promise<{ tenantId: string; sender: Sender }> {
    const { tenantId } = parts
    if (identity) return { tenantId, sender: { ...(await parts.sessions.prove(tenantId, identity)), region } }
    const known = token ? await parts.sessions.verify(token).catch(refusalOnly) : undefined
    if (known && !known.externalId.startsWith(provenPrefix))
      return { tenantId: known.tenantId, sender: { externalId: known.externalId, name, region } }
    return { tenantId, sender: { externalId: parts.ids.next('visitor'), name, region } }
  }

  /** Who opens an article: a customer with a session as what they are, everybody else as a visitor. */
  async function readerOf({ headers }: Exchange): Promise<Reader> {
    const token = headers['authorization']?.match(/^Bearer (.+)$/i)?.[1]
    const known = token ? await parts.sessions.verify(token).catch(refusalOnly) : undefined
    return known ? parts.customers.readerOf(known.tenantId, idOf(known)) : visitor
  }

  return {
    async openSession({ body }) {
      const { tenantId, sender } = await whoOpens(body)
      const settings = await parts.settings(tenantId)
      const language: Language = body.language ?? settings.defaultLanguage
      // Who is named or proven is known by it from the first word on; everyone else becomes a customer when they speak.
      if (sender.name || sender.identity || sender.region)
        await parts.customers.recognise(tenantId, 'web', { ...sender, language })
      return {
        token: await parts.sessions.issue(tenantId, sender.externalId, sender.identity?.until),
        customerId: idOf(sender),
        language,
        companyName: settings.companyName,
        botName: settings.botName,
        greeting: settings.greeting[language],
        suggestions: settings.suggestions[language],
      }
    },

    async say({ body }, _caller, { headers }) {
      const { tenantId, message } = await parts.web.receive({ headers, body })
      await parts.receive(tenantId, message)
      return { id: body.id }
    },

    async readEntries({ query: { after, wait } }, caller, exchange) {
      const from = after ? parts.parseCursor(after) : undefined
      const read = async () => {
        const { entries } = await parts.readEntries(caller.tenantId, idOf(caller), from)
        return { entries, draft: parts.followers.findDraft(caller.tenantId, idOf(caller)) ?? null }
      }
      if (wait === 0) return read()
      // Followed before it is read, so that nothing can come in between.
      const news = waitForNews(caller, wait, exchange)
      const now = await read()
      if (now.entries.length > 0) return now
      await news
      return read()
    },

    async typing(_asked, caller) {
      const [newest] = await parts.conversations.listOfCustomer(caller.tenantId, idOf(caller), { limit: 1 })
      if (newest) parts.signals.tell('typing', caller.tenantId, { id: newest.id, of: 'customer' })
      return null
    },

    async rate({ body }, caller) {
      await parts.conversations.rate(caller.tenantId, idOf(caller), body)
      return null
    },

    async readArticle({ params: { id } }, _caller, exchange) {
      const article = await parts.knowledge.getPublished(parts.tenantId, id, {
        reader: await readerOf(exchange),
        channel: parts.web.name,
      })
      if (!article) throw new Problem('not-found')
      const { title, body, language, updatedAt } = article
      return { id, title, body, language, updatedAt }
    },
  }
}

/** A token that no longer holds makes a new customer; anything else that breaks is broken. */
function refusalOnly(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'not-signed-in') return undefined
  throw error
}
