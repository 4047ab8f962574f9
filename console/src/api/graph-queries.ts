import { api } from '@lingxi/contract/api'
import type { GraphEdgeView, GraphEntityView, GraphNeighbourhood } from '@lingxi/contract/graph'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saveFile } from '../ui/save-file.ts'
import { useTranslation } from 'react-i18next'
import { useApi } from './api-context.ts'

const keys = {
  all: ['graph'],
  search: (q: string) => ['graph', 'search', q],
  around: (id: string) => ['graph', 'around', id],
  statistics: ['graph', 'statistics'],
  changes: ['graph', 'changes'],
}

/** A thing as articles in the language of the console call it, where one does. */
const calledIn = (language: string, entity: GraphEntityView): GraphEntityView => ({
  ...entity,
  name: (language === 'zh' ? entity.labels.zh : entity.labels.en) ?? entity.name,
})

function neighbourhoodIn(language: string, { entity, entities, edges, ...rest }: GraphNeighbourhood) {
  const called = entities.map((each) => calledIn(language, each))
  const names = new Map(called.map(({ id, labels, name }) => [id, Object.keys(labels).length > 0 ? name : undefined]))
  const named = <End extends { id: string; name: string }>(end: End) => ({
    ...end,
    name: names.get(end.id) ?? end.name,
  })
  return {
    ...rest,
    entity: calledIn(language, entity),
    entities: called,
    edges: edges.map((edge) => ({ ...edge, subject: named(edge.subject), object: named(edge.object) })),
  }
}

export function useEntities(q: string) {
  const { call } = useApi()
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: keys.search(q),
    queryFn: ({ signal }) => call(api.searchEntities, { query: { q, limit: 30 } }, signal),
    select: ({ entities }) => ({ entities: entities.map((each) => calledIn(i18n.language, each)) }),
    placeholderData: keepPreviousData,
  })
}

export function useNeighbourhood(id: string | undefined) {
  const { call } = useApi()
  const { i18n } = useTranslation()
  return useQuery({
    queryKey: keys.around(id ?? ''),
    queryFn: ({ signal }) => call(api.getNeighbourhood, { query: { id: id ?? '' } }, signal),
    select: (around) => neighbourhoodIn(i18n.language, around),
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

export function useAskGraph() {
  const { call } = useApi()
  return useMutation({
    mutationFn: (body: CallOf<typeof api.askGraph>['body']) => call(api.askGraph, { body }),
  })
}

export function useGraphChanges() {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.changes,
    queryFn: ({ signal }) => call(api.listGraphChanges, { query: { limit: 100 } }, signal),
  })
}

/** The whole graph as a file. */
export function useExportGraph() {
  const { call } = useApi()
  return useMutation({
    mutationFn: async () => saveFile((await call(api.exportGraph, {})) as Blob, 'graph.jsonld'),
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
