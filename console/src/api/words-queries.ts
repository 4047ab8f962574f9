import { api } from '@lingxi/contract/api'
import type { Language } from '@lingxi/contract/message'
import type { CallOf } from '@lingxi/contract/route'
import type { SearchWordKind } from '@lingxi/contract/search-words'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'

const words = ['words']
export const wordsOnPage = 50
export type WordInput = CallOf<typeof api.addWord>['body']

export function useWords(asked: { q?: string | undefined; kind?: SearchWordKind | undefined; offset: number }) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...words, 'list', asked],
    queryFn: ({ signal }) => call(api.listWords, { query: { ...asked, limit: wordsOnPage } }, signal),
    placeholderData: keepPreviousData,
  })
}

/** How a sentence is cut and what it finds, with the words as they are now. */
export function useCut(q: string, language: Language) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...words, 'cut', q, language],
    queryFn: async ({ signal }) => {
      const cut = await call(api.cutSentence, { query: { q, language } }, signal)
      const { hits } = await call(api.search, { query: { q, limit: 5 } }, signal)
      return { words: cut.words, hits }
    },
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}

function useWordChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  const queries = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: words }) })
}

/** Saves a new word, or another state of one. */
export function useSaveWord(known: { id: string; version: number } | undefined) {
  const { call } = useApi()
  return useWordChange((draft: WordInput) =>
    known
      ? call(api.changeWord, { params: { id: known.id }, body: { ...draft, version: known.version } })
      : call(api.addWord, { body: draft }),
  )
}

export function useRemoveWord() {
  const { call } = useApi()
  return useWordChange((id: string) => call(api.removeWord, { params: { id } }))
}

export function useImportWords() {
  const { call } = useApi()
  return useWordChange((body: Blob) => call(api.importWords, { body }))
}
