import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

/** What is chosen is an action: both lists change together. */
const actions = ['actions']

export function useMcpServers() {
  const { call } = useApi()
  return useQuery({ queryKey: [...actions, 'mcp'], queryFn: ({ signal }) => call(api.listMcpServers, {}, signal) })
}

/** Saves a new server, or another version of one that is there. */
export function useSaveMcpServer(saved: { id: string; version: number } | undefined) {
  const { call } = useApi()
  return useChange(actions, (body: CallOf<typeof api.addMcpServer>['body']) =>
    saved
      ? call(api.changeMcpServer, { params: { id: saved.id }, body: { ...body, version: saved.version } })
      : call(api.addMcpServer, { body }),
  )
}

export function useRemoveMcpServer() {
  const { call } = useApi()
  return useChange(actions, (id: string) => call(api.removeMcpServer, { params: { id } }))
}

/** What a server offers now: asked once, and again when somebody wants it. */
export function useLookAtMcpServer(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: ['mcp-server', id],
    queryFn: ({ signal }) => call(api.lookAtMcpServer, { params: { id } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
}

export function useChooseMcpTools(id: string) {
  const { call } = useApi()
  return useChange(actions, (body: CallOf<typeof api.chooseMcpTools>['body']) =>
    call(api.chooseMcpTools, { params: { id }, body }),
  )
}

export function useTryMcpTool(id: string) {
  const { call } = useApi()
  return useMutation({
    mutationFn: (body: CallOf<typeof api.tryMcpTool>['body']) => call(api.tryMcpTool, { params: { id }, body }),
  })
}
