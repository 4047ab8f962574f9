/** Complaints, and what is given to make good. */
import { z } from 'zod'
import { findOrder, OrderNumber, ofOrder, operation, refuse } from '../operation.ts'
import { refundDays } from '../shop/make-order.ts'
import { type Case, numbered, type Shop } from '../shop/shop.ts'
import { Day, dayOf, momentOf, plusDays, plusWorkingDays, Words } from '../shop/words.ts'
import { paymentWords, sumOf } from './orders.ts'

const subjects = ['delivery', 'quality', 'service', 'price', 'other'] as const

export const fileComplaint = operation({
  name: 'file_complaint',
  title: { zh: '登记投诉', en: 'File a complaint' },
  summary: 'Writes a complaint down; a colleague answers within two days.',
  effect: 'act',
  care: 'none',
  method: 'POST',
  path: '/complaints',
  input: z.strictObject({
    about: z.enum(subjects),
    text: z.string().trim().min(2).max(2000),
    order_number: OrderNumber.optional(),
    phone: z.string().trim().max(20).optional(),
  }),
  output: z.strictObject({ complaint_number: z.string(), answer_by: Words }),
  perform(shop, { about, text, order_number, phone }, now) {
    if (order_number && !shop.orders.some(({ number }) => number === order_number))
      return refuse('unknown_order', `没有查到订单 ${order_number}。`, `There is no order ${order_number}.`)
    const number = write(shop, {
      kind: 'complaint',
      order: order_number ?? null,
      phone: phone ?? null,
      about,
      text,
      amount: 0,
      at: now,
    })
    return { done: { complaint_number: number, answer_by: momentOf(plusDays(now, 2)) } }
  },
})

const prefixes: Record<Case['kind'], string> = {
  complaint: 'TS',
  inquiry: 'CJ',
  remedy: 'BC',
  goodwill: 'XY',
  compensation: 'PC',
  notice: 'DH',
}
export function write(shop: Shop, written: Omit<Case, 'number'>): string {
  const number = numbered(shop, prefixes[written.kind])
  shop.cases.push({ number, ...written })
  return number
}

/** CNY: what is given without asking anybody. */
const mostGoodwill = 20

const amount = z.coerce.number().positive().max(100_000)
const Paid = z.strictObject({ number: z.string(), amount: z.number(), payment: Words, expected_by: Day })

export const giveGoodwill = operation({
  name: 'give_goodwill',
  title: { zh: '小额补偿', en: 'A small amends' },
  summary: `Gives up to ${mostGoodwill} CNY for trouble with an order, once for each order.`,
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/goodwill',
  input: z.strictObject({ ...ofOrder, amount, reason: z.string().trim().max(500) }),
  output: Paid,
  perform: (shop, input, now) =>
    pay(shop, { ...input, kind: 'goodwill' }, now, (most) =>
      input.amount > Math.min(most, mostGoodwill)
        ? refuse(
            'over_limit',
            `超过 ¥${mostGoodwill} 的补偿需要同事批准。`,
            `More than ¥${mostGoodwill} needs a colleague’s approval.`,
          )
        : undefined,
    ),
})

export const compensate = operation({
  name: 'compensate',
  title: { zh: '赔偿', en: 'Compensate' },
  summary:
    'Pays compensation for an order, up to what was paid for it. A person of the company has to approve it first.',
  effect: 'act',
  care: 'approval',
  method: 'POST',
  path: '/orders/{order_number}/compensation',
  input: z.strictObject({ ...ofOrder, amount, reason: z.string().trim().max(500) }),
  output: Paid,
  perform: (shop, input, now) =>
    pay(shop, { ...input, kind: 'compensation' }, now, (most) =>
      input.amount > most
        ? refuse(
            'over_order',
            `赔偿不能超过订单实付的 ¥${most}。`,
            `Compensation cannot be more than the ¥${most} that were paid.`,
          )
        : undefined,
    ),
})

type Asked = {
  order_number: string
  phone_tail: string
  amount: number
  reason: string
  kind: 'goodwill' | 'compensation'
}

// oxlint-disable-next-line max-params -- the refusal is what the two differ in
function pay(shop: Shop, asked: Asked, now: string, limit: (most: number) => ReturnType<typeof refuse> | undefined) {
  const found = findOrder(shop, asked)
  if ('refused' in found) return found
  const { order } = found
  if (!order.paidAt) return refuse('not_paid', '这张订单没有付款。', 'This order was not paid.')
  const refusal = limit(sumOf(order))
  if (refusal) return refusal
  if (shop.cases.some(({ kind, order: of }) => kind === asked.kind && of === order.number))
    return refuse('already_paid', '这张订单已经补偿过一次了。', 'This order has been made good already.')
  const number = write(shop, {
    kind: asked.kind,
    order: order.number,
    phone: order.phone,
    about: 'money',
    text: asked.reason,
    amount: asked.amount,
    at: now,
  })
  const expectedAt = plusWorkingDays(now, refundDays[order.payment])
  return {
    done: { number, amount: asked.amount, payment: paymentWords[order.payment], expected_by: dayOf(expectedAt) },
  }
}
