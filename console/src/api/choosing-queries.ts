import { api } from '@lingxi/contract/api'
import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

const choosing = ['choosing']

export function useChoosing() {
  const { call } = useApi()
  return useQuery({ queryKey: [...choosing, 'now'], queryFn: ({ signal }) => call(api.getChoosing, {}, signal) })
}

export function useChoices(days: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...choosing, 'ways', days],
    queryFn: ({ signal }) => call(api.listChoices, { query: { days } }, signal),
  })
}

export function useChoosingVersions(offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...choosing, 'versions', offset],
    queryFn: ({ signal }) => call(api.listChoosingVersions, { query: { limit: 20, offset } }, signal),
  })
}

export function useUseVersion() {
  const { call } = useApi()
  return useChange(choosing, ({ number, version }: { number: number; version: number }) =>
    call(api.useChoosingVersion, { params: { number }, body: { version } }),
  )
}

export function useChangeChoosing() {
  const { call } = useApi()
  return useChange(choosing, (body: { version: number; frozen: boolean; byItself: boolean }) =>
    call(api.changeChoosing, { body }),
  )
}

export function useLearnChoosing() {
  const { call } = useApi()
  return useChange(choosing, () => call(api.learnChoosing, {}))
}
