/** The shop as it stands at a moment: the orders with a story, others beside them, stock and coupons. The same moment gives the same shop. */
import { people, type PersonName } from './customers.ts'
import { makeOrder, makeRefund } from './make-order.ts'
import { products, stockKey } from './products.ts'
import type { OrderState, Shop } from './shop.ts'
import { stories, type Story } from './stories.ts'
import { plusDays } from './words.ts'

const ordersInAll = 72
const states: OrderState[] = [
  'delivered',
  'completed',
  'shipped',
  'delivered',
  'paid',
  'completed',
  'cancelled',
  'packed',
  'closed',
]

/** What nobody wrote a story about. */
function everyday(place: number): Story {
  const state = states[place % states.length]!
  const who = (Object.keys(people) as PersonName[])[place % 12]!
  const product = products[(place * 29) % products.length]!
  const colour = product.colours[place % Math.max(1, product.colours.length)]?.en ?? ''
  const size = product.sizes.length > 1 ? product.sizes[place % product.sizes.length]! : ''
  const arrived = state === 'completed' ? 15 + place : 1 + (place % 9)
  const lines = [`${product.sku}|${colour}|${size}|${1 + (place % 2)}`]
  if (state === 'delivered' || state === 'completed')
    return { who, state, paid: arrived + 3.4, shipped: arrived + 3, delivered: arrived, lines }
  if (state === 'shipped') return { who, state, paid: 1.9, shipped: 1.4, expected: 1 + (place % 3), seen: 6, lines }
  return { who, state, paid: state === 'paid' || state === 'packed' ? 0.4 : 3 + (place % 20), lines }
}

/** How many are on the shelf where it is not said: some of everything. */
const plenty = 12
/** What is sold out, and what is nearly. */
const scarce: Record<string, number> = {
  'SG-OUT-009/Charcoal/40': 0,
  'SG-OUT-009/Dark brown/40': 0,
  'SG-HOM-004/Cream/Ø 12 × 22 cm': 0,
  'SG-CLO-001/Mist blue/XL': 0,
  'SG-CLO-009/White/38': 0,
  'SG-CLO-009/White/40': 3,
  'SG-CLO-003/Black/31': 6,
  'SG-ELE-003/Cream/-': 0,
  'SG-OUT-001/Black/M': 0,
  'SG-CLO-002/Pine/M': 1,
}

export function seedShop(now: string): Shop {
  const told = Array.from({ length: ordersInAll }, (_, place) => stories[place] ?? everyday(place))
  const orders = told.map((story, place) => makeOrder(story, place, now))
  const money = told.map((story, place) => makeRefund(story, orders[place]!, now))
  return {
    asOf: now,
    customers: Object.values(people).map(({ phone, name, tier, email }) => ({ phone, name, tier, email })),
    orders,
    returns: money.flatMap(({ returns }) => returns),
    refunds: money.flatMap(({ refunds }) => refunds),
    coupons: seedCoupons(now),
    cases: [],
    stock: { ...seedStock(), ...scarce },
    counted: 0,
  }
}

function seedStock(): Record<string, number> {
  return Object.fromEntries(
    products.flatMap(({ sku, colours, sizes }) =>
      (colours.length > 0 ? colours : [null]).flatMap((colour) =>
        (sizes.length > 0 ? sizes : [null]).map((size) => [stockKey(sku, colour, size), plenty]),
      ),
    ),
  )
}

function seedCoupons(now: string): Shop['coupons'] {
  const coupon = (
    code: string,
    { zh, en }: { zh: string; en: string },
    [off, from, days]: [number, number, number],
  ) => ({
    code,
    name: { zh, en },
    phone: null,
    off,
    from,
    until: plusDays(now, days),
    usedOn: null,
  })
  return [
    coupon('XINREN20', { zh: '新人券', en: 'Welcome coupon' }, [20, 199, 30]),
    coupon('DONG60', { zh: '冬日满减券', en: 'Winter coupon' }, [60, 500, 12]),
    coupon('CHA15', { zh: '茶叶券', en: 'Tea coupon' }, [15, 150, 5]),
    coupon('QIU30', { zh: '秋日券', en: 'Autumn coupon' }, [30, 299, -6]),
    { ...coupon('SHENGRI30', { zh: '生日券', en: 'Birthday coupon' }, [30, 199, 20]), phone: people.chen.phone },
    { ...coupon('VIP50', { zh: '黑卡专享券', en: 'Black-card coupon' }, [50, 399, 40]), phone: people.wang.phone },
    {
      ...coupon('JIU10', { zh: '旧友券', en: 'Old-friend coupon' }, [10, 99, 25]),
      phone: people.emma.phone,
      usedOn: 'SG70411010',
    },
  ]
}
