/** The conversation as the screen sees it: what is shown now, told on every change, and what the customer can do. */
import type { Language } from '@lingxi/contract/message'
import type { Rating } from '@lingxi/contract/web-channel'
import { createConnection } from './connection.ts'
import {
  applyChange,
  type Change,
  type ConversationState,
  emptyConversation,
  lastCursor,
} from './conversation-state.ts'
import { createHttpLine } from './http-line.ts'
import type { LineOptions } from './line.ts'
import { createSocketLine } from './socket-line.ts'
import type { Keep } from './storage.ts'
import { createWebApi, Refusal } from './web-api.ts'

const longestSilence = { bot: 20_000, person: 6_000 }
const longestSending = 20_000
const typingEvery = 3_000

export type Chat = ReturnType<typeof createChat>
export type ChatOptions = {
  server: string
  keep: Keep
  language: () => Language
  identity?: string | undefined
  region?: string | undefined
  /** A proof of who the customer is does not hold; they are a visitor from here on. */
  identityRefused?: (reason: string) => void
}

export function createChat({ server, keep, language, identityRefused, ...page }: ChatOptions) {
  const kept = keep.read()
  let identity = page.identity
  let customer = kept.customer
  let state: ConversationState = { ...emptyConversation, seen: kept.seen, sayings: kept.unsent ?? [] }
  let token = kept.token
  let sessionLanguage: Language | undefined
  let typedAt = 0
  let silence: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const api = createWebApi({ server, region: page.region, token: () => token })

  const unsent = () => state.sayings.filter(({ fate }) => fate === 'sending' || fate === 'offline')

  function report(change: Change) {
    const before = state
    state = applyChange(state, change)
    if (state === before) return
    if (state.sayings !== before.sayings || state.seen !== before.seen) write()
    if (state.typing !== before.typing || change.type === 'frame') watchSilence()
    for (const listener of listeners) listener()
  }

  function write() {
    keep.write({
      ...(token ? { token } : {}),
      ...(customer ? { customer } : {}),
      ...(state.seen ? { seen: state.seen } : {}),
      ...(unsent().length > 0 ? { unsent: unsent() } : {}),
    })
  }

  function watchSilence() {
    clearTimeout(silence)
    if (state.typing === undefined) return
    const longest = state.typing || state.draft ? longestSilence.person : longestSilence.bot
    silence = setTimeout(() => report({ type: 'fell-silent' }), longest)
  }

  async function openSession(isRefused: boolean, again = false) {
    if (isRefused) {
      token = undefined
      report({ type: 'customer-replaced' })
    } else if (!again && state.session && sessionLanguage === language()) return
    const asked = language()
    let proof = identity
    const session = await api.openSession(asked, proof).catch((reason: unknown) => {
      if (!(reason instanceof Refusal) || reason.code !== 'identity-refused') throw reason
      if (identity === proof) identity = undefined
      proof = undefined
      identityRefused?.(reason.detail)
      return api.openSession(asked, undefined)
    })
    sessionLanguage = asked
    token = session.token
    // Another customer at the same device inherits nothing; a visitor who signs in takes along what they just said.
    const next = proof && session.customerId
    if (customer !== next) report({ type: customer ? 'customer-changed' : 'customer-replaced' })
    customer = next
    write()
    report({ type: 'session-opened', session })
    // The page has said something else meanwhile.
    if (identity !== proof) await openSession(false, true)
  }

  const lineOptions: LineOptions = { api, token: () => token, after: () => lastCursor(state), unsent, report }
  const socketUrl = `${server.replace(/^http/, 'ws')}/api/v1/web/socket`
  const connection = createConnection({
    report,
    runSocket: createSocketLine(socketUrl, lineOptions),
    runHttp: createHttpLine(lineOptions),
    openSession,
  })

  function send(id: string) {
    const saying = state.sayings.find((known) => known.id === id)
    if (saying) connection.say(saying)
    setTimeout(() => {
      const isStuck = state.sayings.some((known) => known.id === id && known.fate === 'sending')
      if (isStuck) report({ type: 'fate-changed', id, fate: 'offline' })
    }, longestSending)
  }

  return {
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Nothing is fetched before this, unless the customer was here before. */
    start: () => connection.start(),
    isKnown: () => token !== undefined,
    /** The page says who its customer is now; without a token, that they have signed out. */
    identify(next: string | undefined) {
      if (next === identity) return
      identity = next
      report({ type: 'session-ended' })
      connection.renew()
    },
    wake: () => connection.wake(),
    renew: () => connection.renew(),
    say(text: string) {
      const id = newId()
      report({ type: 'said', id, text, at: new Date().toISOString() })
      connection.start()
      // Who says something does not want to wait for the next round of trying.
      connection.wake()
      send(id)
    },
    retry(id: string) {
      report({ type: 'fate-changed', id, fate: 'sending' })
      connection.wake()
      send(id)
    },
    typing() {
      const now = Date.now()
      if (now - typedAt < typingEvery) return
      typedAt = now
      connection.typing()
    },
    see: () => lastCursor(state) !== state.seen && report({ type: 'seen' }),
    /** The greeting is in the language of the session. */
    greetAgain: () => void (state.session && openSession(false).catch(() => undefined)),
    rate: (rating: Rating) => api.rate(rating),
    /** That it was opened tells which articles serve; whether that arrives makes no difference to the reader. */
    async readArticle(id: string) {
      const article = await api.readArticle(id)
      api.opened(id).catch(() => undefined)
      return article
    },
  }
}

/** Not `randomUUID`, which pages without HTTPS do not have. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
