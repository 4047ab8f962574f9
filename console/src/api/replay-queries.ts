/** What is to go to customers held against what is at work, over conversations that took place. */
import { api } from '@lingxi/contract/api'
import { flowsDraft, type ReleaseReplay } from '@lingxi/contract/release-replays'
import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { flows } from './flow-queries.ts'
import { training } from './training-queries.ts'
import { useChange } from './use-change.ts'

/** Milliseconds between two looks at a replay that goes on. */
const look = 2000

/** With what it is of: whatever changes the draft, or lets another version read, makes it stale. */
const keyOf = (what: string) => [...(what === flowsDraft ? flows : training), 'replay', what]

export function useReplay(what: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: keyOf(what),
    queryFn: ({ signal }) => call(api.getReplay, { params: { what } }, signal),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.replay?.state === 'running' ? look : false),
  })
}

export function useStartReplay(what: string) {
  const { call } = useApi()
  return useChange(keyOf(what), (): Promise<ReleaseReplay> => call(api.startReplay, { params: { what } }))
}

export function useAcceptChanges({ id, what }: Pick<ReleaseReplay, 'id' | 'what'>) {
  const { call } = useApi()
  return useChange(keyOf(what), (body: { keys: string[]; reason: string }) =>
    call(api.acceptChanges, { params: { what, id }, body }),
  )
}
