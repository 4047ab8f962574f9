/** What an article was, who did what to it, and how an old text becomes the newest again. */
import type { Article } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { ArticleEvent, Revision, VersionRow } from '@lingxi/contract/review'
import { isoInstant } from '#platform/clock'
import { createRecord, type Desk } from './editing.ts'
import type { EventPage } from './event-store.ts'
import type { RevisionStore } from './revision-store.ts'
import { contentOf } from './revisions.ts'
import type { VersionStore } from './version-store.ts'

type Parts = Desk & { revisions: RevisionStore; versions: VersionStore }
type Page = { limit: number; offset: number }
type Restoring = { restore: number; version: number; by: string; comment?: string | undefined }

export function createHistory(parts: Parts) {
  const { store, versions, revisions, clock } = parts
  const record = createRecord(parts)

  async function get(tenantId: string, id: string): Promise<Article> {
    const article = await store.find(tenantId, id)
    if (!article) throw new Problem('not-found')
    return article
  }

  async function getVersion(tenantId: string, id: string, version: number): Promise<Article> {
    const current = await get(tenantId, id)
    const article = version === current.version ? current : await versions.find(tenantId, id, version)
    if (!article) throw new Problem('not-found')
    return article
  }

  return {
    /** Newest first; the first is the article as it is. Throws `not-found`. */
    async listVersions(tenantId: string, id: string, { limit, offset }: Page) {
      const { version, title, status, updatedBy: by, updatedAt: at } = await get(tenantId, id)
      const current: VersionRow = { version, title, status, by, at, isCurrent: true }
      const past = await versions.list(tenantId, id, {
        limit: offset === 0 ? limit - 1 : limit,
        offset: Math.max(0, offset - 1),
      })
      const rows = past.map((row): VersionRow => ({ ...row, isCurrent: false }))
      const total = 1 + (await versions.count(tenantId, id))
      return { versions: offset === 0 ? [current, ...rows] : rows, total }
    },

    /** The article as it was. Throws `not-found`. */
    getVersion,

    /**
     * Makes a new version of an old one, over the version that was looked at. Where texts are reviewed first it becomes a
     * draft beside the live text. Throws `not-found`, and `changed-meanwhile` when another version or draft is there.
     */
    async restore(tenantId: string, id: string, { restore, version, by, comment }: Restoring) {
      const old = await getVersion(tenantId, id, restore)
      const needsReview = await parts.reviewRequired(tenantId)
      const said = comment || `#${restore}`
      const restored = await store.transaction(
        async (handle): Promise<{ article: Article; revision: Revision | null }> => {
          const before = await store.lock(tenantId, id, handle)
          if (!before) throw new Problem('not-found')
          if (before.version !== version) throw new Problem('changed-meanwhile')
          const at = isoInstant(clock)
          if (!(needsReview && before.status === 'published')) {
            const article = { ...before, ...contentOf(old), version: version + 1, updatedBy: by, updatedAt: at }
            await store.write(tenantId, { article, before }, handle)
            await record(tenantId, { article, kind: 'restored', by, comment: said }, handle)
            return { article, revision: null }
          }
          if (await revisions.find(tenantId, id, handle))
            throw new Problem('changed-meanwhile', { detail: 'another draft stands beside the live text' })
          const beside = { articleId: id, base: version, edition: 1, state: 'draft' as const, draft: contentOf(old) }
          const written = { editedBy: by, editedAt: at, submittedBy: null, submittedAt: null }
          const revision = { ...beside, ...written, comment: said, proposal: null, origin: null }
          await revisions.put(tenantId, revision, handle)
          await record(tenantId, { article: before, kind: 'restored', by, comment: said, version: 1 }, handle)
          return { article: before, revision }
        },
      )
      if (!restored.revision) await parts.follow(tenantId, [restored.article])
      return restored
    },

    /** Who did what, newest first; of one article or of all, those that are gone included. */
    listEvents: (tenantId: string, page: EventPage): Promise<{ events: ArticleEvent[]; total: number }> =>
      parts.events.list(tenantId, page),
  }
}
