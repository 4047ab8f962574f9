/**
 * Orders with a story: for every matter that customers write about, one that goes well and one that does not. Their numbers
 * follow their places, from SG70411001 on, and stay: conversations in tests name them.
 */
import type { PersonName } from './customers.ts'
import type { OrderState, Payment } from './shop.ts'

export type Story = {
  who: PersonName
  state: OrderState
  /** Days before now; for one that was never paid, when it was placed. */
  paid: number
  shipped?: number
  delivered?: number
  /** Days from now on after which it leaves, whatever was asked for meanwhile. */
  leaves?: number
  /** Days from now on which it is expected; below 0 it is late. */
  expected?: number
  /** Hours since the parcel was last seen. */
  seen?: number
  /** `sku|colour in English|size|pieces`, and `!` at the end for what was made to order. */
  lines: string[]
  /** What one piece of the first line cost then, where it was dearer than today. */
  cost?: number
  payment?: Payment
  addressChanged?: boolean
  /** `personal` or the name of a company. */
  invoice?: string
  refund?: { state: 'checking' | 'refunding' | 'done'; days: number; back?: boolean }
}

export const stories: Story[] = [
  // 1001–1004: not sent yet. The first two can be cancelled; the last has used up its change of address.
  { who: 'lin', state: 'paid', paid: 0.08, lines: ['SG-CLO-001|Mist blue|M|1'] },
  { who: 'emma', state: 'paid', paid: 0.12, lines: ['SG-CLO-002|Oatmeal|S|1'] },
  { who: 'chen', state: 'packed', paid: 0.7, lines: ['SG-KIT-001|Pine||1'] },
  { who: 'james', state: 'packed', paid: 0.6, lines: ['SG-ELE-001|White||1'], addressChanged: true },
  // 1005–1008: on their way; the last two have not moved for days.
  { who: 'wang', state: 'shipped', paid: 1.6, shipped: 1.2, expected: 1, seen: 5, lines: ['SG-OUT-001|Pine|L|1'] },
  { who: 'emma', state: 'shipped', paid: 1.5, shipped: 1.1, expected: 2, seen: 7, lines: ['SG-CLO-004|Sage|M|1'] },
  { who: 'zhao', state: 'shipped', paid: 4.4, shipped: 4, expected: 0, seen: 76, lines: ['SG-KIT-002|White||1'] },
  { who: 'james', state: 'shipped', paid: 5.3, shipped: 5, expected: -1, seen: 98, lines: ['SG-HOM-001|Sage|1.8 m|1'] },
  // 1009–1010: here for a few days, and may go back; socks may not.
  {
    who: 'liu',
    state: 'delivered',
    paid: 5.5,
    shipped: 5,
    delivered: 3,
    lines: ['SG-CLO-003|Navy|30|1', 'SG-CLO-005|Black|L|1'],
  },
  {
    who: 'emma',
    state: 'delivered',
    paid: 4.6,
    shipped: 4,
    delivered: 2,
    lines: ['SG-CLO-009|White|39|1', 'SG-CLO-007|Oatmeal|39–42|1'],
  },
  // 1011–1013: here for too long to return; the coat has become cheaper within 15 days of paying.
  {
    who: 'zhou',
    state: 'delivered',
    paid: 13.5,
    shipped: 13,
    delivered: 11,
    lines: ['SG-CLO-006|Caramel|M|1'],
    cost: 1199,
  },
  {
    who: 'james',
    state: 'delivered',
    paid: 23.5,
    shipped: 23,
    delivered: 20,
    lines: ['SG-ELE-003|Black||1'],
    cost: 499,
  },
  { who: 'sun', state: 'completed', paid: 46, shipped: 45, delivered: 40, lines: ['SG-ELE-006|White||1'] },
  // 1014–1016: arrived broken; broken and none left of it; signed for by nobody knows whom.
  { who: 'lin', state: 'delivered', paid: 3.6, shipped: 3, delivered: 1, lines: ['SG-KIT-005|Celadon||1'] },
  { who: 'emma', state: 'delivered', paid: 3.4, shipped: 3, delivered: 1, lines: ['SG-HOM-004|Cream||1'] },
  { who: 'chen', state: 'delivered', paid: 3.8, shipped: 3.4, delivered: 1, lines: ['SG-OUT-002|Navy|L|1'] },
  // 1017–1019: beyond the mainland.
  {
    who: 'sophie',
    state: 'shipped',
    paid: 9.4,
    shipped: 9,
    expected: 4,
    seen: 20,
    lines: ['SG-TEA-009|||1'],
    payment: 'card',
  },
  {
    who: 'daniel',
    state: 'delivered',
    paid: 13,
    shipped: 12.5,
    delivered: 3,
    lines: ['SG-OUT-003|Charcoal||1'],
    payment: 'card',
  },
  { who: 'he', state: 'shipped', paid: 3.5, shipped: 3, expected: 3, seen: 12, lines: ['SG-CLO-008|Sky||2'] },
  // 1020–1023: money on its way back: being checked, on time, overdue, of a cancelled order.
  {
    who: 'wang',
    state: 'delivered',
    paid: 9,
    shipped: 8.5,
    delivered: 6,
    lines: ['SG-CLO-010|Charcoal||1'],
    refund: { state: 'checking', days: 1, back: true },
  },
  {
    who: 'emma',
    state: 'delivered',
    paid: 10,
    shipped: 9.5,
    delivered: 7,
    lines: ['SG-HOM-006|Navy||1'],
    refund: { state: 'refunding', days: 1, back: true },
  },
  {
    who: 'zhao',
    state: 'delivered',
    paid: 24,
    shipped: 23.5,
    delivered: 20,
    lines: ['SG-STA-006|Dark brown||1'],
    payment: 'card',
    refund: { state: 'refunding', days: 15, back: true },
  },
  { who: 'zhou', state: 'cancelled', paid: 1.5, lines: ['SG-TEA-001|||1'], refund: { state: 'refunding', days: 1 } },
  // 1024–1025: not paid, and closed for that.
  { who: 'james', state: 'unpaid', paid: 0.007, lines: ['SG-ELE-007|Cream||1'] },
  { who: 'sun', state: 'closed', paid: 2, lines: ['SG-OUT-005|Black||1'] },
  // 1026–1027: engraved; sealed until it is opened.
  { who: 'liu', state: 'delivered', paid: 6, shipped: 4.5, delivered: 2, lines: ['SG-KIT-007|Pine||1!'] },
  { who: 'lin', state: 'delivered', paid: 7, shipped: 6.5, delivered: 4, lines: ['SG-SKI-002|||1'] },
  // 1028–1029: too old for an invoice; one that has been issued.
  { who: 'chen', state: 'completed', paid: 200, shipped: 199.5, delivered: 197, lines: ['SG-ELE-002|Pine||1'] },
  {
    who: 'wang',
    state: 'delivered',
    paid: 8.5,
    shipped: 8,
    delivered: 6,
    lines: ['SG-STA-001|Black|F|1'],
    invoice: '上海思雨设计有限公司',
  },
  // 1030–1031: late, and still moving.
  {
    who: 'emma',
    state: 'shipped',
    paid: 6.4,
    shipped: 6,
    expected: -2,
    seen: 9,
    lines: ['SG-STA-006|Natural wood||1'],
  },
  { who: 'liu', state: 'shipped', paid: 6.2, shipped: 5.8, expected: -1, seen: 14, lines: ['SG-KIT-008|White||1'] },
  // 1032–1033: to be exchanged; of the second there is none in the next size.
  { who: 'james', state: 'delivered', paid: 6, shipped: 5.5, delivered: 3, lines: ['SG-CLO-003|Black|30|1'] },
  { who: 'zhou', state: 'delivered', paid: 5, shipped: 4.5, delivered: 2, lines: ['SG-OUT-009|Charcoal|39|1'] },
  // 1034–1036: cheaper now, twice; and as dear as before.
  {
    who: 'lin',
    state: 'delivered',
    paid: 8.3,
    shipped: 8,
    delivered: 6,
    lines: ['SG-CLO-002|Charcoal|L|1'],
    cost: 439,
  },
  {
    who: 'emma',
    state: 'delivered',
    paid: 6.3,
    shipped: 6,
    delivered: 4,
    lines: ['SG-ELE-001|Charcoal||1'],
    cost: 369,
  },
  { who: 'james', state: 'delivered', paid: 7.3, shipped: 7, delivered: 5, lines: ['SG-OUT-007|Silver||1'] },
  // 1037–1039: one thing lacking; the wrong colour; broken, and told too late.
  {
    who: 'liu',
    state: 'delivered',
    paid: 3.7,
    shipped: 3.3,
    delivered: 1,
    lines: ['SG-HOM-002|White||2', 'SG-HOM-003|Cream|桂花 / Osmanthus|1'],
  },
  {
    who: 'emma',
    state: 'delivered',
    paid: 3.6,
    shipped: 3.2,
    delivered: 1,
    lines: ['SG-OUT-006|Khaki|M (56–58 cm)|1'],
  },
  { who: 'zhao', state: 'delivered', paid: 8, shipped: 7.5, delivered: 5, lines: ['SG-HOM-004|Celadon||1'] },
  // 1040: a big one that got lost.
  {
    who: 'daniel',
    state: 'shipped',
    paid: 24,
    shipped: 23,
    expected: -8,
    seen: 340,
    lines: ['SG-OUT-004|Olive||1', 'SG-OUT-008|Navy|M (≤ 175 cm)|2'],
    payment: 'card',
  },
  // 1041–1044: more that may be changed, invoiced or returned.
  { who: 'zhou', state: 'paid', paid: 0.2, lines: ['SG-HOM-005|White||1', 'SG-HOM-003|Cream|雪松 / Cedar|1'] },
  { who: 'james', state: 'paid', paid: 0.3, lines: ['SG-KIT-004|Dark brown||1'] },
  { who: 'zhao', state: 'delivered', paid: 20, shipped: 19.5, delivered: 17, lines: ['SG-ELE-005|Celadon||1'] },
  { who: 'emma', state: 'delivered', paid: 16, shipped: 15.5, delivered: 13, lines: ['SG-KIT-003|Black||1'] },
  // 1045: may be changed today, and is gone tomorrow.
  { who: 'lin', state: 'paid', paid: 0.2, leaves: 0.5, lines: ['SG-HOM-005|White||1'] },
  // 1046–1047: today is the last day to return it, and for the difference of its price; to have an invoice.
  {
    who: 'emma',
    state: 'delivered',
    paid: 15,
    shipped: 14.5,
    delivered: 7,
    lines: ['SG-CLO-008|Sky||1'],
    cost: 209,
  },
  { who: 'zhao', state: 'completed', paid: 180, shipped: 179.5, delivered: 177, lines: ['SG-KIT-006|Natural wood||1'] },
  // 1048: the money has arrived.
  {
    who: 'zhou',
    state: 'delivered',
    paid: 15.5,
    shipped: 15,
    delivered: 12,
    lines: ['SG-KIT-009|Khaki||1'],
    refund: { state: 'done', days: 6, back: true },
  },
]
