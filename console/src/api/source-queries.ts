import { api } from '@lingxi/contract/api'
import type { RunEntry, SourceItem, SourceRun } from '@lingxi/contract/source'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { saveFile, showFile } from '../ui/save-file.ts'
import { useApi } from './api-context.ts'

const sources = ['sources']
export const onPage = 30
export type SourceDraftInput = CallOf<typeof api.addSource>['body']

const isGoingOn = (run: SourceRun | null | undefined) => run?.state === 'waiting' || run?.state === 'running'
/** While something is being read the page follows it; else it is as quiet as what it shows. */
const follow = (goesOn: boolean) => (goesOn ? 1000 : false)

export function useSources() {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'list'],
    queryFn: ({ signal }) => call(api.listSources, {}, signal),
    refetchInterval: ({ state }) => follow(state.data?.sources.some(({ lastRun }) => isGoingOn(lastRun)) ?? false),
  })
}

export function useSource(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'one', id],
    queryFn: ({ signal }) => call(api.getSource, { params: { id } }, signal),
    refetchInterval: ({ state }) => follow(isGoingOn(state.data?.lastRun)),
  })
}

export type ItemFilters = { q?: string | undefined; state?: SourceItem['state'] | undefined; offset: number }

/** `last`: the newest run as it is known to stand, so that what was read appears, however soon it came. */
export function useItems(id: string, filters: ItemFilters, last: SourceRun | null) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'items', id, filters, last?.id, last?.state],
    queryFn: ({ signal }) => call(api.listItems, { params: { id }, query: { ...filters, limit: onPage } }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: follow(isGoingOn(last)),
  })
}

export function useItem(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'item', id],
    queryFn: ({ signal }) => call(api.getItem, { params: { id } }, signal),
  })
}

export function useItemText(id: string, wanted: boolean) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'text', id],
    queryFn: ({ signal }) => call(api.readOriginalText, { params: { id } }, signal),
    enabled: wanted,
  })
}

/** Where the words of an article's body from `start` to `end` stand in the original that it was made of. */
export function useInOriginal({ itemId, ...query }: { itemId: string; articleId: string; start: number; end: number }) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'place', itemId, query],
    queryFn: ({ signal }) => call(api.showInOriginal, { params: { id: itemId }, query }, signal),
  })
}

export function useRuns(id: string, offset: number, last: SourceRun | null) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'runs', id, offset, last?.id, last?.state],
    queryFn: ({ signal }) => call(api.listRuns, { params: { id }, query: { offset, limit: onPage } }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: follow(isGoingOn(last)),
  })
}

export function useRunEntries(id: string, asked: { outcome?: RunEntry['outcome'] | undefined; offset: number }) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'run', id, asked],
    queryFn: ({ signal }) => call(api.getRun, { params: { id }, query: { ...asked, limit: onPage } }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => follow(isGoingOn(state.data?.run)),
  })
}

/** Whatever is done to a source changes what is known of all of them. */
function useDoing<Given, Result>(act: (given: Given) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries({ queryKey: sources }) })
}

export function useAddSource() {
  const { call } = useApi()
  return useDoing((body: SourceDraftInput) => call(api.addSource, { body }))
}

export function useChangeSource(id: string) {
  const { call } = useApi()
  return useDoing((body: SourceDraftInput) => call(api.changeSource, { params: { id }, body }))
}

/** Who said when whether a source is trusted, the last first. */
export function useSourceTrust(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...sources, 'trust', id],
    queryFn: ({ signal }) => call(api.listSourceTrust, { params: { id } }, signal),
  })
}

export function useTrustSource(id: string) {
  const { call } = useApi()
  return useDoing((trusted: boolean) => call(api.trustSource, { params: { id }, body: { trusted } }))
}

export function useRemoveSource(id: string) {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (keepArticles: boolean) =>
      call(api.removeSource, { params: { id }, query: { keepArticles: String(keepArticles) } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: [...sources, 'one', id] })
      return queries.invalidateQueries({ queryKey: [...sources, 'list'] })
    },
  })
}

export function useStartRun(id: string) {
  const { call } = useApi()
  return useDoing(() => call(api.startRun, { params: { id } }))
}

export function useCancelRun() {
  const { call } = useApi()
  return useDoing((id: string) => call(api.cancelRun, { params: { id } }))
}

export function useUploadFile(id: string) {
  const { call } = useApi()
  return useDoing((file: File) => call(api.uploadFile, { params: { id }, query: { name: file.name }, body: file }))
}

export function useRemoveItem() {
  const { call } = useApi()
  return useDoing((id: string) => call(api.removeItem, { params: { id } }))
}

export function useRotateSecret(id: string) {
  const { call } = useApi()
  return useMutation({ mutationFn: () => call(api.rotateSecret, { params: { id } }) })
}

/** The original: a PDF is shown at a page where one is named, anything else is given to the downloads. */
export function useOriginal() {
  const { call } = useApi()
  return useMutation({
    mutationFn: async ({ id, name, page }: { id: string; name: string; page?: number }) => {
      const file: Blob = await call(api.readOriginal, { params: { id } })
      if (page !== undefined && /\.pdf$/i.test(name)) showFile(file, `page=${page}`)
      else saveFile(file, name)
    },
  })
}
