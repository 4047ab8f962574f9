import { api } from '@lingxi/contract/api'
import type { AddedExample, GraphExampleDraft } from '@lingxi/contract/graph-learning'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const keys = { models: ['graph-models'], examples: ['graph-examples'] }
export const examplesOnPage = 20
const mostAtOnce = 500

/** Looks again and again while something is being learnt. */
export function useGraphModels() {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.models,
    queryFn: ({ signal }) => call(api.listGraphModels, {}, signal),
    refetchInterval: ({ state }) => (state.data?.versions.some((each) => each.state === 'requested') ? 3000 : false),
  })
}
type Listed = NonNullable<ReturnType<typeof useGraphModels>['data']>

/** Every change is answered with all versions as they are then. */
function useModelChange<Given>(change: (given: Given) => Promise<Listed>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: (listed) => queries.setQueryData(keys.models, listed) })
}

export function useLearnGraph() {
  const { call } = useApi()
  return useModelChange(() => call(api.learnGraphModel, {}))
}

export function useSwitchGraph() {
  const { call } = useApi()
  return useModelChange((version: number | null) => call(api.switchGraphModel, { body: { version } }))
}

export function useGraphExamples(offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...keys.examples, offset],
    queryFn: ({ signal }) => call(api.listGraphExamples, { query: { limit: examplesOnPage, offset } }, signal),
    placeholderData: keepPreviousData,
  })
}

/** However many; the report is in their order. */
export function useAddExamples() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn(examples: GraphExampleDraft[]) {
      const report: AddedExample[] = []
      for (let start = 0; start < examples.length; start += mostAtOnce) {
        const body = { examples: examples.slice(start, start + mostAtOnce) }
        report.push(...(await call(api.addGraphExamples, { body })).report)
      }
      return report
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.examples }),
  })
}

export function useRemoveExample() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(api.removeGraphExample, { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.examples }),
  })
}
