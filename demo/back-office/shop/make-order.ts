/** An order as its story tells it, seen from now. */
import { people } from './customers.ts'
import { productOf } from './products.ts'
import type { Invoice, Line, Order, Parcel, Refund, Return, Shop } from './shop.ts'
import type { Story } from './stories.ts'
import { plusDays, plusHours, plusWorkingDays, round } from './words.ts'

export const firstNumber = 70_411_001
const couriers = [
  { zh: '顺丰速运', en: 'SF Express' },
  { zh: '中通快递', en: 'ZTO Express' },
]

export function makeOrder(story: Story, place: number, now: string): Order {
  const ago = (days: number | undefined) => (days === undefined ? null : plusDays(now, -days))
  const number = `SG${firstNumber + place}`
  const { phone, name, region, address } = people[story.who]
  const lines = story.lines.map((written, index) =>
    makeLine(written, `${number}-${index + 1}`, index ? undefined : story.cost),
  )
  const sum = lines.reduce((total, { paid, quantity }) => total + paid * quantity, 0)
  const isPaid = story.state !== 'unpaid' && story.state !== 'closed'
  return {
    number,
    phone,
    state: story.state,
    placedAt: plusHours(ago(story.paid)!, -0.1),
    paidAt: isPaid ? ago(story.paid) : null,
    shippedAt: ago(story.shipped),
    leavesAt: story.leaves === undefined ? null : plusDays(now, story.leaves),
    deliveredAt: ago(story.delivered),
    payment: story.payment ?? (place % 3 === 1 ? 'wechat' : 'alipay'),
    lines,
    deliveryFee: feeOf(region, sum),
    region,
    recipient: name,
    address,
    addressChanged: story.addressChanged ?? false,
    parcel: story.shipped === undefined ? null : makeParcel(story, place, now),
    invoice: story.invoice === undefined ? null : makeInvoice(story.invoice, { number, amount: sum, place, now }),
    priceClaimed: 0,
  }
}

/** As the delivery policy says. */
export function feeOf(region: Order['region'], sum: number): number {
  if (region === 'abroad') return sum >= 860 ? 0 : 86
  if (region === 'hk-mo-tw') return 30
  const fee = sum >= 99 ? 0 : 8
  return region === 'remote' && sum < 299 ? fee + 15 : fee
}

function makeLine(written: string, item: string, cost: number | undefined): Line {
  const [sku = '', colour = '', size = '', count = '1'] = written.split('|')
  const product = productOf(sku)
  const price = cost ?? product.price
  return {
    item,
    sku,
    colour: product.colours.find(({ en }) => en === colour) ?? null,
    size: size || (product.sizes.length === 1 ? product.sizes[0]! : null),
    quantity: Number.parseInt(count),
    price,
    paid: price,
    custom: count.endsWith('!'),
    exchanged: false,
  }
}

function makeParcel(story: Story, place: number, now: string): Parcel {
  const left = plusDays(now, -story.shipped!)
  const events = [
    { at: left, text: hasLeft },
    { at: plusHours(left, 4), text: { zh: '快递已揽收', en: 'Picked up by the courier' } },
  ]
  if (story.delivered !== undefined)
    events.push({
      at: plusDays(now, -story.delivered),
      text: { zh: '已签收，签收人：前台/驿站', en: 'Delivered, signed for at the front desk or parcel station' },
    })
  else
    events.push({
      at: plusHours(now, -(story.seen ?? 6)),
      text: { zh: '已到达目的地转运中心', en: 'Arrived at the sorting centre of the destination' },
    })
  return { ...labelOf(place), events, expectedAt: plusDays(now, story.expected ?? -(story.delivered ?? 0)) }
}

const hasLeft = { zh: '包裹已从杭州仓发出', en: 'The parcel has left our warehouse in Hangzhou' }
const labelOf = (place: number) => ({
  courier: couriers[place % 2]!,
  trackingNumber: place % 2 === 0 ? `SF14${70_000_000_000 + place * 7919}` : `ZTO${20_000_000_000 + place * 6007}`,
})

/** The warehouse goes on working: what was to leave by now has left. */
export function sendDue({ orders }: Shop, now: string): void {
  for (const [place, order] of orders.entries()) {
    const { leavesAt: at, state } = order
    if (!at || at > now || (state !== 'paid' && state !== 'packed')) continue
    const parcel = { ...labelOf(place), events: [{ at, text: hasLeft }], expectedAt: plusDays(at, 3) }
    Object.assign(order, { state: 'shipped', shippedAt: at, leavesAt: null, parcel } satisfies Partial<Order>)
  }
}

type About = { number: string; amount: number; place: number; now: string }
function makeInvoice(title: string, { amount, place, now }: About): Invoice {
  const company = title !== 'personal'
  return {
    number: `2642${70_000_000 + place * 331}`,
    kind: company ? 'company' : 'personal',
    title: company ? title : '个人',
    taxNumber: company ? '91310104MA1FR0XX5L' : null,
    email: 'finance@mail.example',
    amount: round(amount),
    issuedAt: plusDays(now, -5),
    reissued: false,
  }
}

/** Days until the money is there, at the latest. */
export const refundDays = { alipay: 3, wechat: 3, huabei: 3, card: 7 } as const

export function makeRefund({ refund }: Story, order: Order, now: string): { refunds: Refund[]; returns: Return[] } {
  if (!refund) return { refunds: [], returns: [] }
  const startedAt = plusDays(now, -refund.days)
  const [line] = order.lines
  const amount = round(line!.paid * line!.quantity)
  const made: Refund = {
    number: `RF${order.number.slice(2)}`,
    order: order.number,
    amount,
    why: refund.back ? { zh: '退货退款', en: 'Return' } : { zh: '取消订单', en: 'Cancelled order' },
    payment: order.payment,
    state: refund.state,
    startedAt,
    expectedAt: plusWorkingDays(startedAt, refundDays[order.payment]),
  }
  if (!refund.back) return { refunds: [made], returns: [] }
  const back: Return = {
    number: `RT${order.number.slice(2)}`,
    order: order.number,
    item: line!.item,
    kind: 'return',
    reason: 'no-reason',
    state: refund.state === 'checking' ? 'checking' : 'done',
    at: plusDays(startedAt, -3),
    pickupAt: null,
    refund: amount,
    wants: null,
  }
  return { refunds: [made], returns: [back] }
}
