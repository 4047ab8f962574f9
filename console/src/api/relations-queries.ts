import { api } from '@lingxi/contract/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const key = ['relations']

/** Looks again and again while something is being learnt. */
export function useRelations() {
  const { call } = useApi()
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(api.listRelations, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.versions.some((version) => version.state === 'requested') ? 3000 : false,
  })
}

type Listed = NonNullable<ReturnType<typeof useRelations>['data']>

/** Every change is answered with all versions as they are then. */
function useRelationsChange<Given>(change: (given: Given) => Promise<Listed>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: (listed) => queries.setQueryData(key, listed) })
}

export function useLearn() {
  const { call } = useApi()
  return useRelationsChange(() => call(api.learnRelations, { body: {} }))
}

export function useSwitch() {
  const { call } = useApi()
  return useRelationsChange((version: number | null) => call(api.switchRelations, { body: { version } }))
}

export function useRollBack() {
  const { call } = useApi()
  return useRelationsChange(() => call(api.rollBackRelations, { body: {} }))
}
