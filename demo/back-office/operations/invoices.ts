/** Electronic invoices, as the policy of invoices says. */
import { z } from 'zod'
import { findOrder, ofOrder, operation, refuse } from '../operation.ts'
import { numbered, type Order } from '../shop/shop.ts'
import { daysBetween, momentOf, plusHours, round, Words } from '../shop/words.ts'
import { sumOf } from './orders.ts'

/** Days from payment within which an invoice may be asked for. */
const longest = 180
const kinds = ['personal', 'company'] as const
const about = {
  ...ofOrder,
  kind: z.enum(kinds),
  title: z.string().trim().min(1).max(100),
  /** GB 32100-2015: eighteen signs; older ones have fifteen or twenty digits. */
  tax_number: z
    .string()
    .trim()
    .regex(/^(?:[0-9A-HJ-NP-RTUWXYa-hj-np-rtuwxy]{18}|\d{15}|\d{20})$/, 'is no tax number')
    .toUpperCase()
    .optional(),
  email: z.email().max(200),
}
const Issued = z.strictObject({ invoice_number: z.string(), amount: z.number(), email: z.string(), sent_by: Words })

const amountOf = (order: Order) => round(sumOf(order) + order.deliveryFee - order.priceClaimed)

export const quoteInvoice = operation({
  name: 'quote_invoice',
  title: { zh: '看看能不能开票', en: 'See whether an invoice is possible' },
  summary: 'Whether an invoice may be issued for an order, over how much, and what has been issued.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/invoice',
  input: z.strictObject(ofOrder),
  output: z.strictObject({
    amount: z.number(),
    issued: z.boolean(),
    title: z.string().nullable(),
    can_be_corrected: z.boolean(),
  }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refusal = whyNone(order, now)
    if (refusal) return refusal
    const { invoice } = order
    return {
      done: {
        amount: amountOf(order),
        issued: invoice !== null,
        title: invoice?.title ?? null,
        can_be_corrected: invoice !== null && !invoice.reissued,
      },
    }
  },
})

function whyNone({ paidAt, state, region }: Order, now: string) {
  if (!paidAt)
    return refuse(
      'not_paid',
      '订单还没有付款，付款后就可以开票。',
      'The order has not been paid; an invoice is possible once it is.',
    )
  if (state === 'cancelled')
    return refuse('cancelled', '订单已经取消，不能开票了。', 'The order is cancelled, so there is nothing to invoice.')
  if (daysBetween(paidAt, now) > longest)
    return refuse(
      'too_old',
      `付款已经超过 ${longest} 天，补开不了发票了，抱歉。`,
      `More than ${longest} days have passed since payment, so no invoice can be issued any more. I am sorry.`,
    )
  if (region === 'abroad' || region === 'hk-mo-tw')
    return refuse(
      'commercial_invoice',
      '港澳台和海外订单提供英文商业发票，可以在订单详情里下载 PDF。',
      'For orders outside the mainland there is a commercial invoice in English, to download as a PDF in the order.',
    )
  return undefined
}

export const issueInvoice = operation({
  name: 'issue_invoice',
  title: { zh: '开发票', en: 'Issue an invoice' },
  summary: 'Issues an electronic invoice and mails it within 24 hours. A company needs its tax number.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/invoice',
  input: z.strictObject(about),
  output: Issued,
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refusal = whyNone(order, now) ?? needsTaxNumber(input)
    if (refusal) return refusal
    if (order.invoice)
      return refuse(
        'already_issued',
        `这张订单已经开过发票，抬头是“${order.invoice.title}”。需要改的话可以申请换开。`,
        `An invoice was issued to “${order.invoice.title}” already. It can be corrected once.`,
      )
    return { done: write(order, input, { number: numbered(shop, '2642'), now, reissued: false }) }
  },
})

export const reissueInvoice = operation({
  name: 'reissue_invoice',
  title: { zh: '换开发票', en: 'Correct an invoice' },
  summary: 'Takes back the invoice of an order and issues it anew with other particulars; once for each order.',
  effect: 'act',
  care: 'confirmation',
  method: 'PUT',
  path: '/orders/{order_number}/invoice',
  input: z.strictObject(about),
  output: Issued,
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    if (!order.invoice)
      return refuse('none_issued', '这张订单还没有开过发票。', 'No invoice has been issued for this order.')
    if (order.invoice.reissued)
      return refuse(
        'reissued_before',
        '同一张订单只能换开一次，这张已经换开过了。',
        'An invoice can be corrected once, and this one has been.',
      )
    const refusal = needsTaxNumber(input)
    if (refusal) return refusal
    return { done: write(order, input, { number: numbered(shop, '2642'), now, reissued: true }) }
  },
})

type Particulars = { kind: (typeof kinds)[number]; title: string; tax_number?: string | undefined; email: string }
const needsTaxNumber = ({ kind, tax_number }: Particulars) =>
  kind === 'company' && !tax_number
    ? refuse('tax_number_needed', '公司抬头需要填写税号。', 'An invoice to a company needs its tax number.')
    : undefined

type Issuing = { number: string; now: string; reissued: boolean }
function write(order: Order, { kind, title, tax_number, email }: Particulars, { number, now, reissued }: Issuing) {
  const amount = amountOf(order)
  order.invoice = { number, kind, title, taxNumber: tax_number ?? null, email, amount, issuedAt: now, reissued }
  return { invoice_number: number, amount, email, sent_by: momentOf(plusHours(now, 24)) }
}
