import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

const tickets = ['tickets']
export const ticketsOnPage = 50
export type TicketFilter = NonNullable<CallOf<typeof api.listTickets>['query']>

export function useTickets(filter: TicketFilter) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...tickets, filter],
    queryFn: ({ signal }) => call(api.listTickets, { query: { ...filter, limit: ticketsOnPage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useOpenTicket() {
  const { call } = useApi()
  return useChange(tickets, (body: CallOf<typeof api.openTicket>['body']) => call(api.openTicket, { body }))
}

export function useChangeTicket(id: string) {
  const { call } = useApi()
  return useChange(tickets, (body: CallOf<typeof api.changeTicket>['body']) =>
    call(api.changeTicket, { params: { id }, body }),
  )
}
