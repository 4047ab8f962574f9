import { api } from '@lingxi/contract/api'
import type { GraphEdgeView } from '@lingxi/contract/graph'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const keys = {
  all: ['graph'],
  search: (q: string) => ['graph', 'search', q],
  around: (id: string) => ['graph', 'around', id],
  statistics: ['graph', 'statistics'],
}

export function useEntities(q: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.search(q),
    queryFn: ({ signal }) => call(api.searchEntities, { query: { q, limit: 30 } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useNeighbourhood(id: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.around(id ?? ''),
    queryFn: ({ signal }) => call(api.getNeighbourhood, { query: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function useGraphStatistics() {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.statistics,
    queryFn: ({ signal }) => call(api.getGraphStatistics, {}, signal),
  })
}

/** Whatever people say of the graph is seen at once, everywhere. */
export function useCurate() {
  const { call } = useApi()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: keys.all })
  return {
    judge: useMutation({
      mutationFn: (said: { id: string; verdict: GraphEdgeView['verdict'] }) => call(api.judgeEdge, { body: said }),
      onSuccess,
    }),
    add: useMutation({
      mutationFn: (draft: CallOf<typeof api.addEdge>['body']) => call(api.addEdge, { body: draft }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => call(api.removeEdge, { query: { id } }), onSuccess }),
    merge: useMutation({
      mutationFn: (said: { id: string; into: string }) => call(api.mergeEntities, { body: said }),
      onSuccess,
    }),
    part: useMutation({ mutationFn: (id: string) => call(api.partEntities, { query: { id } }), onSuccess }),
    rename: useMutation({
      mutationFn: (said: { id: string; name: string }) => call(api.renameEntity, { body: said }),
      onSuccess,
    }),
  }
}
