/** Drafts beside live texts, reviews, versions, and who looks after what. */
import { api } from '@lingxi/contract/api'
import type { Article } from '@lingxi/contract/knowledge'
import type { Revision, RevisionState } from '@lingxi/contract/review'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.ts'
import type { DraftInput } from './knowledge-queries.ts'
import { keys } from './query-keys.ts'

/** An article as it is kept, with the newer text beside it. Without an article: a new one. */
export type Subject = { article: Article | undefined; revision: Revision | null }

export function useRevision(id: string, wanted = true) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.revision(id),
    queryFn: ({ signal }) => call(api.getRevision, { params: { id } }, signal).then(({ revision }) => revision),
    enabled: wanted,
  })
}

/** `over`: what it was written for; who else has saved since is not overwritten. */
type Saving = { over: Subject; draft: DraftInput; beside: boolean }

/** Saves a new article, the next version of one, or (`beside`) a newer text that leaves the live one as it is. */
export function useSaveSubject() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ over: { article, revision }, draft, beside }: Saving): Promise<Subject> {
      if (!article) return { article: await call(api.addArticle, { body: draft }), revision: null }
      const params = { id: article.id }
      const { version } = article
      if (!beside) return { article: await call(api.changeArticle, { params, body: { ...draft, version } }), revision }
      const { status: _status, ownerId = null, dueAt = null, ...text } = draft
      const body = { ...text, version, edition: revision?.edition ?? 0 }
      const saved = await call(api.saveRevision, { params, body })
      const isCaredFor = ownerId === article.ownerId && dueAt === article.dueAt
      const cared = isCaredFor ? article : await call(api.careForArticle, { params, body: { ownerId, dueAt } })
      return { article: cared, revision: saved }
    },
    onSuccess(saved) {
      if (!saved.article) return
      queries.setQueryData(keys.article(saved.article.id), saved.article)
      queries.setQueryData(keys.revision(saved.article.id), saved.revision)
      void queries.invalidateQueries({ queryKey: keys.review })
      void queries.invalidateQueries({ queryKey: [...keys.articles, 'list'] })
      void queries.invalidateQueries({ queryKey: [...keys.articles, 'translations'] })
    },
  })
}

type StepTaken = { id?: string; step: Step; edition: number; comment?: string }
export type Step = 'submit' | 'withdraw' | 'approve' | 'return' | 'discard'

/** A step of the text that waits, or is to wait, for a review; `edition` is the one that was looked at. */
export function useReviewStep(articleId: string) {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn({ id = articleId, step, edition, comment }: StepTaken): Promise<unknown> {
      const params = { id }
      const said = comment?.trim()
      const body = { edition, ...(said && { comment: said }) }
      switch (step) {
        case 'submit':
          return call(api.submitForReview, { params, body })
        case 'withdraw':
          return call(api.withdrawFromReview, { params, body })
        case 'approve':
          return call(api.approveReview, { params, body })
        case 'return':
          return call(api.returnReview, { params, body: { edition, comment: said ?? '' } })
        case 'discard':
          return call(api.discardRevision, { params, query: { edition } })
      }
    },
    onSettled: () => forgetAll(queries),
  })
}

/** Whatever a step changed is read anew: the article, what stands beside it, and the lists. */
const forgetAll = (queries: ReturnType<typeof useQueryClient>) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: keys.articles }),
    queries.invalidateQueries({ queryKey: keys.review }),
  ])

export const onePage = 20

export function useReviews(state: RevisionState, offset: number, limit: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...keys.review, 'list', state, offset],
    queryFn: ({ signal }) => call(api.listReviews, { query: { state, offset, limit } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useVersions(id: string, offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...keys.review, 'versions', id, offset],
    queryFn: ({ signal }) => call(api.listVersions, { params: { id }, query: { offset, limit: onePage } }, signal),
    placeholderData: keepPreviousData,
  })
}

/** An article as it was; a version never changes. */
export function useVersion(id: string, version: number | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: ['versions', id, version],
    queryFn: ({ signal }) => call(api.getVersion, { params: { id, version: version ?? 1 } }, signal),
    enabled: version !== undefined,
  })
}

export function useRestore(id: string) {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { restore: number; version: number; comment?: string }) =>
      call(api.restoreVersion, { params: { id }, body }),
    onSettled: () => forgetAll(queries),
  })
}

/** Who did what to one article, newest first. */
export function useArticleEvents(articleId: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...keys.review, 'events', articleId],
    queryFn: ({ signal }) => call(api.listArticleEvents, { query: { articleId, limit: 200 } }, signal),
  })
}

export function useDue(mine: boolean, offset: number) {
  const { call } = useApi()
  return useQuery({
    queryKey: [...keys.review, 'due', mine, offset],
    queryFn: ({ signal }) =>
      call(api.listDue, { query: { mine: mine ? 'true' : 'false', offset, limit: onePage } }, signal),
    placeholderData: keepPreviousData,
  })
}

export function useCare() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; ownerId?: string | null; dueAt?: string | null; comment?: string }) =>
      call(api.careForArticle, { params: { id }, body }),
    onSettled: () => forgetAll(queries),
  })
}

/** The same text in other languages. */
export function useTranslations(id: string | undefined) {
  const { call } = useApi()
  return useQuery({
    queryKey: keys.translations(id ?? ''),
    queryFn: ({ signal }) => call(api.listTranslations, { params: { id: id ?? '' } }, signal),
    enabled: id !== undefined,
  })
}

/** An article as it is at this moment, past whatever is remembered of it. */
export function useLatest(id: string) {
  const { call } = useApi()
  return useQuery({
    queryKey: ['latest', id],
    async queryFn({ signal }): Promise<Subject> {
      const [article, { revision }] = await Promise.all([
        call(api.getArticle, { params: { id } }, signal),
        call(api.getRevision, { params: { id } }, signal),
      ])
      return { article, revision }
    },
    staleTime: 0,
    gcTime: 0,
  })
}

/** Changes a little of an article whose whole text is not at hand. */
function useAmend() {
  const { call } = useApi()
  const queries = useQueryClient()
  return useMutation({
    async mutationFn({ id, amend }: { id: string; amend: (article: Article) => Partial<Article> }) {
      const article = await call(api.getArticle, { params: { id } })
      const { title, body, language, tags, alternatives, status, validFrom, validUntil, version, translationOf } = {
        ...article,
        ...amend(article),
      }
      const text = { title, body, language, tags, alternatives, validFrom, validUntil, translationOf }
      return call(api.changeArticle, { params: { id }, body: { ...text, status, version } })
    },
    onSettled: () => forgetAll(queries),
  })
}

/** Gives an article more time, and publishes again what its end had taken away. */
export function useExtend() {
  const { mutate, isPending } = useAmend()
  return {
    isPending,
    mutate: ({ id, validUntil }: { id: string; validUntil: string }, told: Parameters<typeof mutate>[1]) =>
      mutate(
        { id, amend: ({ status }) => ({ validUntil, status: status === 'archived' ? 'published' : status }) },
        told,
      ),
  }
}

/** Says of an article that it is the same text as another one, in another language. */
export function useLinkTranslation() {
  const { mutate, isPending } = useAmend()
  return {
    isPending,
    mutate: ({ id, translationOf }: { id: string; translationOf: string }, told: Parameters<typeof mutate>[1]) =>
      mutate({ id, amend: () => ({ translationOf }) }, told),
  }
}
