/** Sources made, changed and removed. */
import { Problem } from '@lingxi/contract/problem'
import type { Source, SourceDraft, SourceTrust } from '@lingxi/contract/source'
import { presentSource } from './present.ts'
import { findFolder } from './reading/folder.ts'
import { isoAt, nextLook, type SourceParts, type Stores } from './source-parts.ts'

const day = 86_400_000

export function createSettingUp({ clock, ids, root }: SourceParts, { sources, items, runs, blobs, events }: Stores) {
  async function present(tenantId: string, id: string): Promise<Source> {
    const source = await get(tenantId, id)
    const { runs: last } = await runs.list(tenantId, id, { limit: 1, offset: 0 })
    const counts = (await items.counts(tenantId)).get(id)
    return presentSource(source, { counts, lastRun: last[0] })
  }

  /** Throws `not-found`. */
  async function get(tenantId: string, id: string) {
    const source = await sources.find(tenantId, id)
    if (!source) throw new Problem('not-found')
    return source
  }

  async function check({ place }: SourceDraft): Promise<void> {
    if (place.kind !== 'folder' || (await findFolder(root, place.path))) return
    const detail = root ? 'there is no such folder below the allowed one' : 'no folder is allowed on this server'
    throw new Problem('invalid-request', { errors: [{ path: 'body.place.path', message: detail }] })
  }

  const newSecret = () => `whsec_${ids.secret()}`

  return {
    /** Throws `not-found`. */
    getSource: get,
    findSource: sources.find,
    presentSource: present,

    async listSources(tenantId: string): Promise<Source[]> {
      const [all, counts, last] = await Promise.all([
        sources.list(tenantId),
        items.counts(tenantId),
        runs.lastOfEach(tenantId),
      ])
      return all.map((source) => presentSource(source, { counts: counts.get(source.id), lastRun: last.get(source.id) }))
    },

    /** Throws `invalid-request` for a folder that may not be read. */
    async addSource(tenantId: string, draft: SourceDraft): Promise<{ source: Source; secret: string | null }> {
      await check(draft)
      const at = isoAt(clock.now())
      const id = ids.next('src')
      const secret = draft.place.kind === 'webhook' ? newSecret() : null
      const nextAt = draft.paused ? null : nextLook(draft.schedule, clock.now())
      await sources.insert(tenantId, { ...draft, id, nextAt, createdAt: at, updatedAt: at }, secret)
      return { source: await present(tenantId, id), secret }
    },

    /** Throws `not-found`; `invalid-request` for another kind of place. */
    async changeSource(tenantId: string, id: string, draft: SourceDraft): Promise<Source> {
      const before = await get(tenantId, id)
      if (before.place.kind !== draft.place.kind)
        throw new Problem('invalid-request', { errors: [{ path: 'body.place.kind', message: 'cannot be changed' }] })
      await check(draft)
      const nextAt = draft.paused ? null : nextLook(draft.schedule, clock.now())
      await sources.change(tenantId, id, { draft, at: isoAt(clock.now()), nextAt })
      return present(tenantId, id)
    },

    /** Whether what comes from it needs no review; on record with who said so. Throws `not-found`. */
    async trustSource(
      tenantId: string,
      id: string,
      { trusted, by }: { trusted: boolean; by: string },
    ): Promise<Source> {
      await get(tenantId, id)
      await sources.trust(tenantId, id, { id: ids.next('trs'), trusted, by, at: isoAt(clock.now()) })
      return present(tenantId, id)
    },
    /** Throws `not-found`. */
    async listTrust(tenantId: string, id: string): Promise<SourceTrust[]> {
      await get(tenantId, id)
      return sources.listTrust(tenantId, id)
    },

    /** Removes a source with its items, originals and runs; the articles are the caller's to remove first. */
    async removeSource(tenantId: string, id: string): Promise<void> {
      await get(tenantId, id)
      for (;;) {
        const { items: some } = await items.list(tenantId, id, { limit: 200, offset: 0 })
        if (some.length === 0) break
        await items.remove(
          tenantId,
          some.map((item) => item.id),
        )
        await blobs.removeTexts(
          tenantId,
          some.map((item) => item.id),
        )
        await blobs.remove(
          tenantId,
          some.flatMap(({ blobId }) => blobId ?? []),
        )
      }
      await events.removeOfSource(tenantId, id)
      await runs.removeOfSource(tenantId, id)
      await sources.remove(tenantId, id)
    },

    /** A new secret; the one before signs for another day, so that the other system can be told. */
    async rotateSecret(tenantId: string, id: string): Promise<string> {
      const { place } = await get(tenantId, id)
      if (place.kind !== 'webhook') throw new Problem('not-found')
      const secret = newSecret()
      await sources.changeSecret(tenantId, id, { secret, previousUntil: isoAt(clock.now() + day) })
      return secret
    },

    /** Secrets that sign for a source now; none when there is no such webhook. */
    async secretsOf(tenantId: string, id: string): Promise<string[]> {
      const stored = await sources.findSecrets(tenantId, id)
      const isGood = stored?.previousUntil && Date.parse(stored.previousUntil) > clock.now()
      return [stored?.secret, isGood ? stored.previous : undefined].filter((secret) => typeof secret === 'string')
    },
  }
}
