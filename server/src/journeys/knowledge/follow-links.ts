/** What else a run has to read: the links of a page, the lists of a site or a folder, within the limits that were set. */
import type { Fetched, Sources, Step, StoredRun, StoredSource } from '#sources'
import type { ReadItem } from './read-item.ts'

type Taking = { source: StoredSource; run: StoredRun; step: Step }
type Listed = Exclude<Awaited<ReturnType<Sources['fetchStep']>>, Fetched>

const deepestSitemap = 3
const mostSitemaps = 500

export function createFollowLinks({ sources }: { sources: Sources }) {
  /** Adds pages while there is room; that there was none is noted, and keeps what was not met from being withdrawn. */
  async function addPages(
    tenantId: string,
    { source, run }: Taking,
    { addresses, depth }: { addresses: string[]; depth: number },
  ) {
    if (source.place.kind !== 'site' || addresses.length === 0) return
    const room = Math.max(0, source.place.mostPages - (await sources.countSteps(tenantId, run.id)))
    const steps = [...new Set(addresses)].map((location) =>
      sources.stepOf({ kind: 'page', location, depth, itemId: null }),
    )
    if (steps.length > room) {
      const fresh = await sources.freshSteps(tenantId, run.id, steps)
      if (fresh.length > room) await sources.noteRun(tenantId, run.id, 'most-pages-reached')
      await sources.addSteps(tenantId, { runId: run.id, added: fresh.slice(0, room) })
      return
    }
    await sources.addSteps(tenantId, { runId: run.id, added: steps })
  }

  return {
    async fromPage(tenantId: string, taking: Taking, links: string[]): Promise<void> {
      const { source, step } = taking
      if (source.place.kind !== 'site' || source.place.by !== 'crawl' || step.depth >= source.place.depth) return
      const addresses = sources.wantedLinks(source.place, links)
      await addPages(tenantId, taking, { addresses, depth: step.depth + 1 })
    },

    async fromList(tenantId: string, taking: Taking, listed: Listed): Promise<void> {
      const { run, step } = taking
      if (listed.outcome === 'files') {
        if (listed.more) await sources.noteRun(tenantId, run.id, 'most-files-reached')
        const added = listed.files.map(({ path }) =>
          sources.stepOf({ kind: 'file', location: path, depth: 1, itemId: null }),
        )
        await sources.addSteps(tenantId, { runId: run.id, added })
        return
      }
      const { pages, sitemaps, more } = listed.sitemap
      if (more) await sources.noteRun(tenantId, run.id, 'most-pages-reached')
      const deeper = step.depth + 1 < deepestSitemap ? sitemaps.slice(0, mostSitemaps) : []
      const added = deeper.map((location) =>
        sources.stepOf({ kind: 'sitemap', location, depth: step.depth + 1, itemId: null }),
      )
      await sources.addSteps(tenantId, { runId: run.id, added })
      await addPages(tenantId, taking, { addresses: pages, depth: 0 })
    },

    /** Whether a page that was led to is not yet among those of the run. */
    async claim(tenantId: string, { run, step }: Taking, location: string): Promise<boolean> {
      const added = [sources.stepOf({ kind: 'page', location, depth: step.depth, itemId: null })]
      return (await sources.addSteps(tenantId, { runId: run.id, added })) > 0
    },

    /** It has been read already, under the address that led to it. */
    async settle(
      tenantId: string,
      { run, location }: { run: StoredRun; location: string },
      read: ReadItem,
    ): Promise<void> {
      const { locationHash } = sources.stepOf({ kind: 'page', location, depth: 0, itemId: null })
      const result = { itemId: read.itemId, outcome: 'skipped', reason: null, pages: 0, milliseconds: 0 } as const
      await sources.finishStep(tenantId, run.id, { locationHash, result })
    },
  }
}
