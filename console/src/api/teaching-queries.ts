/** What is taught: intents with examples, and what is doubtful about them. */
import { api } from '@lingxi/contract/api'
import type { CallOf } from '@lingxi/contract/route'
import type { Example, ExampleChange, ExamplesChange, Intent } from '@lingxi/contract/teaching'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import { useChange } from './use-change.ts'

/** Whatever changes what is taught makes everything below it stale. */
export const teaching = ['teaching']
export const examplesOnPage = 50
const mostAtOnce = 500
/** Milliseconds until what is looked at in the background is asked for again. */
export const whileLooking = 1_500

export type IntentInput = CallOf<typeof api.addIntent>['body']
export type ExampleInput = CallOf<typeof api.addExamples>['body']['examples'][number]
export type ExampleFilters = {
  intentId?: string | undefined
  outOfScope?: boolean | undefined
  language?: Example['language'] | undefined
  source?: Example['source'] | undefined
  entityType?: string | undefined
  q?: string | undefined
  offset: number
}

/** All of them, archived or not: a company has at most a thousand. */
export function useIntents() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'intents'],
    queryFn: ({ signal }) => call(api.listIntents, { query: { archived: 'true' } }, signal),
    select: ({ intents }) => intents,
  })
}

/** What was doubtful at the last look; asked again while it is looked at anew. */
export function useLessonFindings() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...teaching, 'findings'],
    queryFn: ({ signal }) => call(api.listLessonFindings, {}, signal),
    refetchInterval: ({ state }) => (state.data?.isLooking ? whileLooking : false),
  })
}

export function useExamples({ outOfScope, ...filters }: ExampleFilters, size = examplesOnPage) {
  const { call } = useApi()
  const query = { ...filters, limit: size, ...(outOfScope && { outOfScope: 'true' }) }
  return useQuery({
    queryKey: [...teaching, 'examples', query],
    queryFn: ({ signal }) => call(api.listExamples, { query }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useTeachingChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  return useChange(teaching, change)
}

export function useAddIntent() {
  const { call } = useApi()
  return useTeachingChange((body: IntentInput) => call(api.addIntent, { body }))
}

export function useChangeIntent() {
  const { call } = useApi()
  return useTeachingChange(
    ({ id, ...body }: Pick<Intent, 'id' | 'name' | 'title' | 'description' | 'version' | 'archived'>) =>
      call(api.changeIntent, { params: { id }, body }),
  )
}

export function useRemoveIntent() {
  const { call } = useApi()
  return useTeachingChange((id: string) => call(api.removeIntent, { params: { id } }))
}

export function useMergeIntents() {
  const { call } = useApi()
  return useTeachingChange(({ id, into }: { id: string; into: string }) =>
    call(api.mergeIntents, { params: { id }, body: { into } }),
  )
}

export function useSplitIntent() {
  const { call } = useApi()
  return useTeachingChange(({ id, ...body }: { id: string } & CallOf<typeof api.splitIntent>['body']) =>
    call(api.splitIntent, { params: { id }, body }),
  )
}

/** Any number of examples, a part at a time; says how many are new and which were there already. */
export function useAddExamples() {
  const { call } = useApi()
  return useTeachingChange(async (examples: ExampleInput[]) => {
    let added = 0
    const duplicates: string[] = []
    for (let at = 0; at < examples.length; at += mostAtOnce) {
      const body = { examples: examples.slice(at, at + mostAtOnce) }
      const answer = await call(api.addExamples, { body })
      added += answer.examples.length
      duplicates.push(...answer.duplicates)
    }
    return { added, duplicates }
  })
}

export function useChangeExample() {
  const { call } = useApi()
  return useTeachingChange(({ id, change }: { id: string; change: ExampleChange }) =>
    call(api.changeExample, { params: { id }, body: change }),
  )
}

export function useChangeExamples() {
  const { call } = useApi()
  return useTeachingChange((body: { ids: string[]; change: ExamplesChange }) => call(api.changeExamples, { body }))
}
