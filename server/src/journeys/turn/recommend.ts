/** A customer looks for a product: the catalogue that they may see is asked before the passages, as the conversation went on. */
import type { Reader } from '@lingxi/contract/audience'
import type { ConversationEvent } from '@lingxi/contract/conversation'
import type { Language } from '@lingxi/contract/message'
import type { Wish } from '@lingxi/contract/wish'
import type { Knowledge } from '#knowledge'
import type { Recommend, Recommendation } from '#recommending'
import type { Answer } from './answer.ts'

type Parts = { knowledge: Pick<Knowledge, 'catalogue'>; recommend: Recommend }
type Looking = {
  said: string
  language: Language
  reader: Reader
  /** Where they write: an article may have another text for it. */
  channel?: string | undefined
  /** When (ms) it is asked; absent: now. */
  at?: number | undefined
  before: Wish | undefined
}
/** `firm`: more than a kind and a property were said, or it goes on from before; else a stored answer may say it better. */
export type Recommended = Recommendation & { firm: boolean; isProduct: (articleId: string) => boolean }
export type RecommendProducts = (tenantId: string, looking: Looking) => Promise<Recommended | undefined>

/** So many turns ago products were named at most: what is said later speaks of something else. */
const mostTurns = 3

export function createRecommendProducts({ knowledge, recommend }: Parts): RecommendProducts {
  return async function recommendProducts(tenantId, { said, language, before, ...asker }) {
    const { products, tokens, synonyms } = await knowledge.catalogue(tenantId, asker)
    const found = recommend({ said, language, before, products, tokens, synonyms })
    if (!found) return undefined
    const { conditions, order } = found.wish
    const firm = before !== undefined || order !== 'fit' || conditions.some(({ kind }) => kind !== 'has')
    return { ...found, firm, isProduct: (id) => products.some(({ articleId }) => articleId === id) }
  }
}

/** A stored question that is surely the asked one was written for it: 敏感肌能用哪些护肤品？ */
const surely = 0.85

/** The products, unless a stored answer says it better; without any, what is found. */
export async function tellBetter<Found extends Answer>(
  recommended: Recommended | undefined,
  find: () => Promise<Found>,
): Promise<Recommended | Found> {
  if (recommended?.firm) return recommended
  const found = await find()
  if (!recommended) return found
  const { outcome, support, citations } = found
  const isStored = outcome === 'answered' && !citations.some(({ articleId }) => recommended.isProduct(articleId))
  return isStored && support >= surely ? found : recommended
}

/** What was looked for in the turns just before, where products were named then. */
export function wishIn(events: readonly ConversationEvent[]): Wish | undefined {
  const turns = events.filter((event) => event.type === 'turn-decided').slice(-mostTurns)
  return turns.findLast(({ why }) => why.wish !== undefined)?.why.wish
}
