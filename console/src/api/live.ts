/** Live updates: a snapshot over HTTP, then frames into the query cache. Screens use one hook, `useLive`. */
import { conversationViews } from '@lingxi/contract/conversation'
import type { DeskServerFrame } from '@lingxi/contract/live'
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useApi } from './api-context.ts'
import {
  type ConversationFrame,
  type ConversationPages,
  conversationWith,
  isBehind,
  pagesWith,
  type RecentFrames,
} from './live-application.ts'
import { createLine, type LineState, type Socket } from './live-line.ts'
import { keys } from './query-keys.ts'
import type { Session } from './session.ts'

type Parts = {
  session: Session
  queries: QueryClient
  recent: RecentFrames
  open: () => Socket
  random: () => number
}
export type LiveState = { line: LineState; typing: Record<string, string> }

const typingShows = 5000
const typingEvery = 3000
const countsAfter = 1000

export function createLive({ session, queries, recent, open, random }: Parts) {
  const followers = new Set<() => void>()
  const typingEnds = new Map<string, ReturnType<typeof setTimeout>>()
  const typingSent = new Map<string, number>()
  let state: LiveState = { line: 'connecting', typing: {} }
  let counting: ReturnType<typeof setTimeout> | undefined

  const become = (change: Partial<LiveState>) => {
    state = { ...state, ...change }
    for (const follower of followers) follower()
  }

  function stopTyping(id: string) {
    clearTimeout(typingEnds.get(id))
    typingEnds.delete(id)
    if (!(id in state.typing)) return
    const { [id]: _, ...others } = state.typing
    become({ typing: others })
  }

  function apply(frame: ConversationFrame) {
    const signedIn = session.getSnapshot()
    if (signedIn.status !== 'signed-in') return
    const { summary } = frame
    recent.remember(frame)
    for (const view of conversationViews) {
      queries.setQueryData<ConversationPages>(
        keys.list(view),
        (list) => list && pagesWith(list, summary, { view, staffId: signedIn.staff.id }),
      )
    }
    const known = queries.getQueryData<Parameters<typeof conversationWith>[0]>(keys.conversation(summary.id))
    if (known) {
      const next = conversationWith(known, frame)
      if (next) queries.setQueryData(keys.conversation(summary.id), next)
      if (!next || (isBehind(next) && frame.events.length > 0)) {
        void queries.invalidateQueries({ queryKey: keys.conversation(summary.id) })
      }
    }
    if (frame.events.some((event) => event.type === 'message-received')) stopTyping(summary.id)
    counting ??= setTimeout(() => {
      counting = undefined
      void queries.invalidateQueries({ queryKey: keys.counts })
    }, countsAfter)
  }

  function hear(frame: DeskServerFrame) {
    if (frame.type === 'conversation') return apply(frame)
    if (frame.type === 'ready') return void queries.invalidateQueries({ queryKey: keys.desk })
    if (frame.type === 'signed-out') return void session.refresh().then(line.again, () => undefined)
    const { conversationId: id, name } = frame
    clearTimeout(typingEnds.get(id))
    typingEnds.set(
      id,
      setTimeout(() => stopTyping(id), typingShows),
    )
    become({ typing: { ...state.typing, [id]: name } })
  }

  const line = createLine({ open, random, token: session.freshToken, heard: hear, became: (line) => become({ line }) })

  return {
    getSnapshot: () => state,
    subscribe: (follower: () => void) => {
      followers.add(follower)
      return () => followers.delete(follower)
    },
    /** Follows the desk until the returned function is called. */
    follow: () => {
      line.start()
      addEventListener('online', line.again)
      addEventListener('offline', line.lost)
      return () => {
        removeEventListener('online', line.again)
        removeEventListener('offline', line.lost)
        line.stop()
      }
    },
    /** A row that a command answered with, worked in like any other news. */
    apply,
    sendTyping: (conversationId: string, now: number) => {
      if (state.line !== 'live' || now - (typingSent.get(conversationId) ?? 0) < typingEvery) return
      typingSent.set(conversationId, now)
      line.send({ type: 'typing', conversationId })
    },
  }
}
export type Live = ReturnType<typeof createLive>

export function useLive() {
  const { live } = useApi()
  const { line, typing } = useSyncExternalStore(live.subscribe, live.getSnapshot)
  return { line, typing, sendTyping: live.sendTyping, follow: live.follow }
}
