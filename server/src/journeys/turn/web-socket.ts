/** A customer's socket: says hello with the session's token, catches up from a cursor, then follows. */
import { parseJson } from '@lingxi/contract/json'
import { Problem, type ProblemCode } from '@lingxi/contract/problem'
import { ClientFrame, type ServerFrame } from '@lingxi/contract/web-channel'
import type { InboundMessage } from '@lingxi/contract/message'
import type { Rating, Saying } from '@lingxi/contract/web-channel'
import type { Conversations } from '#conversations'
import type { Customers } from '#customers'
import type { Clock } from '#platform/clock'
import { isUnavailable } from '#platform/database'
import type { Log } from '#platform/log'
import type { Signals } from '#platform/signals'
import type { Followers } from './followers.ts'
import type { Position, ReadEntries } from './read-entries.ts'
import type { Receive } from './receive.ts'

/** What is used of a `ws` socket. */
export type Socket = {
  send(text: string): void
  close(code: number, reason: string): void
  on(event: 'message', listener: (data: { toString(): string }) => void): unknown
  on(event: 'close', listener: () => void): unknown
}
type Parts = {
  verifyCustomer: (token: string) => Promise<{ tenantId: string; externalId: string }>
  readMessage: (saying: Saying, externalId: string) => InboundMessage
  parseCursor: (cursor: string) => Position
  receive: Receive
  readEntries: ReadEntries
  customers: Pick<Customers, 'idOf'>
  conversations: Pick<Conversations, 'find' | 'rate'>
  followers: Followers
  signals: Pick<Signals, 'tell'>
  clock: Clock
  log: Log
}
type Hello = Extract<ClientFrame, { type: 'hello' }>
type Visitor = { tenantId: string; externalId: string; customerId: string }

const helloWithin = 10_000
const policyViolation = 1008

export function createWebSocket(parts: Parts) {
  return function accept(socket: Socket): void {
    const send = (frame: ServerFrame) => socket.send(JSON.stringify(frame))
    const callOff = parts.clock.after(helloWithin, () => socket.close(policyViolation, 'no hello'))
    let visitor: Visitor | undefined
    let position: Position | undefined
    let leave = () => {}

    /** One reading at a time; what is told meanwhile is read in the next round. Without an id it may be anywhere. */
    let reading: Promise<void> | undefined
    const told = new Set<string | undefined>()
    async function look(conversationId?: string): Promise<void> {
      told.add(conversationId)
      reading ??= readOn().finally(() => {
        reading = undefined
      })
      return reading
    }
    async function readOn(): Promise<void> {
      while (told.size > 0) {
        // Most often what is told is of the conversation that is read already, and no other has to be looked for. Only
        // this customer's are told, so a cursor into a stranger's conversation never gets here.
        const onlyHere = told.size === 1 && position !== undefined && told.has(position.conversationId)
        told.clear()
        const from = position && { ...position, onlyHere }
        const read = await parts.readEntries(visitor!.tenantId, visitor!.customerId, from).catch((error) => {
          told.add(undefined)
          throw error
        })
        position = read.position
        for (const entry of read.entries) send({ type: 'entry', entry })
      }
    }
    const readingFailed = (error: unknown) => parts.log.error('socket-reading-failed', {}, error)
    const lookSoon = (conversationId: string | undefined) => void look(conversationId).catch(readingFailed)

    async function greet({ token, after }: Hello) {
      if (visitor) throw new Problem('invalid-request', { detail: 'hello was said already' })
      const { tenantId, externalId } = await parts.verifyCustomer(token)
      callOff()
      visitor = { tenantId, externalId, customerId: parts.customers.idOf('web', externalId) }
      position = after ? parts.parseCursor(after) : undefined
      leave = parts.followers.follow(tenantId, visitor.customerId, {
        look: lookSoon,
        draft: (text) => send({ type: 'draft', text }),
        typing: (conversationId, staffId) => void showTyping(conversationId, staffId).catch(readingFailed),
      })
      await look()
      send({ type: 'welcome', caughtUp: true })
      const draft = parts.followers.findDraft(tenantId, visitor.customerId)
      if (draft) send({ type: 'draft', text: draft })
    }

    async function showTyping(conversationId: string, staffId: string) {
      if (conversationId !== position?.conversationId || !visitor) return
      const state = await parts.conversations.find(visitor.tenantId, conversationId)
      // A colleague who only looks on, or writes a note, is not answering.
      if (state?.owner.kind !== 'staff' || state.owner.staffId !== staffId) return
      send({ type: 'typing', name: state.owner.name })
    }

    async function answer(frame: ClientFrame): Promise<void> {
      if (frame.type === 'hello') return greet(frame)
      if (!visitor) throw new Problem('not-signed-in', { detail: 'say hello first' })
      const { tenantId, externalId, customerId } = visitor
      if (frame.type === 'say') {
        const { type: _type, ...saying } = frame
        await parts.receive(tenantId, parts.readMessage(saying, externalId))
        send({ type: 'accepted', id: frame.id })
      } else if (frame.type === 'rate') {
        const { type: _type, ...rating } = frame
        await parts.conversations.rate(tenantId, customerId, rating as Rating)
      } else if (position) parts.signals.tell('typing', tenantId, { id: position.conversationId, of: 'customer' })
    }

    // In the order in which they came: what was said first is written down first.
    let last: Promise<void> = Promise.resolve()
    socket.on('message', (data) => {
      const text = data.toString()
      last = last.then(async () => {
        const frame = ClientFrame.safeParse(parseJson(text))
        try {
          if (!frame.success) throw new Problem('invalid-request', { detail: 'this frame is not understood' })
          await answer(frame.data)
        } catch (error) {
          refuse(error, frame.success && frame.data.type === 'say' ? frame.data.id : undefined)
        }
      })
    })
    socket.on('close', () => {
      callOff()
      leave()
    })

    function refuse(error: unknown, about: string | undefined) {
      const code: ProblemCode =
        error instanceof Problem ? error.code : isUnavailable(error) ? 'database-unavailable' : 'unexpected'
      if (!(error instanceof Problem)) parts.log.error('socket-failed', {}, error)
      const detail = error instanceof Problem ? error.message : ''
      send({ type: 'problem', code, detail, ...(about && { about }) })
      if (!visitor) socket.close(policyViolation, code)
    }
  }
}
