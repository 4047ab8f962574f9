/** Parcels on their way, and what goes wrong with them. */
import { z } from 'zod'
import { findOrder, Item, OrderNumber, ofOrder, operation, refuse } from '../operation.ts'
import { refundDays } from '../shop/make-order.ts'
import { stockKey } from '../shop/products.ts'
import { numbered, type Order, type Shop } from '../shop/shop.ts'
import {
  Day,
  dayOf,
  hoursBetween,
  momentOf,
  plusDays,
  plusHours,
  plusWorkingDays,
  round,
  Words,
} from '../shop/words.ts'
import { paymentWords, stateWords, sumOf } from './orders.ts'

export const trackOrder = operation({
  name: 'track_order',
  title: { zh: '查物流', en: 'Track an order' },
  summary:
    'How far an order and its parcel have got. Says nothing of who and where to, so that the number alone is enough.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/parcel',
  input: z.strictObject({ order_number: OrderNumber }),
  output: z.strictObject({
    order_number: z.string(),
    state: z.string(),
    state_text: Words,
    sent: z.boolean(),
    courier: Words.nullable(),
    tracking_number: z.string().nullable(),
    last_seen: z.strictObject({ when: Words, text: Words }).nullable(),
    hours_since_seen: z.int().nullable(),
    expected: Day.nullable(),
    days_late: z.int().describe('0 when it is not late'),
    delivered: Words.nullable(),
    sends: Words.nullable().describe('When it will leave, where it has not'),
  }),
  perform(shop, { order_number }, now) {
    const order = shop.orders.find(({ number }) => number === order_number)
    if (!order)
      return refuse(
        'unknown_order',
        `没有查到订单 ${order_number}，请核对一下订单号。`,
        `There is no order ${order_number}. Please check the number.`,
      )
    const { state, deliveredAt } = order
    const waits = state === 'paid' || state === 'packed'
    return {
      done: {
        order_number,
        state,
        state_text: stateWords[state],
        ...whereIs(order, now),
        delivered: deliveredAt ? momentOf(deliveredAt) : null,
        sends: waits ? { zh: '今天或明天', en: 'today or tomorrow' } : null,
      },
    }
  },
})

const notSent = {
  sent: false,
  courier: null,
  tracking_number: null,
  last_seen: null,
  hours_since_seen: null,
  expected: null,
  days_late: 0,
}
function whereIs({ parcel, deliveredAt }: Order, now: string) {
  if (!parcel) return notSent
  const { at, text } = parcel.events.at(-1)!
  const late = deliveredAt ? 0 : Math.floor(hoursBetween(parcel.expectedAt, now) / 24)
  return {
    sent: true,
    courier: parcel.courier,
    tracking_number: parcel.trackingNumber,
    last_seen: { when: momentOf(at), text },
    hours_since_seen: Math.floor(hoursBetween(at, now)),
    expected: dayOf(parcel.expectedAt),
    days_late: Math.max(0, late),
  }
}

const problems = ['late', 'stuck', 'not_received', 'damaged', 'missing', 'wrong'] as const

export const openInquiry = operation({
  name: 'open_inquiry',
  title: { zh: '向快递查件', en: 'Ask the courier' },
  summary: 'Asks the courier about a parcel that is late, stuck or missing; they answer within a day. Nothing is paid.',
  effect: 'act',
  care: 'none',
  method: 'POST',
  path: '/orders/{order_number}/inquiries',
  input: z.strictObject({ order_number: OrderNumber, problem: z.enum(problems) }),
  output: z.strictObject({ inquiry_number: z.string(), answer_by: Words, again: z.boolean() }),
  perform(shop, { order_number, problem }, now) {
    const order = shop.orders.find(({ number }) => number === order_number)
    if (!order?.parcel)
      return refuse(
        'not_sent',
        '这张订单还没有发出，暂时不需要查件。',
        'This order has not been sent, so there is nothing to ask the courier yet.',
      )
    const open = shop.cases.find(({ kind, order: of }) => kind === 'inquiry' && of === order_number)
    const number = open?.number ?? numbered(shop, 'CJ')
    if (!open)
      shop.cases.push({
        number,
        kind: 'inquiry',
        order: order_number,
        phone: order.phone,
        about: problem,
        text: '',
        amount: 0,
        at: now,
      })
    return {
      done: { inquiry_number: number, answer_by: momentOf(plusHours(open?.at ?? now, 24)), again: open !== undefined },
    }
  },
})

