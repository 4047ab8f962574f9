/** Price protection: who paid more within 15 days gets the difference. */
import { z } from 'zod'
import { findOrder, ofOrder, operation, refuse } from '../operation.ts'
import { refundDays } from '../shop/make-order.ts'
import { productOf } from '../shop/products.ts'
import { numbered, type Order } from '../shop/shop.ts'
import { Day, dayOf, daysBetween, plusDays, plusWorkingDays, round, Words } from '../shop/words.ts'
import { paymentWords, titleOfOrder } from './orders.ts'

/** Days from payment. */
const protectedFor = 15

/** Returned already is taken off. */
const differenceOf = ({ lines, priceClaimed }: Order) =>
  Math.max(
    0,
    round(
      lines.reduce((sum, { sku, paid, quantity }) => sum + Math.max(0, paid - productOf(sku).price) * quantity, 0) -
        priceClaimed,
    ),
  )

function whyNot({ paidAt, state }: Order, now: string) {
  if (!paidAt || state === 'cancelled')
    return refuse(
      'not_paid',
      '订单没有付款或已经取消，不适用价格保护。',
      'The order is unpaid or cancelled, so price protection does not apply.',
    )
  if (daysBetween(paidAt, now) > protectedFor)
    return refuse(
      'window_over',
      `付款已经超过 ${protectedFor} 天，过了价格保护期。`,
      `More than ${protectedFor} days have passed since payment, so price protection has ended.`,
    )
  return undefined
}

export const checkPrice = operation({
  name: 'check_price',
  title: { zh: '看看有没有差价', en: 'See whether the price fell' },
  summary: 'Compares what was paid with today’s prices, within the 15 days of price protection.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/price-protection',
  input: z.strictObject(ofOrder),
  output: z.strictObject({
    title: Words,
    difference: z.number().describe('CNY; 0: nothing to give back'),
    until: Day,
    payment: Words,
  }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refusal = whyNot(order, now)
    if (refusal) return refusal
    return {
      done: {
        title: titleOfOrder(order),
        difference: differenceOf(order),
        until: dayOf(plusDays(order.paidAt!, protectedFor)),
        payment: paymentWords[order.payment],
      },
    }
  },
})

export const claimPrice = operation({
  name: 'claim_price_protection',
  title: { zh: '退差价', en: 'Refund the difference' },
  summary: 'Gives the difference back to where the money came from.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/price-protection',
  input: z.strictObject(ofOrder),
  output: z.strictObject({ claim_number: z.string(), amount: z.number(), payment: Words, expected_by: Day }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refusal = whyNot(order, now)
    if (refusal) return refusal
    const amount = differenceOf(order)
    if (amount < 1)
      return refuse(
        'no_difference',
        '现在的售价没有比您付的低，没有差价可退。',
        'Today’s price is no lower than what you paid, so there is no difference.',
      )
    order.priceClaimed = round(order.priceClaimed + amount)
    const number = numbered(shop, 'JB')
    const expectedAt = plusWorkingDays(now, refundDays[order.payment])
    shop.refunds.push({
      number,
      order: order.number,
      amount,
      why: { zh: '价格保护', en: 'Price protection' },
      payment: order.payment,
      state: 'refunding',
      startedAt: now,
      expectedAt,
    })
    return {
      done: { claim_number: number, amount, payment: paymentWords[order.payment], expected_by: dayOf(expectedAt) },
    }
  },
})
