/** The search engine as configured: in this process, in LanceDB, or in OpenSearch. */
import { join } from 'node:path'
import type { SearchIndex, Tokens } from '#platform/search'
import type { Config } from './config.ts'

export type CreateIndex = (tokens: Tokens, tenantId: string) => SearchIndex

/** Nothing for the index in this process, which needs nothing opened. */
export async function openSearchEngine({
  search,
  data,
}: Pick<Config, 'search' | 'data'>): Promise<CreateIndex | undefined> {
  if (search.engine === 'lancedb') {
    const { createLanceIndex } = await import('../platform/search/lancedb.ts')
    // One folder for each process: what is in it is derived and emptied at the start.
    return (tokens, tenantId) =>
      createLanceIndex({ folder: join(data, 'search', `${tenantId}-${process.pid}`), tokens })
  }
  if (search.engine === 'opensearch') {
    const { createOpensearchIndex } = await import('../platform/search/opensearch.ts')
    const url = search.opensearchUrl!
    return (tokens, tenantId) => createOpensearchIndex({ url, name: `lingxi-${tenantId.toLowerCase()}`, tokens })
  }
  return undefined
}