const remedies = ['reship', 'refund'] as const

export const remedyParcel = operation({
  name: 'remedy_parcel',
  title: { zh: '补发或退款', en: 'Send again or refund' },
  summary:
    'Makes good a parcel that came broken, incomplete or wrong, within 48 hours of delivery: sends again or refunds, free of charge. Up to 500 CNY.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/remedies',
  input: z.strictObject({
    ...ofOrder,
    problem: z.enum(problems),
    remedy: z.enum(remedies),
    item: Item.optional(),
    text: z.string().trim().max(1000).optional(),
  }),
  output: z.strictObject({
    remedy_number: z.string(),
    remedy: z.enum(remedies),
    amount: z.number(),
    payment: Words,
    expected: Day,
  }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const lines = input.item ? order.lines.filter(({ item }) => item === input.item) : order.lines
    const refusal = whyNoRemedy(shop, { order, lines, remedy: input.remedy }, now)
    if (refusal) return refusal
    const amount = round(lines.reduce((sum, { paid, quantity }) => sum + paid * quantity, 0))
    const number = numbered(shop, 'BC')
    const { remedy, problem } = input
    shop.cases.push({
      number,
      kind: 'remedy',
      order: order.number,
      phone: order.phone,
      about: `${problem}/${remedy}`,
      text: input.text ?? '',
      amount: remedy === 'refund' ? amount : 0,
      at: now,
    })
    const expectedAt = remedy === 'refund' ? plusWorkingDays(now, refundDays[order.payment]) : plusDays(now, 4)
    if (remedy === 'refund')
      shop.refunds.push({
        number: numbered(shop, 'RF'),
        order: order.number,
        amount,
        why: { zh: '破损/少件退款', en: 'Damaged or missing' },
        payment: order.payment,
        state: 'refunding',
        startedAt: now,
        expectedAt,
      })
    else for (const { sku, colour, size } of lines) shop.stock[stockKey(sku, colour, size)]! -= 1
    return {
      done: {
        remedy_number: number,
        remedy,
        amount: remedy === 'refund' ? amount : 0,
        payment: paymentWords[order.payment],
        expected: dayOf(expectedAt),
      },
    }
  },
})

/** Above this a person decides. CNY. */
const mostWithoutPerson = 500
type Wished = { order: Order; lines: Order['lines']; remedy: (typeof remedies)[number] }

function whyNoRemedy(shop: Shop, { order, lines, remedy }: Wished, now: string) {
  if (lines.length === 0) return refuse('unknown_item', '订单里没有这件商品。', 'There is no such item in the order.')
  if (!order.deliveredAt) return refuse('not_delivered', '订单还没有签收。', 'The order has not been delivered yet.')
  if (hoursBetween(order.deliveredAt, now) > 48)
    return refuse(
      'window_over',
      '签收已经超过 48 小时，需要同事看过照片后按个案处理。',
      'More than 48 hours have passed since delivery; a colleague has to look at photos and decide.',
    )
  if (shop.cases.some(({ kind, order: of }) => kind === 'remedy' && of === order.number))
    return refuse('already_settled', '这张订单已经处理过一次了。', 'This order has been made good already.')
  if (remedy === 'reship' && lines.some(({ sku, colour, size }) => !shop.stock[stockKey(sku, colour, size)]))
    return refuse(
      'no_stock',
      '这件商品没有库存了，补发不了，可以改成退款。',
      'There is none left to send; a refund is possible.',
    )
  if (remedy === 'refund' && sumOf({ ...order, lines }) > mostWithoutPerson)
    return refuse(
      'needs_person',
      `超过 ¥${mostWithoutPerson} 的退款需要同事审核。`,
      `A refund of more than ¥${mostWithoutPerson} needs a colleague to look at it.`,
    )
  return undefined
}
