/** What a customer looks for in the catalogue, as far as it was said: a kind of product and conditions on it. */
import { z } from 'zod'

export const WishCondition = z
  .discriminatedUnion('kind', [
    /** `dimension` as quantities have it (`money ¥`, `volume` …), `least`/`most` in its unit. */
    z.strictObject({
      kind: z.literal('range'),
      said: z.string(),
      dimension: z.string(),
      least: z.number().nullable(),
      most: z.number().nullable(),
    }),
    /** `attribute`: the catalogue's column that it is a value of, where it is one. `suits`: for whom or what it should be. */
    z.strictObject({ kind: z.literal('has'), said: z.string(), attribute: z.string().nullable(), suits: z.boolean() }),
    /** `stuff`: something that may be in a product unsaid, and not a kind of it or one of its values. */
    z.strictObject({ kind: z.literal('without'), said: z.string(), stuff: z.boolean() }),
  ])
  .meta({ id: 'WishCondition' })
export type WishCondition = z.infer<typeof WishCondition>

export const wishOrders = ['fit', 'cheapest', 'dearest'] as const

export const Wish = z
  .strictObject({
    /** The kind of product, in the customer's word. */
    sought: z.string(),
    conditions: z.array(WishCondition),
    order: z.enum(wishOrders),
    /** Articles of the products that were named so far, the newest last. */
    shown: z.array(z.string()),
    /** Products of the kind that the customer may see, and how many of them meet every condition. */
    products: z.int().nonnegative(),
    fit: z.int().nonnegative(),
    /** What was asked back, since too many fit; null: products were named. */
    asked: z.string().nullable(),
  })
  .meta({ id: 'Wish' })
export type Wish = z.infer<typeof Wish>
