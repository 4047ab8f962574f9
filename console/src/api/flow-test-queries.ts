/** Tests of conversations: what customers say with what has to come of it, what came of each, and which ways none goes. */
import { api } from '@lingxi/contract/api'
import type { CaseChange, CaseRun } from '@lingxi/contract/dialogue-case-runs'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLanguage } from '../i18n/use-language.ts'
import { useApi } from './api-context.ts'
import { flows, useFlowChange } from './flow-queries.ts'

/** Below the flows: whatever changes the draft makes what came of the tests another draft's. */
const tests = [...flows, 'tests']
/** Milliseconds between two looks at a run that goes on. */
const look = 700

export function useFlowTests() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...tests, 'list'],
    queryFn: ({ signal }) => call(api.listDialogueCases, {}, signal),
    refetchOnMount: 'always',
  })
}

/** How far the run has come; once it is over everything that was run is read anew. */
export function useTestRun(run: CaseRun | null | undefined): CaseRun | null {
  const { call } = useApi()
  const queries = useQueryClient()
  const goesOn = run?.state === 'running'
  const { data } = useQuery({
    queryKey: ['flow-test-run', run?.id],
    queryFn: async ({ signal }) => {
      const now = await call(api.getCaseRun, { params: { id: run?.id ?? '' } }, signal)
      if (now.state === 'done') void queries.invalidateQueries({ queryKey: tests })
      return now
    },
    enabled: goesOn,
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : look),
  })
  return goesOn ? (data ?? run) : null
}

/** As it is kept now, with its text. */
export function useLookAtTest() {
  const { call } = useApi()
  return async (id: string, signal?: AbortSignal) => {
    const kept = await call(api.getDialogueCase, { params: { id } }, signal)
    const { text } = await call(api.writeDialogueCase, { body: { content: kept.content } }, signal)
    return { ...kept, text }
  }
}

export function useFlowTest(id: string) {
  const lookAt = useLookAtTest()
  return useQuery({
    queryKey: [...tests, 'one', id],
    queryFn: ({ signal }) => lookAt(id, signal),
    // What is edited is what is there now, not what was looked at before.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** What came of a test when it was run last; `at`: when that was, as the list says, so that no older one is shown for it. */
export function useTestResult(id: string, at: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...tests, 'result', id, at],
    queryFn: ({ signal }) => call(api.getDialogueCase, { params: { id } }, signal),
    select: ({ result }) => result,
    enabled: at !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function useReadTestNow() {
  const { call } = useApi()
  const language = useLanguage()
  return (text: string) => call(api.readDialogueCase, { body: { text, language } })
}

/** What a text says, or what is wrong with it. */
export function useReadTest(text: string) {
  const { call } = useApi()
  const language = useLanguage()
  return useQuery({
    queryKey: ['flow-test-read', language, text],
    queryFn: ({ signal }) => call(api.readDialogueCase, { body: { text, language } }, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
}

export function useTestCoverage() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...tests, 'coverage'],
    queryFn: ({ signal }) => call(api.getCaseCoverage, {}, signal),
    select: (told) => told.flows,
    refetchOnMount: 'always',
  })
}

export function useSaveTest() {
  const { call } = useApi()
  return useFlowChange((body: CaseChange) => call(api.saveDialogueCase, { body }))
}

export function useRemoveTest() {
  const { call } = useApi()
  return useFlowChange(({ id, version }: { id: string; version: number }) =>
    call(api.removeDialogueCase, { params: { id }, query: { version } }),
  )
}

/** `ids` null: all. `of`: a version, 0 for the draft. */
export function useRunTests() {
  const { call } = useApi()
  return useFlowChange((body: { ids: string[] | null; of: number }) => call(api.startCaseRun, { body }))
}

export function useImportTests() {
  const { call } = useApi()
  const language = useLanguage()
  return useFlowChange(({ file, preview }: { file: Blob; preview: boolean }) =>
    call(api.importDialogueCases, { body: file, query: { preview: String(preview), language } }),
  )
}

/** The file itself. */
export function useExportTests() {
  const { call } = useApi()
  return () => call(api.exportDialogueCases, {})
}
