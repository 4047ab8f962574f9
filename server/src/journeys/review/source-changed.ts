/** Whether the document that an article was taken from says something else by now, or is gone. */
import type { Article } from '@lingxi/contract/knowledge'
import type { Sources } from '#sources'

type Parts = { sources: Pick<Sources, 'findItem'> }

/**
 * The moment (ISO) since which it is so, or nothing. What a source brings is brought into its articles when it is read; an
 * article stays behind where the newer document could not be read, where it was withdrawn and somebody published it all the
 * same, or where its source was removed and the article kept.
 */
export function createSourceChanged({ sources }: Parts) {
  return async function sourceChanged(tenantId: string, { origin, updatedAt }: Article): Promise<string | null> {
    if (!origin) return null
    const item = await sources.findItem(tenantId, origin.itemId)
    if (!item) return updatedAt
    const isBehind = item.state === 'withdrawn' || (item.readHash !== null && item.readHash !== item.contentHash)
    return isBehind ? (item.checkedAt ?? updatedAt) : null
  }
}
