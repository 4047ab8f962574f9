/**
 * How a text becomes live where somebody looks at it first. A text that was never live waits as the article itself; a
 * newer text waits beside the live one, which stays as it is until exactly that edition is approved.
 */
import type { Article, ArticleChange, ArticleProposal } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { ReviewItem, Revision, RevisionState } from '@lingxi/contract/review'
import { isoInstant } from '#platform/clock'
import type { ArticleHandle } from './article-store.ts'
import { createRecord, createTranslationKey, type Desk } from './editing.ts'
import type { FoundItem, RevisionStore } from './revision-store.ts'
import { articleAfter, checkWhole, contentOf, startedFrom } from './revisions.ts'

type Parts = Desk & { revisions: RevisionStore }
type Step = { edition: number; by: string; comment?: string | undefined }
type Saving = Omit<ArticleChange, 'status'> & { edition: number; by: string; comment?: string | undefined }
type ProposedText = Partial<Omit<ArticleChange, 'status' | 'version'>> & {
  proposal: ArticleProposal
  by?: string | null
}
type Page = { state: RevisionState; limit: number; offset: number }
/** What a step is about: the article with, if there is one, the newer text beside it. Both are locked. */
type Waiting = { article: Article; revision: Revision | undefined; handle: ArticleHandle }

