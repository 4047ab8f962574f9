import { api } from '@lingxi/contract/api'
import type { FindingKind, FindingState, GapState, LearningSettings } from '@lingxi/contract/learning'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const learning = ['learning']
export const onePage = 20

export function useGaps(state: GapState, offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'gaps', state, offset],
    queryFn: ({ signal }) => call(api.listGaps, { query: { state, offset, limit: onePage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useGap(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'gap', id],
    queryFn: ({ signal }) => call(api.getGap, { params: { id } }, signal),
  })
}

export function useGapDraft(id: string, wanted: boolean) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'draft', id],
    queryFn: ({ signal }) => call(api.draftFromGap, { params: { id } }, signal),
    enabled: wanted,
  })
}

export function useFindings(asked: { state: FindingState; kind?: FindingKind | undefined; offset: number }) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'findings', asked],
    queryFn: ({ signal }) => call(api.listFindings, { query: { ...asked, limit: onePage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useLearningSettings() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'settings'],
    queryFn: ({ signal }) => call(api.getLearningSettings, {}, signal),
  })
}

export function useChangeLearningSettings() {
  const { call } = useApi()
  return useDecision((body: LearningSettings) => call(api.changeLearningSettings, { body }))
}

/** Whatever was decided changes the lists. */
function useDecision<Given, Result>(decide: (given: Given) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: decide, onSuccess: () => queries.invalidateQueries({ queryKey: learning }) })
}

export function useIgnore(of: 'finding' | 'gap') {
  const { call } = useApi()
  const route = of === 'finding' ? api.ignoreFinding : api.ignoreGap
  return useDecision(({ id, why }: { id: string; why: string }) => call(route, { params: { id }, body: { why } }))
}

export function useReopen(of: 'finding' | 'gap') {
  const { call } = useApi()
  const route = of === 'finding' ? api.reopenFinding : api.reopenGap
  return useDecision((id: string) => call(route, { params: { id } }))
}

export function usePropose(id: string) {
  const { call } = useApi()
  return useDecision((body: CallOf<typeof api.proposeFromGap>['body']) =>
    call(api.proposeFromGap, { params: { id }, body }),
  )
}

export function useExtend(id: string) {
  const { call } = useApi()
  return useDecision((body: CallOf<typeof api.extendFromGap>['body']) =>
    call(api.extendFromGap, { params: { id }, body }),
  )
}

export function useCorrect(id: string) {
  const { call } = useApi()
  return useDecision((right: string) => call(api.correctFinding, { params: { id }, body: { right } }))
}

export function useLookNow() {
  const { call } = useApi()
  return useDecision(() => call(api.lookNow, {}))
}

export function useHealth(offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'health', offset],
    queryFn: ({ signal }) => call(api.listHealth, { query: { offset, limit: onePage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useActs() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'acts'],
    queryFn: ({ signal }) => call(api.listActs, { query: { limit: onePage } }, signal),
  })
}

export function useUndo() {
  const { call } = useApi()
  return useDecision((id: string) => call(api.undoAct, { params: { id } }))
}

export function useContributors(days: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...learning, 'contributors', days],
    queryFn: ({ signal }) => call(api.listContributors, { query: { days } }, signal),
    placeholderData: keepPreviousData,
  })
}
