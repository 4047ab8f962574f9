import { api } from '@lingxi/contract/api'
import type { Conversation, ConversationView } from '@lingxi/contract/conversation'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ConsoleApi } from './api.ts'
import { useApi } from './api-context.ts'
import { useLive } from './live.ts'
import { type ConversationPages, conversationWith, pagesWith, rowsOf } from './live-application.ts'
import { keys } from './query-keys.ts'
import { useMe } from './use-session.ts'

/** While the line is down the lists are read again and again; while it is up the frames keep them true. */
const whileDown = (line: string) => (line === 'live' ? false : 20_000)

export function useConversations(view: ConversationView) {
  const { call, recent } = useApi()
  const { line } = useLive()
  const staffId = useMe().id
  const query = useInfiniteQuery({
    queryKey: keys.list(view),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const mark = recent.mark()
      const page = await call(
        api.listConversations,
        { query: { state: view, ...(pageParam && { after: pageParam }) } },
        signal,
      )
      const list: ConversationPages = { pages: [page], pageParams: [pageParam] }
      const missed = recent.since(mark)
      return missed.reduce((known, { summary }) => pagesWith(known, summary, { view, staffId }), list).pages[0] ?? page
    },
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: whileDown(line),
  })
  const rows = useMemo(() => rowsOf(query.data?.pages ?? [], view), [query.data, view])
  return { ...query, rows }
}

export function useCounts() {
  const { call } = useApi()
  const { line } = useLive()
  return useQuery({
    queryKey: keys.counts,
    queryFn: async ({ signal }) =>
      (await call(api.listConversations, { query: { state: 'waiting', limit: 1 } }, signal)).counts,
    refetchInterval: whileDown(line),
  }).data
}

async function readConversation({ call, recent }: ConsoleApi, id: string, signal: AbortSignal): Promise<Conversation> {
  const mark = recent.mark()
  const conversation = await call(api.getConversation, { params: { id } }, signal)
  const missed = recent.since(mark).filter(({ summary }) => summary.id === id)
  return missed.reduce((known, frame) => conversationWith(known, frame) ?? known, conversation)
}

export function useConversation(id: string) {
  const consoleApi = useApi()
  const { line } = useLive()
  return useQuery({
    queryKey: keys.conversation(id),
    queryFn: ({ signal }) => readConversation(consoleApi, id, signal),
    refetchInterval: whileDown(line),
  })
}
