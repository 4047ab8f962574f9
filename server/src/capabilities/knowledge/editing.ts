/** Articles are added, changed, removed, looked after: each change on record, and what was is kept. */
import { type Article, type ArticleChange, type ArticleDraft, type ArticleProposal } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { ArticleEventKind } from '@lingxi/contract/review'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { ArticleHandle, ArticleStore } from './article-store.ts'
import type { EventStore } from './event-store.ts'
import { checkWhole, withText } from './revisions.ts'

/** What is needed to change an article and to put it on record. */
export type Desk = {
  store: ArticleStore
  events: EventStore
  clock: Clock
  ids: Ids
  /** Whether this company's texts go live only after somebody else has approved them. */
  reviewRequired: (tenantId: string) => Promise<boolean>
  /** Brings what is committed to whoever searches. */
  follow: (tenantId: string, changed: Article[]) => Promise<void>
}
type Step = { kind: ArticleEventKind; by: string | null; comment?: string | null; version?: number | null }
type Care = { ownerId?: string | null | undefined; dueAt?: string | null | undefined; comment?: string | undefined }

export function createRecord({ events, clock, ids }: Pick<Desk, 'events' | 'clock' | 'ids'>) {
  return function record<T>(
    tenantId: string,
    { article, kind, by, comment = null, version = article.version }: Step & { article: Named },
    handle: Parameters<typeof events.insert<T>>[2],
  ): Promise<void> {
    const { id: articleId, title } = article
    const event = { id: ids.next('aev'), articleId, title, kind, version, by, at: isoInstant(clock), comment }
    return events.insert(tenantId, [event], handle)
  }
}
type Named = Pick<Article, 'id' | 'title' | 'version'>

/**
 * A translation points to the first of its kind, so that all of them are found by one key. Throws `invalid-request` for
 * what is no article in another language.
 */
export function createTranslationKey(store: ArticleStore) {
  return async function keyOf(
    tenantId: string,
    { id, language, translationOf }: Pick<Article, 'id' | 'language' | 'translationOf'>,
    handle: ArticleHandle,
  ): Promise<string | null> {
    if (translationOf === null) return null
    const first = await store.find(tenantId, translationOf, handle)
    if (first && first.id !== id && first.language !== language) return first.translationOf ?? first.id
    const error = { path: 'body.translationOf', message: 'is no article in another language' }
    throw new Problem('invalid-request', { errors: [error] })
  }
}

export function createEditing(desk: Desk) {
  const { store, clock, ids } = desk
  const record = createRecord(desk)
  const keyOf = createTranslationKey(store)

  async function insert(tenantId: string, article: Article, kind: 'created' | 'proposed'): Promise<Article> {
    await store.transaction(async (handle) => {
      article.translationOf = await keyOf(tenantId, article, handle)
      await store.insert(tenantId, [article], handle)
      await record(
        tenantId,
        { article, kind, by: article.updatedBy, comment: article.proposal?.reason ?? null },
        handle,
      )
    })
    await desk.follow(tenantId, [article])
    return article
  }

  function toArticle(draft: ArticleDraft, by: string | null, proposal: ArticleProposal | null = null): Article {
    const at = isoInstant(clock)
    const stamps = { version: 1, source: null, origin: null, proposal, updatedBy: by, createdAt: at, updatedAt: at }
    return { ...withText(draft), id: ids.next('art'), ...stamps }
  }

  return {
    /**
     * `by`: the staff id of who adds it, or null for the machine. Throws `review-required` where somebody would publish
     * what nobody else has seen.
     */
    async add(tenantId: string, draft: ArticleDraft, by: string | null = null): Promise<Article> {
      if (by !== null && draft.status === 'published' && (await desk.reviewRequired(tenantId)))
        throw new Problem('review-required')
      return insert(tenantId, toArticle(draft, by), 'created')
    },

    /**
     * What a machine thinks should be known. It waits for a person's review, always. `writer`: the person
     * who put it into words, where one did.
     */
    propose: (
      tenantId: string,
      draft: ArticleDraft,
      { writer = null, ...proposal }: ArticleProposal & { writer?: string | null },
    ): Promise<Article> => insert(tenantId, toArticle({ ...draft, status: 'review' }, writer, proposal), 'proposed'),

    /**
     * Replaces an article; what the change does not say stays. Throws `changed-meanwhile` when `version` is not the
     * newest, `not-found` when it is gone, `review-required` where a live text may not be changed in one step.
     */
    async change(
      tenantId: string,
      id: string,
      { by = null, version, ...change }: ArticleChange & { by?: string | null },
    ): Promise<Article> {
      const needsReview = await desk.reviewRequired(tenantId)
      const article = await store.transaction(async (handle) => {
        const before = await store.lock(tenantId, id, handle)
        if (!before) throw new Problem('not-found')
        if (before.version !== version) throw new Problem('changed-meanwhile')
        const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        const stamps = { version: version + 1, updatedBy: by, updatedAt: isoInstant(clock) }
        const after: Article = withText({ ...before, ...said, ...stamps })
        checkWhole(after)
        const isUnseen = by === null ? before.status === 'review' : needsReview
        if (after.status === 'published' && isUnseen) throw new Problem('review-required')
        after.translationOf = await keyOf(tenantId, after, handle)
        await store.write(tenantId, { article: after, before }, handle)
        await record(tenantId, { article: after, kind: kindOf(before, after), by }, handle)
        return after
      })
      await desk.follow(tenantId, [article])
      return article
    },

    /** Throws `not-found`. Its versions go with it; that it was there stays on record. */
    async remove(tenantId: string, id: string, by: string | null = null): Promise<void> {
      await store.transaction(async (handle) => {
        const article = await store.lock(tenantId, id, handle)
        if (!article) throw new Problem('not-found')
        await store.remove(tenantId, id, handle)
        await record(tenantId, { article, kind: 'removed', by, version: null }, handle)
      })
    },

    /** Says who looks after an article and when it has to be looked at again. Throws `not-found`. */
    async care(tenantId: string, id: string, { by, comment, ...care }: Care & { by: string }): Promise<Article> {
      return store.transaction(async (handle) => {
        const before = await store.lock(tenantId, id, handle)
        if (!before) throw new Problem('not-found')
        const { ownerId = before.ownerId, dueAt = before.dueAt } = care
        const article = { ...before, ownerId, dueAt }
        await store.write(tenantId, { article, before, past: false }, handle)
        await record(tenantId, { article, kind: 'cared', by, comment: comment ?? null }, handle)
        return article
      })
    },
  }
}

function kindOf(before: Article, after: Article): ArticleEventKind {
  if (after.status === before.status) return 'changed'
  if (after.status === 'archived') return 'archived'
  // A person who publishes what waited for review has reviewed it.
  return before.status === 'review' && after.status === 'published' ? 'approved' : 'changed'
}
