/**
 * What comes from a source where every text is seen by somebody first: what is new waits as an article in review, and what
 * would change a live text waits beside it. A person's own draft beside a live text is never written over.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Audience } from '@lingxi/contract/audience'
import type { Article } from '@lingxi/contract/knowledge'
import type { ArticleEvent, Revision } from '@lingxi/contract/review'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { ArticleHandle } from './article-store.ts'
import type { EventStore } from './event-store.ts'
import type { RevisionStore } from './revision-store.ts'
import { contentOf } from './revisions.ts'

/** By this the machine's own texts beside live ones are known. */
const bySource = 'source'
export const draftInTheWay =
  'A draft of somebody stands beside the live text. Approve it or throw it away, and read the source anew.'

type Parts = { revisions: RevisionStore; events: EventStore; clock: Clock; ids: Ids }
type Change = { before: Article; next: Article }

export function createSourceReview({ revisions, events, clock, ids }: Parts) {
  const isTheirs = (revision: Revision | undefined) =>
    revision !== undefined && (revision.editedBy !== null || revision.proposal?.by !== bySource)

  async function record(tenantId: string, said: Pick<ArticleEvent, 'kind' | 'comment'>, of: Handled): Promise<void> {
    const at = isoInstant(clock)
    const told = of.articles.map(({ id, title, version }) => {
      return { id: ids.next('aev'), articleId: id, title, version, by: null, at, ...said }
    })
    await events.insert(tenantId, told, of.handle)
  }
  type Handled = { articles: Article[]; handle: ArticleHandle }

  return {
    /** What was written to wait, and what was taken out of use, goes on record. */
    submitted: (tenantId: string, of: Handled) => record(tenantId, { kind: 'submitted', comment: bySource }, of),
    withdrawn: (tenantId: string, of: Handled) => record(tenantId, { kind: 'archived', comment: bySource }, of),

    /** Puts the newer text beside the live one, to be reviewed. `busy` where a person's draft stands there. */
    async putBeside(
      tenantId: string,
      { before, next }: Change,
      handle: ArticleHandle,
    ): Promise<'waits' | 'same' | 'busy'> {
      const there = await revisions.find(tenantId, before.id, handle)
      if (isTheirs(there)) return 'busy'
      const draft = contentOf(next)
      const isSame = there?.base === before.version && isDeepStrictEqual(there.draft, draft)
      if (isSame) return 'same'
      const at = isoInstant(clock)
      const reason = next.origin?.location ?? ''
      const revision: Revision = {
        articleId: before.id,
        base: before.version,
        edition: (there?.edition ?? 0) + 1,
        state: 'review',
        draft,
        comment: null,
        proposal: { by: bySource, reason: reason.slice(0, 2000), about: next.origin?.itemId ?? null },
        origin: next.origin,
        editedBy: null,
        editedAt: at,
        submittedBy: null,
        submittedAt: at,
      }
      await revisions.put(tenantId, revision, handle)
      await record(tenantId, { kind: 'proposed', comment: bySource }, { articles: [before], handle })
      return 'waits'
    },

    /** For whom a source's articles are, its newer texts beside them are as well; they are approved over what they are now. */
    restamp: (tenantId: string, stamped: { articles: Article[]; audience: Audience }, handle: ArticleHandle) =>
      revisions.restamp(
        tenantId,
        { articleIds: stamped.articles.map(({ id }) => id), audience: stamped.audience },
        handle,
      ),

    /** The live text says what the source says, or is out of use: the machine's newer text is not needed any more. */
    async dropBeside(tenantId: string, articles: Article[], handle: ArticleHandle): Promise<void> {
      for (const { id } of articles) {
        const there = await revisions.find(tenantId, id, handle)
        if (there && !isTheirs(there)) await revisions.remove(tenantId, id, handle)
      }
    },
  }
}
export type SourceReview = ReturnType<typeof createSourceReview>
