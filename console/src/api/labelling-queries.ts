/** Real messages of customers: the inbox, blind labelling, suggested intents. All of it is part of what is taught. */
import { api } from '@lingxi/contract/api'
import type { InboxState, inboxOrders, inboxPeriods, Label, MoodLabel } from '@lingxi/contract/labelling'
import type { AnswerOf, CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { teaching, useTeachingChange, whileLooking } from './teaching-queries.ts'

const inbox = [...teaching, 'inbox']
const labelling = [...teaching, 'labelling']
const suggestions = [...teaching, 'suggestions']
export const messagesOnPage = 30

export type InboxQuery = {
  order: (typeof inboxOrders)[number]
  state: InboxState
  days: (typeof inboxPeriods)[number]
  language?: 'zh' | 'en'
  /** An empty one: read as out of scope. */
  intent?: string
  q?: string
  offset: number
}

export function useInbox(filters: InboxQuery) {
  const { call } = useApi()
  const query = { ...filters, limit: messagesOnPage }
  return useQuery({
    queryKey: [...inbox, query],
    queryFn: ({ signal }) => call(api.listInbox, { query }, signal),
    placeholderData: keepPreviousData,
    // Customers write while this screen is closed.
    refetchOnMount: 'always',
  })
}

/** What customers wrote just now, without waiting for the next time it is brought in by itself. */
export function useGatherMessages() {
  const { call } = useApi()
  return useTeachingChange(() => call(api.gatherMessages, {}))
}

/** Taken off the page at once, so that the next key is for the next message; the server's word follows. */
function useTakeOff() {
  const queries = useQueryClient()
  return async (ids: string[]) => {
    await queries.cancelQueries({ queryKey: inbox })
    const gone = new Set(ids)
    queries.setQueriesData<AnswerOf<typeof api.listInbox>>(
      { queryKey: inbox },
      (before) => before && { ...before, messages: before.messages.filter(({ id }) => !gone.has(id)) },
    )
  }
}

export function useTeachMessages() {
  const { call } = useApi()
  const takeOff = useTakeOff()
  return useTeachingChange(async (body: { ids: string[]; label: Label }) => {
    await takeOff(body.ids)
    return call(api.teachMessages, { body })
  })
}

export function useLabelMood() {
  const { call } = useApi()
  return useTeachingChange(({ id, ...mood }: { id: string } & MoodLabel) =>
    call(api.labelMood, { params: { id }, body: mood }),
  )
}

export function useDismissMessages() {
  const { call } = useApi()
  const takeOff = useTakeOff()
  return useTeachingChange(async (body: { ids: string[]; back: boolean }) => {
    await takeOff(body.ids)
    return call(api.dismissMessages, { body })
  })
}

export function useSendToLabelling() {
  const { call } = useApi()
  const takeOff = useTakeOff()
  return useTeachingChange(async (ids: string[]) => {
    await takeOff(ids)
    return call(api.sendToLabelling, { body: { ids } })
  })
}

export function useLabelTasks() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...labelling, 'tasks'],
    queryFn: ({ signal }) => call(api.listLabelTasks, { query: { limit: 20 } }, signal),
    refetchOnMount: 'always',
  })
}

export function useLabelMessage() {
  const { call } = useApi()
  return useTeachingChange(({ id, label }: { id: string; label: Label }) =>
    call(api.labelMessage, { params: { id }, body: { label } }),
  )
}

export function useDisputes(offset: number, size: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...labelling, 'disputes', offset],
    queryFn: ({ signal }) => call(api.listDisputes, { query: { limit: size, offset } }, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
}

export function useDecideDispute() {
  const { call } = useApi()
  return useTeachingChange(({ id, label }: { id: string; label: Label }) =>
    call(api.decideDispute, { params: { id }, body: { label } }),
  )
}

export function useLabellingFigures() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...labelling, 'figures'],
    queryFn: ({ signal }) => call(api.getLabellingFigures, {}, signal),
    refetchOnMount: 'always',
  })
}

export function useSuggestedIntents() {
  const { call } = useApi()
  return useQuery({
    queryKey: suggestions,
    queryFn: ({ signal }) => call(api.listSuggestedIntents, {}, signal),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.isLooking ? whileLooking : false),
  })
}

export function useLookForIntents() {
  const { call } = useApi()
  return useTeachingChange(() => call(api.lookForIntents, {}))
}

export type Acceptance = { id: string } & CallOf<typeof api.acceptSuggestion>['body']

export function useAcceptSuggestion() {
  const { call } = useApi()
  return useTeachingChange(({ id, ...body }: Acceptance) => call(api.acceptSuggestion, { params: { id }, body }))
}

export function useDismissSuggestion() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.dismissSuggestion, { params: { id } }))
}
