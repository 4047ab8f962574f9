/** The search engine as configured: in this process, in LanceDB, or in OpenSearch. */
import { join } from 'node:path'
import type { Log } from '#platform/log'
import type { CreateIndex } from '#platform/search'
import { createMemoryIndex, openMemoryIndex } from '../platform/search/memory/memory.ts'
import type { Config } from './config.ts'
import { fingerprintOf, savedIndexFile, tidySavedIndexes } from './saved-indexes.ts'

type Surroundings = { /** Where the program lies. */ root: string; log: Log }

/** What an engine in this process saves lies in the data folder. */
export async function openSearchEngine(
  { search, data }: Pick<Config, 'search' | 'data'>,
  { root, log }: Surroundings,
): Promise<CreateIndex> {
  const folder = join(data, 'search')
  const fingerprint = await fingerprintOf(root)
  await tidySavedIndexes(folder, fingerprint)
  if (search.engine === 'lancedb') {
    const { createLanceIndex } = await import('../platform/search/lancedb.ts')
    // One folder for each process: what is in it is derived and emptied at the start.
    return (tokens, tenantId) => createLanceIndex({ folder: join(folder, `${tenantId}-${process.pid}`), tokens })
  }
  if (search.engine === 'opensearch') {
    const { createOpensearchIndex } = await import('../platform/search/opensearch.ts')
    const url = search.opensearchUrl!
    return (tokens, tenantId) => createOpensearchIndex({ url, name: `lingxi-${tenantId.toLowerCase()}`, tokens })
  }
  return createInProcess({ fileOf: (tenantId) => savedIndexFile(folder, tenantId, fingerprint), log })
}

/** Indexes in this process. What cannot be read is thrown away, and the articles are cut again. */
export function createInProcess({ fileOf, log }: { fileOf: (tenantId: string) => string; log: Log }): CreateIndex {
  return (tokens, tenantId, accepts) => {
    const onFailure = (error: unknown) => log.error('search-index-not-built', { tenantId }, error)
    if (!accepts) return createMemoryIndex({ tokens, onFailure })
    const onRefused = (reason: string) => log.warn('saved-search-index-refused', { tenantId, reason })
    return openMemoryIndex({ tokens, file: fileOf(tenantId), accepts, onRefused, onFailure })
  }
}
