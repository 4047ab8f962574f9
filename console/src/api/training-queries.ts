import { api } from '@lingxi/contract/api'
import type { Training } from '@lingxi/contract/training'
import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

/** Whatever is learnt or released makes everything below it stale. */
export const training = ['training']
const goesOn = (one: Training | null | undefined) => one?.state === 'running'

const standingOf = ({ call }: ReturnType<typeof useApi>) => ({
  queryKey: [...training, 'standing'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(api.getTeaching, {}, signal),
})

/** How things stand; looks again and again while something is being learnt. */
export function useTeaching() {
  return useQuery({
    ...standingOf(useApi()),
    refetchInterval: ({ state }) => (goesOn(state.data?.training) ? 1500 : false),
    // Others teach while this screen is open.
    refetchOnMount: 'always',
  })
}

/** The share that is learnt of the first version; undefined once one reads, or where none is being learnt. */
export function useFirstLesson(): number | undefined {
  const { data } = useQuery({
    ...standingOf(useApi()),
    refetchInterval: ({ state }) => (isFirst(state.data) ? 3000 : false),
  })
  return data && isFirst(data) ? data.training.done : undefined
}

type Standing = { running: object | null; training: Training | null }
const isFirst = <Of extends Standing>(standing: Of | undefined): standing is Of & { training: Training } =>
  standing !== undefined && standing.running === null && goesOn(standing.training)

/** `after`: the training that ended last and what reads now, so that new versions are seen. */
export function useLearntVersions(after: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...training, 'versions', after],
    queryFn: ({ signal }) => call(api.listLearntVersions, {}, signal),
    placeholderData: (before) => before,
  })
}

export function useVersionEvaluation(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...training, 'evaluation', id],
    queryFn: ({ signal }) => call(api.getVersionEvaluation, { params: { id } }, signal),
    refetchInterval: ({ state }) => (state.data?.folds === 0 ? 3000 : false),
  })
}

export type JudgedFilter = { taught?: string; read?: string; wrong?: boolean }

export function useJudgedExamples(id: string, filter: JudgedFilter | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...training, 'judged', id, filter],
    queryFn: ({ signal }) => {
      const { wrong, ...names } = filter!
      return call(
        api.listJudgedExamples,
        { params: { id }, query: { ...names, ...(wrong && { wrong: 'true' }) } },
        signal,
      )
    },
    enabled: filter !== undefined,
  })
}

export function useComparison(id: string, withId: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...training, 'comparison', id, withId],
    queryFn: ({ signal }) => call(api.compareVersions, { params: { id }, query: { with: withId } }, signal),
    enabled: withId !== undefined,
  })
}

function useTrainingChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  return useChange(training, change)
}

export function useStartTraining() {
  const { call } = useApi()
  return useTrainingChange((note: string) => call(api.startTraining, { body: { note } }))
}

export function useCancelTraining() {
  const { call } = useApi()
  return useTrainingChange((id: string) => call(api.cancelTraining, { params: { id } }))
}

export function useReleaseVersion() {
  const { call } = useApi()
  return useTrainingChange((id: string) => call(api.releaseVersion, { params: { id } }))
}

export function useRollBackVersion() {
  const { call } = useApi()
  return useTrainingChange(() => call(api.rollBackVersion, {}))
}

export function useRemoveVersion() {
  const { call } = useApi()
  return useTrainingChange((id: string) => call(api.removeVersion, { params: { id } }))
}