export function createReviewing(parts: Parts) {
  const { store, revisions, clock } = parts
  const record = createRecord(parts)
  const keyOf = createTranslationKey(store)

  function withLocked<Result>(tenantId: string, id: string, work: (waiting: Waiting) => Promise<Result>) {
    return store.transaction(async (handle) => {
      const article = await store.lock(tenantId, id, handle)
      if (!article) throw new Problem('not-found')
      return work({ article, revision: await revisions.find(tenantId, id, handle), handle })
    })
  }

  /** As `by` sees them: nobody approves what they have put words into, however many have since. */
  async function present(tenantId: string, items: FoundItem[], by: string): Promise<ReviewItem[]> {
    const needsOther = await parts.reviewRequired(tenantId)
    const ids = items.map(({ articleId }) => articleId)
    const hasWritten = needsOther && (await parts.events.writersOf(tenantId, ids))
    const isOwn = ({ articleId, of, editedBy }: FoundItem) =>
      editedBy === by || (hasWritten && hasWritten(articleId, { of, by }))
    return items.map((item) => ({ ...item, mayApprove: item.state === 'review' && !(needsOther && isOwn(item)) }))
  }

  /** Moves what was never live, or the newer text, from one state to the other. */
  async function move(tenantId: string, id: string, { edition, by, comment, ...to }: Step & Move): Promise<ReviewItem> {
    const from = to.state === 'review' ? 'draft' : 'review'
    await withLocked(tenantId, id, async ({ article, revision, handle }) => {
      const at = isoInstant(clock)
      const submitted = to.state === 'review' ? { submittedBy: by, submittedAt: at } : {}
      const subject = waitingOf(article, revision)
      if (subject.state !== from) throw new Problem(from === 'review' ? 'not-in-review' : 'changed-meanwhile')
      if (subject.edition !== edition) throw new Problem('changed-meanwhile')
      if (revision) {
        const moved = { ...revision, ...submitted, state: to.state, edition: edition + 1, comment: comment || null }
        await revisions.put(tenantId, moved, handle)
      } else {
        const moved = { ...article, status: to.state, version: edition + 1, updatedAt: at }
        await store.write(tenantId, { article: moved, before: article, past: false }, handle)
      }
      await record(tenantId, { article, kind: to.kind, by, comment: comment || null, version: edition + 1 }, handle)
    })
    return find(tenantId, id, { state: to.state, by })
  }
  type Move = { state: RevisionState; kind: 'submitted' | 'withdrawn' | 'returned' }

  async function find(tenantId: string, id: string, { state, by }: { state: RevisionState; by: string }) {
    const { items } = await revisions.list(tenantId, { state, articleId: id, limit: 1, offset: 0 })
    const [item] = await present(tenantId, items, by)
    if (!item) throw new Problem('changed-meanwhile')
    return item
  }

  return {
    /** What waits for review or is being written beside live texts, the longest first, as `by` sees it. */
    async listReviews(tenantId: string, { by, ...page }: Page & { by: string }) {
      const { items, total } = await revisions.list(tenantId, page)
      return { items: await present(tenantId, items, by), total }
    },

    /** The newer text beside a live one, if there is one. Throws `not-found` where there is no article. */
    async findRevision(tenantId: string, id: string): Promise<Revision | null> {
      if (!(await store.find(tenantId, id))) throw new Problem('not-found')
      return (await revisions.find(tenantId, id)) ?? null
    },

    /**
     * Keeps a newer text beside the live one. `version` is the article it is written for, `edition` the saved one it
     * started from, 0 for none. Throws `changed-meanwhile` when either is another by now.
     */
    saveRevision: (
      tenantId: string,
      id: string,
      { edition, by, comment, version, ...said }: Saving,
    ): Promise<Revision> =>
      withLocked(tenantId, id, async ({ article, revision, handle }) => {
        if (article.status !== 'published')
          throw new Problem('invalid-request', { detail: 'it is not live: change the article itself' })
        if (article.version !== version || (revision?.edition ?? 0) !== edition) throw new Problem('changed-meanwhile')
        const started = revision ?? startedFrom(article)
        const draft = contentOf(started.draft, said)
        checkWhole(draft)
        draft.translationOf = await keyOf(tenantId, { id, ...draft }, handle)
        const written = { edition: edition + 1, draft, editedBy: by, editedAt: isoInstant(clock) }
        const next = { ...started, base: version, ...written, comment: comment || started.comment }
        await revisions.put(tenantId, next, handle)
        await record(
          tenantId,
          { article, kind: 'drafted', by, comment: comment || null, version: next.edition },
          handle,
        )
        return next
      }),

    /**
     * A newer text that a machine proposes for a live one: it waits for a person's review, always. `by`: who asked it to,
     * and counts as who wrote it. `busy` where another newer text stands there already, or the article is not live.
     */
    proposeRevision: (
      tenantId: string,
      id: string,
      { proposal, by = null, ...said }: ProposedText,
    ): Promise<'proposed' | 'busy'> =>
      withLocked(tenantId, id, async ({ article, revision, handle }) => {
        if (revision || article.status !== 'published') return 'busy'
        const at = isoInstant(clock)
        const written = { editedBy: by, editedAt: at, submittedBy: by, submittedAt: at }
        const draft = contentOf(article, said)
        checkWhole(draft)
        const next = { articleId: id, base: article.version, edition: 1, state: 'review' as const, draft, proposal }
        await revisions.put(tenantId, { ...next, ...written, comment: null, origin: null }, handle)
        await record(tenantId, { article, kind: 'proposed', by, comment: proposal.reason, version: 1 }, handle)
        return 'proposed'
      }),

    /** Throws `changed-meanwhile` when it is another edition by now or gone. */
    discardRevision: (tenantId: string, id: string, { edition, by }: Step): Promise<void> =>
      withLocked(tenantId, id, async ({ article, revision, handle }) => {
        if (revision?.edition !== edition) throw new Problem('changed-meanwhile')
        await revisions.remove(tenantId, id, handle)
        await record(tenantId, { article, kind: 'discarded', by, version: edition }, handle)
      }),

    submit: (tenantId: string, id: string, step: Step): Promise<ReviewItem> =>
      move(tenantId, id, { ...step, state: 'review', kind: 'submitted' }),

    withdraw: (tenantId: string, id: string, step: Step): Promise<ReviewItem> =>
      move(tenantId, id, { ...step, state: 'draft', kind: 'withdrawn' }),

    /** Sends it back to its author with a comment. */
    sendBack: (tenantId: string, id: string, step: Step): Promise<ReviewItem> =>
      move(tenantId, id, { ...step, state: 'draft', kind: 'returned' }),

    /**
     * Makes exactly this edition live. Throws `not-in-review`, `changed-meanwhile` when it or the live text under it is
     * another by now, and `own-work` where four eyes are asked for and `by` has written any of it.
     */
    async approve(tenantId: string, id: string, { edition, by, comment }: Step): Promise<Article> {
      const needsOther = await parts.reviewRequired(tenantId)
      const article = await withLocked(tenantId, id, async ({ article: before, revision, handle }) => {
        const waiting = waitingOf(before, revision)
        if (waiting.state !== 'review') throw new Problem('not-in-review')
        if (waiting.edition !== edition) throw new Problem('changed-meanwhile')
        if (waiting.base !== before.version)
          throw new Problem('changed-meanwhile', {
            detail: 'the live text is another by now: save the newer one over it',
          })
        const hasWritten = needsOther && (await parts.events.writersOf(tenantId, [id], handle))
        const of = revision ? 'revision' : 'article'
        if (hasWritten && (waiting.editedBy === by || hasWritten(id, { of, by }))) throw new Problem('own-work')
        const after = articleAfter(before, revision, isoInstant(clock))
        await store.write(tenantId, { article: after, before, past: revision !== undefined }, handle)
        if (revision) await revisions.remove(tenantId, id, handle)
        await record(tenantId, { article: after, kind: 'approved', by, comment: comment || null }, handle)
        return after
      })
      await parts.follow(tenantId, [article])
      return article
    },
  }
}

/** The newer text where there is one, else the article itself. */
function waitingOf({ status, version, updatedBy }: Article, revision: Revision | undefined) {
  return revision ?? { state: status, edition: version, base: version, editedBy: updatedBy }
}
