import { api } from '@lingxi/contract/api'
import type { EvaluationDraft, EvaluationRun } from '@lingxi/contract/evaluation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const evaluation = ['evaluation']
const follow = (run: EvaluationRun | null | undefined) => (run?.state === 'running' ? 1000 : false)

export function useEvaluationSets() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...evaluation, 'sets'],
    queryFn: ({ signal }) => call(api.listEvaluationSets, {}, signal),
    refetchInterval: ({ state }) => follow(state.data?.sets.map(({ lastRun }) => lastRun).find((run) => follow(run))),
  })
}

export function useEvaluationQuestions(setId: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...evaluation, 'questions', setId],
    queryFn: ({ signal }) => call(api.listEvaluationQuestions, { params: { id: setId } }, signal),
  })
}

/** `last`: the newest as it is known to stand, so that its end is seen, however soon it came. */
export function useEvaluationRuns(setId: string, last: EvaluationRun | null) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...evaluation, 'runs', setId, last?.id, last?.state],
    queryFn: ({ signal }) => call(api.listEvaluations, { params: { id: setId } }, signal),
    placeholderData: (before) => before,
  })
}

export function useEvaluationRun(id: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...evaluation, 'run', id],
    queryFn: ({ signal }) => call(api.getEvaluation, { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
  })
}

function useEvaluationChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: evaluation }) })
}

export function useAddSet() {
  const { call } = useApi()
  return useEvaluationChange((name: string) => call(api.addEvaluationSet, { body: { name } }))
}

export function useRemoveSet(id: string) {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(api.removeEvaluationSet, { params: { id } }),
    // Only the list is read anew, and not waited for: its questions and runs are gone, and its page has something to say before.
    onSuccess: () => void queries.invalidateQueries({ queryKey: [...evaluation, 'sets'] }),
  })
}

/** Saves a new question of a set, or another state of one. */
export function useSaveQuestion(known: string | undefined) {
  const { call } = useApi()
  return useEvaluationChange(({ setId, draft }: { setId: string; draft: EvaluationDraft }) =>
    known
      ? call(api.changeEvaluationQuestion, { params: { id: known }, body: draft })
      : call(api.addEvaluationQuestion, { params: { id: setId }, body: draft }),
  )
}

export function useRemoveQuestion() {
  const { call } = useApi()
  return useEvaluationChange((id: string) => call(api.removeEvaluationQuestion, { params: { id } }))
}

export function useStartEvaluation(setId: string) {
  const { call } = useApi()
  return useEvaluationChange(() => call(api.startEvaluation, { params: { id: setId } }))
}
