/** What a step of a run asks for, by the kind of its source. */
import { refuse } from '#platform/documents'
import type { StoredItem } from '../item-store.ts'
import type { StoredRun } from '../run-store.ts'
import type { Step } from '../step-store.ts'
import type { SourceParts, Stores } from '../source-parts.ts'
import type { StoredSource } from '../source-store.ts'
import type { Fetched } from './fetched.ts'
import { createFetchPage } from './fetch-page.ts'
import { findFolder, type FolderFile, listFolder, readFolderFile } from './folder.ts'
import { createWanted } from './patterns.ts'
import { createRobots } from './robots.ts'
import { readSitemap, type Sitemap } from './sitemap.ts'
import { isOfSite, mayBeDocument, pathOf } from './web-address.ts'

export type Asked = { source: StoredSource; run: StoredRun; step: Step; item: StoredItem | undefined }
/** A list of what else is to be read, instead of a document. */
export type Listed = { outcome: 'pages'; sitemap: Sitemap } | { outcome: 'files'; files: FolderFile[]; more: boolean }

const largestSitemap = 60 * 1024 * 1024

export function createFetchStep({ http, clock, root, largestFile }: SourceParts, { blobs }: Stores) {
  const askRobots = createRobots({ http, clock })
  const fetchPage = createFetchPage({ http, askRobots, mostBytes: Math.min(largestFile, 50 * 1024 * 1024) })

  async function fetchItem(tenantId: string, { item, run }: Asked): Promise<Fetched> {
    if (!item?.blobId) return { outcome: 'gone' }
    if (!run.anew && item.state === 'read' && item.readHash === item.contentHash) return { outcome: 'unchanged' }
    const pieces: Uint8Array[] = []
    for await (const piece of blobs.read(tenantId, item.blobId)) pieces.push(piece)
    return {
      outcome: 'fetched',
      name: item.location,
      bytes: new Uint8Array(Buffer.concat(pieces)),
      mediaType: item.mediaType ?? undefined,
    }
  }

  async function fetchFile({ source, run, step, item }: Asked): Promise<Fetched | Listed> {
    const folder = source.place.kind === 'folder' ? await findFolder(root, source.place.path) : undefined
    if (!folder || source.place.kind !== 'folder')
      return { outcome: 'refused', reason: refuse('not-found'), keeps: true }
    if (step.location === '') {
      const isWanted = createWanted(source.place)
      const { files, more } = await listFolder(folder)
      return { outcome: 'files', files: files.filter(({ path }) => isWanted(path)), more }
    }
    const read = await readFolderFile(folder, { path: step.location, most: largestFile })
    if (!read) return { outcome: 'gone' }
    if (read === 'too-large') return { outcome: 'refused', reason: refuse('too-large'), keeps: false }
    if (!run.anew && item?.state === 'read' && item.lastModified === read.changed) return { outcome: 'unchanged' }
    return { outcome: 'fetched', name: step.location, bytes: read.bytes, lastModified: read.changed }
  }

  async function fetchSitemap({ source, step }: Asked): Promise<Fetched | Listed> {
    if (source.place.kind !== 'site') return { outcome: 'skipped' }
    const { place } = source
    const isWanted = createWanted(place)
    await http.pace(new URL(step.location).host, place.requestsPerSecond)
    const answer = await http.get(step.location, { mostBytes: largestSitemap, retries: 2, within: 60_000 })
    if (answer.outcome !== 'answered') return { outcome: 'refused', reason: refuse(answer.outcome), keeps: true }
    if (answer.status !== 200)
      return { outcome: 'refused', reason: refuse(answer.status === 404 ? 'not-found' : 'answered-badly'), keeps: true }
    const isOurs = (address: string) =>
      isOfSite(address, place.start) && mayBeDocument(address) && isWanted(pathOf(address))
    try {
      return { outcome: 'pages', sitemap: await readSitemap(answer.bytes, { most: place.mostPages, isWanted: isOurs }) }
    } catch {
      return { outcome: 'refused', reason: refuse('damaged'), keeps: true }
    }
  }

  /** Never throws for what is wrong with the place; the database's troubles are thrown. */
  return async function fetchStep(tenantId: string, asked: Asked): Promise<Fetched | Listed> {
    const { source, run, step, item } = asked
    if (step.kind === 'item') return fetchItem(tenantId, asked)
    if (step.kind === 'file') return fetchFile(asked)
    if (step.kind === 'sitemap') return fetchSitemap(asked)
    if (source.place.kind !== 'site') return { outcome: 'skipped' }
    return fetchPage(step.location, { site: source.place, item, anew: run.anew })
  }
}
