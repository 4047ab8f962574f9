/** Returns and exchanges, as the policy of returns says. */
import { z } from 'zod'
import { findOrder, Item, ofOrder, operation, type Refusal, refuse } from '../operation.ts'
import { isIntimate, isSealed, productOf, stockKey, titleOf } from '../shop/products.ts'
import { type Line, numbered, type Order, type Shop } from '../shop/shop.ts'
import { Size } from '../shop/sizes.ts'
import { Day, dayOf, daysBetween, plusDays, round, Words } from '../shop/words.ts'

export const reasons = ['no_reason', 'size', 'quality', 'wrong', 'damaged'] as const
type Reason = (typeof reasons)[number]
const ours = (reason: Reason) => reason === 'quality' || reason === 'wrong' || reason === 'damaged'

const wish = { ...ofOrder, item: Item, reason: z.enum(reasons) }
/** True in a body is a word in a query. */
const Used = z.union([z.boolean(), z.enum(['true', 'false']).transform((written) => written === 'true')])

type Found = { order: Order; line: Line } | { refused: Refusal }
export function findLine(shop: Shop, input: { order_number: string; phone_tail: string; item: string }): Found {
  const found = findOrder(shop, input)
  if ('refused' in found) return found
  const line = found.order.lines.find(({ item }) => item === input.item)
  if (!line) return refuse('unknown_item', '订单里没有这件商品。', 'There is no such item in the order.')
  return { order: found.order, line }
}

/** Days from delivery within which something may come back. */
const daysFor = (reason: Reason) => (ours(reason) ? 30 : 7)

type Asked = { reason: Reason; used: boolean }
function whyNotReturned(
  shop: Shop,
  { order, line }: { order: Order; line: Line },
  { reason, used, now }: Asked & { now: string },
) {
  if (!order.deliveredAt)
    return refuse(
      'not_delivered',
      '订单还没有签收。还没打包的话可以直接取消。',
      'The order has not been delivered. If it is not packed yet it can simply be cancelled.',
    )
  const open = shop.returns.find(({ item, state }) => item === line.item && state !== 'withdrawn')
  if (open)
    return refuse(
      'already_applied',
      `这件商品已经申请过了，单号 ${open.number}。`,
      `This was applied for already, under ${open.number}.`,
    )
  if (daysBetween(order.deliveredAt, now) > daysFor(reason))
    return refuse(
      'window_over',
      ours(reason)
        ? '签收已经超过 30 天，过了质量问题的退换期限。在保修期内的可以申请维修。'
        : '签收已经超过 7 天，过了无理由退换的期限。如果有质量问题，30 天内还可以换货。',
      ours(reason)
        ? 'More than 30 days have passed since delivery. Within the warranty it can be repaired.'
        : 'More than 7 days have passed since delivery. If something is wrong with it, it can still be exchanged within 30 days.',
    )
  return ours(reason) ? undefined : whyKept(line, used)
}

function whyKept(line: Line, used: boolean) {
  const product = productOf(line.sku)
  if (line.custom)
    return refuse(
      'made_to_order',
      '刻字定制的商品没有质量问题时不能退换。',
      'What was engraved for you cannot come back unless something is wrong with it.',
    )
  if (isIntimate(product))
    return refuse(
      'intimate',
      '贴身衣物没有质量问题时不能退换。',
      'Underwear and socks cannot come back unless something is wrong with them.',
    )
  if (used && isSealed(product))
    return refuse(
      'opened',
      '护肤品和茶叶拆封后，没有质量问题不能退换。',
      'Skincare and tea that have been opened cannot come back unless something is wrong with them.',
    )
  if (used)
    return refuse(
      'used',
      '用过、穿过或洗过的商品不适用无理由退换。',
      'What was worn, used or washed cannot come back without a fault.',
    )
  return undefined
}

function quoteOf(shop: Shop, { order, line }: { order: Order; line: Line }, reason: Reason) {
  const gold = shop.customers.find(({ phone }) => phone === order.phone)?.tier !== 'silver'
  const home = order.region === 'mainland' || order.region === 'remote'
  const fee = ours(reason) || gold || !home ? 0 : 10
  const value = round(line.paid * line.quantity)
  return { value, fee, refund: round(value - fee), pickup: home }
}

