/** Versions of the flows, what is otherwise between them, and which of them conversations begin with. */
import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { flows, useFlowChange } from './flow-queries.ts'

export const versionsOnPage = 20
export type FlowPublicationInput = CallOf<typeof api.publishFlows>['body']
export type FlowReleaseInput = CallOf<typeof api.releaseFlowVersion>['body']

export function useFlowVersions(offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'versions', offset],
    queryFn: ({ signal }) => call(api.listFlowVersions, { query: { limit: versionsOnPage, offset } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useFlowRollout() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'rollout'],
    queryFn: ({ signal }) => call(api.getFlowRollout, {}, signal),
    refetchOnMount: 'always',
  })
}

/** Between two versions; 0 stands for the draft. */
export function useFlowComparison(from: number, to: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...flows, 'comparison', from, to],
    queryFn: ({ signal }) => call(api.compareFlowVersions, { query: { from, to } }, signal),
    enabled: from !== to,
  })
}

export function usePublishFlows() {
  const { call } = useApi()
  return useFlowChange((body: FlowPublicationInput) => call(api.publishFlows, { body }))
}

export function useReleaseFlows() {
  const { call } = useApi()
  return useFlowChange(({ number, ...body }: FlowReleaseInput & { number: number }) =>
    call(api.releaseFlowVersion, { params: { number }, body }),
  )
}

export function useStopCandidate() {
  const { call } = useApi()
  return useFlowChange((rollout: number) => call(api.stopFlowCandidate, { body: { rollout } }))
}

export function useCancelPlan() {
  const { call } = useApi()
  return useFlowChange((id: string) => call(api.cancelFlowPlan, { params: { id } }))
}

export function useDraftFromVersion() {
  const { call } = useApi()
  return useFlowChange(({ number, draft }: { number: number; draft: number }) =>
    call(api.draftFlowVersion, { params: { number }, body: { draft } }),
  )
}
