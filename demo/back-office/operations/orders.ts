/** Orders: what is in them, and what can be changed before they leave. */
import { z } from 'zod'
import { findOrder, ofOrder, operation, refuse } from '../operation.ts'
import { feeOf, refundDays } from '../shop/make-order.ts'
import { titleOf } from '../shop/products.ts'
import { numbered, type Order, type OrderState, type Region } from '../shop/shop.ts'
import { Day, dayOf, daysBetween, plusWorkingDays, round, Words } from '../shop/words.ts'

export const stateWords: Record<OrderState, Words> = {
  unpaid: { zh: '待付款', en: 'waiting for payment' },
  paid: { zh: '待打包', en: 'paid and waiting to be packed' },
  packed: { zh: '已打包，等快递揽收', en: 'packed and waiting for the courier' },
  shipped: { zh: '已发货', en: 'on its way' },
  delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  closed: { zh: '已关闭（超时未付款）', en: 'closed, as it was not paid in time' },
}
export const paymentWords = {
  alipay: { zh: '支付宝', en: 'Alipay' },
  wechat: { zh: '微信支付', en: 'WeChat Pay' },
  card: { zh: '银行卡', en: 'your bank card' },
  huabei: { zh: '花呗', en: 'Huabei' },
}

export const Line = z.strictObject({
  item: z.string(),
  sku: z.string(),
  title: Words,
  size: z.string().nullable(),
  quantity: z.int(),
  paid: z.number().describe('CNY, for all pieces'),
})
const OrderView = z.strictObject({
  order_number: z.string(),
  state: z.enum(Object.keys(stateWords) as [OrderState, ...OrderState[]]),
  state_text: Words,
  title: Words,
  items: z.array(Line),
  amount: z.number().describe('CNY, with delivery'),
  placed: Day,
  delivered: Day.nullable(),
  days_since_paid: z.int().nullable(),
  days_since_delivered: z.int().nullable().describe('The day of delivery is 0'),
  payment: Words,
  recipient: z.string(),
  region: z.string(),
  address_changed: z.boolean(),
  tier: z.enum(['silver', 'gold', 'black']),
})

export const sumOf = ({ lines }: Order): number =>
  round(lines.reduce((sum, { paid, quantity }) => sum + paid * quantity, 0))

export function titleOfOrder({ lines }: Order): Words {
  const [first, ...others] = lines
  const { zh, en } = titleOf(first!.sku, first!.colour, first!.size)
  if (others.length === 0) return { zh, en }
  return { zh: `${zh} 等 ${lines.length} 种商品`, en: `${en} and ${others.length} more` }
}

export const findOrderOperation = operation({
  name: 'find_order',
  title: { zh: '查订单', en: 'Find an order' },
  summary: 'What is in an order and how far it has got. For where its parcel is, see track_order.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}',
  input: z.strictObject(ofOrder),
  output: OrderView,
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    return {
      done: {
        order_number: order.number,
        state: order.state,
        state_text: stateWords[order.state],
        title: titleOfOrder(order),
        items: order.lines.map(({ item, sku, colour, size, quantity, paid }) => ({
          item,
          sku,
          title: titleOf(sku, colour, size),
          size,
          quantity,
          paid: round(paid * quantity),
        })),
        amount: round(sumOf(order) + order.deliveryFee),
        placed: dayOf(order.placedAt),
        delivered: order.deliveredAt && dayOf(order.deliveredAt),
        days_since_paid: order.paidAt && daysBetween(order.paidAt, now),
        days_since_delivered: order.deliveredAt && daysBetween(order.deliveredAt, now),
        payment: paymentWords[order.payment],
        recipient: maskName(order.recipient),
        region: order.region,
        address_changed: order.addressChanged,
        tier: shop.customers.find(({ phone }) => phone === order.phone)!.tier,
      } as z.output<typeof OrderView>,
    }
  },
})

/** 林晓梅 → 林**, Emma Clarke → Emma C. */
const maskName = (name: string): string =>
  /^\p{Script=Han}/u.test(name) ? `${name[0]}**` : name.replace(/(\S+) (\S).*/, '$1 $2.')

const remote = /新疆|西藏|内蒙古|xinjiang|tibet|xizang|inner mongolia/i
const beyond = /香港|澳门|台湾|hong ?kong|macau|macao|taiwan/i
const regionOf = (address: string): Region =>
  beyond.test(address) ? 'hk-mo-tw' : remote.test(address) ? 'remote' : 'mainland'