export const quoteReturn = operation({
  name: 'quote_return',
  title: { zh: '看看能不能退', en: 'See whether it may be returned' },
  summary: 'Whether an item may come back, how much is refunded and what the postage is.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/items/{item}/return-quote',
  input: z.strictObject({ ...wish, used: Used }),
  output: z.strictObject({
    title: Words,
    refund_amount: z.number(),
    fee: z.number(),
    pickup: z.boolean(),
    until: Day,
    days_since_delivered: z.int(),
  }),
  perform(shop, input, now) {
    const found = findLine(shop, input)
    if ('refused' in found) return found
    const refusal = whyNotReturned(shop, found, { ...input, now })
    if (refusal) return refusal
    const { order, line } = found
    const { fee, refund, pickup } = quoteOf(shop, found, input.reason)
    return {
      done: {
        title: titleOf(line.sku, line.colour, line.size),
        refund_amount: refund,
        fee,
        pickup,
        until: dayOf(plusDays(order.deliveredAt!, daysFor(input.reason))),
        days_since_delivered: daysBetween(order.deliveredAt!, now),
      },
    }
  },
})

export const requestReturn = operation({
  name: 'request_return',
  title: { zh: '申请退货', en: 'Return an item' },
  summary:
    'Opens a return; the money goes back once the parcel has been checked. On the mainland a courier collects it.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/returns',
  input: z.strictObject({ ...wish, used: Used, text: z.string().trim().max(1000).optional() }),
  output: z.strictObject({
    return_number: z.string(),
    refund_amount: z.number(),
    fee: z.number(),
    pickup: Day.nullable(),
    send_to: Words.nullable(),
  }),
  perform(shop, input, now) {
    const found = findLine(shop, input)
    if ('refused' in found) return found
    const refusal = whyNotReturned(shop, found, { ...input, now })
    if (refusal) return refusal
    const { fee, refund, pickup } = quoteOf(shop, found, input.reason)
    const number = numbered(shop, 'RT')
    const pickupAt = pickup ? plusDays(now, 1) : null
    shop.returns.push({
      number,
      order: found.order.number,
      item: input.item,
      kind: 'return',
      reason: input.reason,
      state: 'applied',
      at: now,
      pickupAt,
      refund,
      wants: null,
    })
    return {
      done: {
        return_number: number,
        refund_amount: refund,
        fee,
        pickup: pickupAt && dayOf(pickupAt),
        send_to: pickup
          ? null
          : { zh: '浙江省杭州市余杭区良渚仓库 3 号门', en: 'Gate 3, Liangzhu Warehouse, Yuhang, Hangzhou, China' },
      } as { return_number: string; refund_amount: number; fee: number; pickup: Day | null; send_to: Words | null },
    }
  },
})

export const requestExchange = operation({
  name: 'request_exchange',
  title: { zh: '申请换货', en: 'Exchange an item' },
  summary:
    'Exchanges an item for another size of the same; the courier brings the new one and takes the old one along.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/exchanges',
  input: z.strictObject({ ...wish, used: Used, size: Size }),
  output: z.strictObject({ exchange_number: z.string(), title: Words, sends: Day }),
  perform(shop, input, now) {
    const found = findLine(shop, input)
    if ('refused' in found) return found
    const refusal = whyNotReturned(shop, found, { ...input, now })
    if (refusal) return refusal
    const { order, line } = found
    const key = stockKey(line.sku, line.colour, input.size)
    if (!(key in shop.stock))
      return refuse('unknown_size', `这一款没有 ${input.size} 码。`, `There is no size ${input.size} of it.`)
    if (line.exchanged && !ours(input.reason))
      return refuse(
        'exchanged_before',
        '非质量原因每件商品只能换一次，这件已经换过了。',
        'An item can be exchanged once, and this one has been.',
      )
    if (shop.stock[key]! < line.quantity)
      return refuse(
        'no_stock',
        `${input.size} 码现在没有货，可以改成退款，或者等到货提醒。`,
        `Size ${input.size} is sold out. A refund is possible, or a notice when it is back.`,
      )
    shop.stock[key]! -= line.quantity
    line.exchanged = true
    const number = numbered(shop, 'EX')
    shop.returns.push({
      number,
      order: order.number,
      item: line.item,
      kind: 'exchange',
      reason: input.reason,
      state: 'applied',
      at: now,
      pickupAt: plusDays(now, 1),
      refund: 0,
      wants: input.size,
    })
    return {
      done: {
        exchange_number: number,
        title: titleOf(line.sku, line.colour, input.size),
        sends: dayOf(plusDays(now, 1)),
      },
    }
  },
})
