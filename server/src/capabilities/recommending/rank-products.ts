/** Products in the order in which they fit a wish. */
import type { Wish, WishCondition } from '@lingxi/contract/wish'
import { type Held, holdCondition } from './hold-condition.ts'
import type { ReadProduct } from './read-product.ts'
import type { Reading } from './recommending.ts'

export type Ranked = { read: ReadProduct; held: Held[]; fits: boolean; score: number }

/** What is not said may be so; what is said otherwise is not. A number that is missed by little comes near. */
const unsaid = 0.35
const mentionedOnly = 0.6
const closest = 0.3

export function rankProducts(
  products: ReadProduct[],
  { conditions, order }: { conditions: WishCondition[]; order: Wish['order'] },
  reading: Reading,
): Ranked[] {
  const ranked = products.map((read): Ranked => {
    const held = conditions.map((condition) => holdCondition(read, condition, reading))
    return {
      read,
      held,
      fits: held.every(({ verdict }) => verdict === 'met'),
      score: held.reduce((sum, each) => sum + worthOf(each), 0),
    }
  })
  return ranked.toSorted((one, other) => other.score - one.score || byPrice(one, other, order))
}

function worthOf({ verdict, off, mentioned }: Held): number {
  if (verdict === 'met') return 1
  if (verdict === 'unsaid') return mentioned ? mentionedOnly : unsaid
  return off === undefined ? 0 : closest * (1 - off)
}

/** Without another wish the cheaper one first: nobody is sold up. */
function byPrice(one: Ranked, other: Ranked, order: Wish['order']): number {
  const priceOf = ({ read }: Ranked) => read.product.price?.amount ?? Number.POSITIVE_INFINITY
  const [mine, theirs] = [priceOf(one), priceOf(other)]
  if (mine === theirs) return 0
  if (order === 'dearest') return (Number.isFinite(theirs) ? theirs : -1) - (Number.isFinite(mine) ? mine : -1)
  return mine < theirs ? -1 : 1
}