/** Whether the address may change at all, and what more it costs. */
function newAddress(order: Order, address: string) {
  if (order.state === 'shipped' || order.state === 'delivered' || order.state === 'completed')
    return refuse(
      'already_shipped',
      '包裹已经发出，我们这边改不了地址了。您可以联系快递公司申请转寄，转寄费由快递收取。',
      'The parcel has left, so we can no longer change where it goes. The courier can forward it, at their charge.',
    )
  if (order.state !== 'paid' && order.state !== 'packed' && order.state !== 'unpaid')
    return refuse(
      'not_open',
      `订单${stateWords[order.state].zh}，不需要改地址了。`,
      `The order is ${stateWords[order.state].en}; there is nothing to change.`,
    )
  if (order.addressChanged)
    return refuse(
      'changed_before',
      '每张订单的地址只能改一次，这张已经改过了。还没打包的话，可以取消后重新下单。',
      'An address can be changed once for each order, and this one has been. If it is not packed yet, you can cancel and order again.',
    )
  if (order.region === 'abroad')
    return refuse(
      'other_country',
      '海外订单的国家不能改，需要取消后重新下单。',
      'For orders abroad the country cannot change. Please cancel it and order again.',
    )
  const region = regionOf(address)
  return { region, surcharge: Math.max(0, feeOf(region, sumOf(order)) - order.deliveryFee) }
}

const Address = z.string().trim().min(6).max(200)

export const quoteAddress = operation({
  name: 'quote_address_change',
  title: { zh: '看看地址能不能改', en: 'See whether an address can change' },
  summary: 'Whether the address of an order may still be changed, and the postage that is due on top.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/orders/{order_number}/address-quote',
  input: z.strictObject({ ...ofOrder, address: Address }),
  output: z.strictObject({ surcharge: z.number(), address: z.string() }),
  perform(shop, input) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const quote = newAddress(found.order, input.address)
    return 'refused' in quote ? quote : { done: { surcharge: quote.surcharge, address: input.address } }
  },
})

export const changeAddress = operation({
  name: 'change_address',
  title: { zh: '改收货地址', en: 'Change the delivery address' },
  summary: 'Changes where an order goes, once, before it leaves the warehouse.',
  effect: 'act',
  care: 'confirmation',
  method: 'PUT',
  path: '/orders/{order_number}/address',
  input: z.strictObject({
    ...ofOrder,
    address: Address,
    recipient: z.string().trim().min(1).max(60).optional(),
    phone: z.string().trim().min(5).max(20).optional(),
  }),
  output: z.strictObject({ order_number: z.string(), address: z.string(), surcharge: z.number() }),
  perform(shop, { address, recipient, ...input }) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const quote = newAddress(order, address)
    if ('refused' in quote) return quote
    Object.assign(order, { address, region: quote.region, addressChanged: true, ...(recipient && { recipient }) })
    order.deliveryFee += quote.surcharge
    return { done: { order_number: order.number, address, surcharge: quote.surcharge } }
  },
})

export const cancelOrder = operation({
  name: 'cancel_order',
  title: { zh: '取消订单', en: 'Cancel an order' },
  summary: 'Stops an order before it is packed; what was paid goes back the way it came.',
  effect: 'act',
  care: 'confirmation',
  method: 'POST',
  path: '/orders/{order_number}/cancellation',
  input: z.strictObject({ ...ofOrder, reason: z.string().trim().max(200).optional() }),
  output: z.strictObject({
    order_number: z.string(),
    refund_amount: z.number(),
    refund_number: z.string().nullable(),
    payment: Words,
    expected_by: Day.nullable(),
  }),
  perform(shop, input, now) {
    const found = findOrder(shop, input)
    if ('refused' in found) return found
    const { order } = found
    const refusal = whyNotCancelled(order)
    if (refusal) return refusal
    const amount = order.state === 'paid' ? round(sumOf(order) + order.deliveryFee) : 0
    order.state = 'cancelled'
    const expectedAt = plusWorkingDays(now, refundDays[order.payment])
    const number = amount > 0 ? numbered(shop, 'RF') : null
    if (number)
      shop.refunds.push({
        number,
        order: order.number,
        amount,
        why: { zh: '取消订单', en: 'Cancelled order' },
        payment: order.payment,
        state: 'refunding',
        startedAt: now,
        expectedAt,
      })
    return {
      done: {
        order_number: order.number,
        refund_amount: amount,
        refund_number: number,
        payment: paymentWords[order.payment],
        expected_by: number ? dayOf(expectedAt) : null,
      },
    }
  },
})

function whyNotCancelled({ state }: Order) {
  switch (state) {
    case 'paid':
    case 'unpaid':
      return undefined
    case 'packed':
      return refuse(
        'already_packed',
        '订单已经打包，取消不了了。收到后 7 天内可以申请无理由退货。',
        'The order is packed and can no longer be cancelled. You can return it within 7 days of receiving it.',
      )
    case 'cancelled':
    case 'closed':
      return refuse('already_cancelled', '这张订单已经取消了，不用再操作。', 'This order is cancelled already.')
    default:
      return refuse(
        'already_shipped',
        '订单已经发货，取消不了了。您可以拒收，或者收到后 7 天内申请退货。',
        'The order has been sent and can no longer be cancelled. You can refuse the parcel, or return it within 7 days of receiving it.',
      )
  }
}
