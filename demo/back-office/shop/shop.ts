/** What the back office knows, as it lies in the file: plain values, so that a copy of it is a snapshot. */
import type { Words } from './words.ts'

export type Tier = 'silver' | 'gold' | 'black'
export type Customer = { phone: string; name: string; tier: Tier; email: string }

export type OrderState = 'unpaid' | 'paid' | 'packed' | 'shipped' | 'delivered' | 'completed' | 'cancelled' | 'closed'
export type Payment = 'alipay' | 'wechat' | 'card' | 'huabei'
/** Where a parcel goes decides what it costs and whether a courier collects returns. */
export type Region = 'mainland' | 'remote' | 'hk-mo-tw' | 'abroad'

export type Line = {
  /** `SG70411009-1`: the order and the place in it. */
  item: string
  sku: string
  colour: Words | null
  size: string | null
  quantity: number
  /** For one piece, in CNY: the price on the day, and what was paid for it after coupons and points. */
  price: number
  paid: number
  /** Engraved or made to order. */
  custom: boolean
  exchanged: boolean
}

export type ParcelEvent = { at: string; text: Words }
export type Parcel = {
  courier: Words
  trackingNumber: string
  /** The oldest first. */
  events: ParcelEvent[]
  expectedAt: string
}

export type Invoice = {
  number: string
  kind: 'personal' | 'company'
  title: string
  taxNumber: string | null
  email: string
  amount: number
  issuedAt: string
  reissued: boolean
}

export type Order = {
  number: string
  phone: string
  state: OrderState
  placedAt: string
  paidAt: string | null
  shippedAt: string | null
  /** When it will be handed to the courier, where that is settled. */
  leavesAt: string | null
  deliveredAt: string | null
  payment: Payment
  lines: Line[]
  deliveryFee: number
  region: Region
  recipient: string
  address: string
  addressChanged: boolean
  parcel: Parcel | null
  invoice: Invoice | null
  /** What was given back because a price fell. */
  priceClaimed: number
}

export type ReturnState = 'applied' | 'on-the-way' | 'checking' | 'withdrawn' | 'done'
export type Return = {
  number: string
  order: string
  item: string
  kind: 'return' | 'exchange'
  reason: string
  state: ReturnState
  at: string
  pickupAt: string | null
  refund: number
  wants: string | null
}

export type Refund = {
  number: string
  order: string
  amount: number
  why: Words
  payment: Payment
  state: 'checking' | 'refunding' | 'done'
  startedAt: string
  expectedAt: string
}

export type Coupon = {
  code: string
  name: Words
  phone: string | null
  off: number
  from: number
  until: string
  usedOn: string | null
}

export type Case = {
  number: string
  kind: 'complaint' | 'inquiry' | 'remedy' | 'goodwill' | 'compensation' | 'notice'
  order: string | null
  phone: string | null
  about: string
  text: string
  amount: number
  at: string
}

export type Shop = {
  /** When its dates were last right. */
  asOf: string
  customers: Customer[]
  orders: Order[]
  returns: Return[]
  refunds: Refund[]
  coupons: Coupon[]
  cases: Case[]
  /** Pieces on the shelf, by sku, colour (in English) and size: `SG-OUT-009/Charcoal/40`. */
  stock: Record<string, number>
  /** How many numbers were given out. */
  counted: number
}

export const numbered = (shop: Shop, prefix: string): string => {
  shop.counted += 1
  return `${prefix}${70_200_000 + shop.counted}`
}
