import { api } from '@lingxi/contract/api'
import type { ArticleChanges, ChangedArticle } from '@lingxi/contract/knowledge'
import type { TriedQuestion } from '@lingxi/contract/trying'
import type { Language } from '@lingxi/contract/message'
import type { CallOf } from '@lingxi/contract/route'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { saveFile } from '../ui/save-file.ts'
import { useApi } from './api-context.ts'
import { keys } from './query-keys.ts'

export type ArticleFilters = Omit<NonNullable<CallOf<typeof api.listArticles>['query']>, 'limit'> & { offset: number }
export const articlesOnPage = 50
export type DraftInput = CallOf<typeof api.addArticle>['body']

export function useArticles(filters: ArticleFilters) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.articleList(filters),
    queryFn: ({ signal }) => call(api.listArticles, { query: { ...filters, limit: articlesOnPage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useArticle(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.article(id),
    queryFn: ({ signal }) => call(api.getArticle, { params: { id } }, signal),
  })
}

const mostAtOnce = 200

/** The same change for all of these, however many: the server takes so many at once. */
export function useChangeArticles() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ ids, change }: { ids: string[]; change: ArticleChanges }) {
      const results: ChangedArticle[] = []
      for (let start = 0; start < ids.length; start += mostAtOnce) {
        const body = { ids: ids.slice(start, start + mostAtOnce), change }
        results.push(...(await call(api.changeArticles, { body })).results)
      }
      return results
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.articles }),
  })
}

export function useSources() {
  const { call } = useApi()
  return useQuery({ queryKey: ['sources', 'names'], queryFn: ({ signal }) => call(api.listSources, {}, signal) })
}

export function useRemoveArticle(id: string) {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(api.removeArticle, { params: { id } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: keys.article(id) })
      return queries.invalidateQueries({ queryKey: [...keys.articles, 'list'] })
    },
  })
}

export type TrialInput = CallOf<typeof api.tryQuestion>['body']

export function useTryQuestion() {
  const { call } = useApi()
  return useMutation({
    mutationFn: (body: TrialInput) => call(api.tryQuestion, { body }),
  })
}

/** Several questions one after the other, each with what the bot says to it now. */
export function useTryQuestions() {
  const { call } = useApi()
  return useMutation({
    async mutationFn({ questions, language }: { questions: string[]; language: Language }) {
      const answers: { question: string; tried: TriedQuestion }[] = []
      for (const question of questions)
        answers.push({ question, tried: await call(api.tryQuestion, { body: { question, language } }) })
      return answers
    },
  })
}

export function useImportFile() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, language, status }: { file: File; language?: Language; status: 'draft' | 'published' }) =>
      call(api.importFile, { query: { name: file.name, status, ...(language && { language }) }, body: file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.articles }),
  })
}

/** Everything that is known, as a file. */
export function useExportKnowledge() {
  const { call } = useApi()
  return useMutation({
    mutationFn: async (originals: boolean) => {
      const query = { originals: originals ? 'true' : 'false' }
      saveFile((await call(api.exportKnowledge, { query })) as Blob, 'knowledge.zip')
    },
  })
}

/** Such a file: with `preview`, what would come of it. */
export function useTakeKnowledge() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, preview }: { file: File; preview: boolean }) =>
      call(api.importKnowledge, { query: { preview: preview ? 'true' : 'false' }, body: file }),
    onSuccess: ({ committed }) => (committed ? queries.invalidateQueries() : undefined),
  })
}
