import { api } from '@lingxi/contract/api'
import type { ActionRun } from '@lingxi/contract/action-routes'
import type { CallOf } from '@lingxi/contract/route'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

const actions = ['actions']

export function useActions() {
  const { call } = useApi()
  return useQuery({ queryKey: [...actions, 'list'], queryFn: ({ signal }) => call(api.listActions, {}, signal) })
}

export function useHttpTool(id: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...actions, 'tool', id],
    queryFn: ({ signal }) => call(api.getHttpTool, { params: { id: id! } }, signal),
    enabled: id !== undefined,
  })
}

/** Saves a new tool, or another version of one that is there. */
export function useSaveHttpTool(saved: { id: string; version: number } | undefined) {
  const { call } = useApi()
  return useChange(actions, (body: CallOf<typeof api.addHttpTool>['body']) =>
    saved
      ? call(api.changeHttpTool, { params: { id: saved.id }, body: { ...body, version: saved.version } })
      : call(api.addHttpTool, { body }),
  )
}

export function useRemoveHttpTool() {
  const { call } = useApi()
  return useChange(actions, (id: string) => call(api.removeHttpTool, { params: { id } }))
}

export function useTryHttpTool() {
  const { call } = useApi()
  return useMutation({
    mutationFn: (body: CallOf<typeof api.tryHttpTool>['body']) => call(api.tryHttpTool, { body }),
  })
}

export function usePreviewOpenApi() {
  const { call } = useApi()
  return useMutation({ mutationFn: (document: string) => call(api.previewOpenApi, { body: { document } }) })
}

export function useImportOpenApi() {
  const { call } = useApi()
  return useChange(actions, (body: CallOf<typeof api.importOpenApi>['body']) => call(api.importOpenApi, { body }))
}

export function useActionRuns(state: ActionRun['state'] | undefined) {
  const { call } = useApi()
  return useInfiniteQuery({
    queryKey: [...actions, 'runs', state],
    queryFn: ({ signal, pageParam }) =>
      call(api.listActionRuns, { query: { ...(state && { state }), ...(pageParam && { after: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}
