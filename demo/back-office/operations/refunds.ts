/** Money on its way back, and returns that are taken back. */
import { z } from 'zod'
import { findOrder, ofOrder, operation, refuse } from '../operation.ts'
import type { Refund, Return } from '../shop/shop.ts'
import { Day, dayOf, Words } from '../shop/words.ts'
import { paymentWords } from './orders.ts'

const steps = ['none', 'applied', 'on_the_way', 'checking', 'refunding', 'done'] as const
type Step = (typeof steps)[number]
const stepWords: Record<Step, Words> = {
  none: { zh: '没有退款', en: 'no refund' },
  applied: { zh: '退货已申请，等您寄回', en: 'return opened, waiting for the parcel' },
  on_the_way: { zh: '退货在路上', en: 'the return is on its way to us' },
  checking: { zh: '仓库正在验货', en: 'the warehouse is checking the return' },
  refunding: { zh: '退款已发出，等待到账', en: 'the money has been sent back and is on its way' },
  done: { zh: '退款已到账', en: 'the refund has arrived' },
}

function stepOf(refund: Refund | undefined, back: Return | undefined): Step {
  if (refund) return refund.state
  if (!back || back.state === 'withdrawn') return 'none'
  return back.state === 'on-the-way' ? 'on_the_way' : back.state
}

export const refundStatus = operation({
  name: 'refund_status',
  title: { zh: '查退款进度', en: 'Check a refund' },
  summary: 'How far the refund of an order has got, when it arrives, and whether that time has passed.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/refund',
  input: z.strictObject(ofOrder),
  output: z.strictObject({
    step: z.enum(steps),
    step_text: Words,
    amount: z.number(),
    payment: Words,
    refund_number: z.string().nullable(),
    return_number: z.string().nullable(),
    started: Day.nullable(),
    expected_by: Day.nullable(),
    overdue: z.boolean(),
  }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refund = shop.refunds.findLast(({ order: of }) => of === order.number)
    const back = shop.returns.findLast(({ order: of, kind }) => of === order.number && kind === 'return')
    const step = stepOf(refund, back)
    return {
      done: {
        step,
        step_text: stepWords[step],
        amount: refund?.amount ?? back?.refund ?? 0,
        payment: paymentWords[order.payment],
        refund_number: refund?.number ?? null,
        return_number: back?.number ?? null,
        ...timesOf(refund, now),
      },
    }
  },
})

/** What is still being checked has not been sent. */
function timesOf(refund: Refund | undefined, now: string) {
  if (!refund || refund.state === 'checking') return { started: null, expected_by: null, overdue: false }
  const { startedAt, expectedAt, state } = refund
  return {
    started: dayOf(startedAt),
    expected_by: dayOf(expectedAt),
    overdue: state === 'refunding' && expectedAt < now,
  }
}

export const withdrawReturn = operation({
  name: 'withdraw_return',
  title: { zh: '撤销退货', en: 'Withdraw a return' },
  summary: 'Takes back a return that has not been sent; the customer keeps the item.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/return-withdrawal',
  input: z.strictObject(ofOrder),
  output: z.strictObject({ return_number: z.string() }),
  perform(shop, input) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const open = shop.returns.findLast(({ order, state }) => order === found.order.number && state !== 'withdrawn')
    if (!open) return refuse('no_return', '这张订单没有进行中的退换货。', 'This order has no return that is open.')
    if (open.state !== 'applied')
      return refuse(
        'too_far',
        '退货已经寄出或在验货了，撤销不了。',
        'The return is on its way or being checked, and cannot be withdrawn.',
      )
    open.state = 'withdrawn'
    return { done: { return_number: open.number } }
  },
})
