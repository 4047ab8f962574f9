/**
 * What the console follows: every change of a conversation, as the row it is now and the events since the last telling.
 * Promise: a snapshot taken after `ready`, with every later frame worked in, is the snapshot of that later moment.
 */
import { parseJson } from '@lingxi/contract/json'
import { DeskClientFrame, type DeskServerFrame } from '@lingxi/contract/live'
import { Problem } from '@lingxi/contract/problem'
import type { Conversations } from '#conversations'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import type { Signals } from '#platform/signals'

type Socket = {
  send(text: string): void
  close(code: number, reason: string): void
  on(event: 'message', listener: (data: { toString(): string }) => void): unknown
  on(event: 'close', listener: () => void): unknown
}
type Parts = {
  verifyAccess: (token: string) => Promise<{ tenantId: string; staffId: string }>
  conversations: Pick<Conversations, 'find' | 'eventsAfter' | 'summarise'>
  signals: Signals
  clock: Clock
  log: Log
}
type Watcher = { tenantId: string; send: (frame: DeskServerFrame) => void; close: () => void }

const helloWithin = 10_000
const proveAgainEvery = 30_000
const policyViolation = 1008
const serviceRestart = 1012

export function createLive({ verifyAccess, conversations, signals, clock, log }: Parts) {
  const watchers = new Set<Watcher>()
  const told = new Map<string, number>()
  const changed = new Map<string, { tenantId: string; id: string }>()
  let telling = false

  signals.follow(({ topic, tenantId, id, of }) => {
    if (watchers.size === 0) return told.clear()
    if (topic === 'missed') for (const watcher of watchers) watcher.close()
    if (topic === 'typing' && of === 'customer') tell(tenantId, { type: 'typing', conversationId: id, name: '' })
    if (topic !== 'conversation') return
    changed.set(id, { tenantId, id })
    if (!telling) void tellChanges().catch((error) => log.error('live-failed', {}, error))
  })

  function tell(tenantId: string, frame: DeskServerFrame) {
    for (const watcher of watchers) if (watcher.tenantId === tenantId) watcher.send(frame)
  }

  /** What changes while one telling reads is told in the next: many changes, few readings. */
  async function tellChanges() {
    telling = true
    try {
      while (changed.size > 0) {
        const now = [...changed.values()]
        changed.clear()
        for (const { tenantId, id } of now) await tellOne(tenantId, id)
      }
    } finally {
      telling = false
    }
  }

  async function tellOne(tenantId: string, id: string) {
    const state = await conversations.find(tenantId, id)
    if (!state) return
    const since = told.get(id) ?? Math.max(0, state.seq - 5)
    const events = (await conversations.eventsAfter(tenantId, id, since)).filter(({ seq }) => seq <= state.seq)
    if (told.size > 10_000) told.clear()
    told.set(id, state.seq)
    tell(tenantId, { type: 'conversation', summary: conversations.summarise(state), events })
  }

  function accept(socket: Socket): void {
    const send = (frame: DeskServerFrame) => socket.send(JSON.stringify(frame))
    let watcher: Watcher | undefined
    let staffId = ''
    let callOff = clock.after(helloWithin, () => socket.close(policyViolation, 'no hello'))

    async function greet(accessToken: string) {
      const caller = await verifyAccess(accessToken)
      callOff()
      staffId = caller.staffId
      watcher = { tenantId: caller.tenantId, send, close: () => socket.close(serviceRestart, 'missed something') }
      watchers.add(watcher)
      send({ type: 'ready' })
      proveAgain(accessToken)
    }

    /** A token that has run out, or a person who was let go, ends the socket too. */
    function proveAgain(accessToken: string) {
      callOff = clock.after(proveAgainEvery, () => {
        verifyAccess(accessToken).then(
          () => proveAgain(accessToken),
          () => {
            send({ type: 'signed-out' })
            socket.close(policyViolation, 'signed out')
          },
        )
      })
    }

    socket.on('message', (data) => {
      const frame = DeskClientFrame.safeParse(parseJson(data.toString()))
      if (!frame.success) return socket.close(policyViolation, 'this frame is not understood')
      if (frame.data.type === 'typing') {
        if (watcher) signals.tell('typing', watcher.tenantId, { id: frame.data.conversationId, of: staffId })
        return
      }
      if (watcher) return
      greet(frame.data.accessToken).catch((error) => {
        if (!(error instanceof Problem)) log.error('live-failed', {}, error)
        send({ type: 'signed-out' })
        socket.close(policyViolation, 'not signed in')
      })
    })
    socket.on('close', () => {
      callOff()
      if (watcher) watchers.delete(watcher)
    })
  }

  return { accept, count: () => watchers.size }
}
