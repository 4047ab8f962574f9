/** Coupons: what one has, and why one does not work. */
import { z } from 'zod'
import { operation, refuse } from '../operation.ts'
import { numbered, type Coupon } from '../shop/shop.ts'
import { Day, dayOf, plusDays, Words } from '../shop/words.ts'

const Code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9]{4,20}$/, 'is the code of a coupon such as DONG60')
  .toUpperCase()
const unknown = (code: string) => refuse('unknown_coupon', `没有查到优惠券 ${code}。`, `There is no coupon ${code}.`)

export const checkCoupon = operation({
  name: 'check_coupon',
  title: { zh: '查优惠券', en: 'Check a coupon' },
  summary: 'Whether a coupon is good for an amount, and if not, why.',
  effect: 'look',
  care: 'none',
  method: 'GET',
  path: '/coupons/{code}',
  input: z.strictObject({ code: Code, amount: z.coerce.number().min(0).max(1_000_000).optional() }),
  output: z.strictObject({
    name: Words,
    off: z.number(),
    from: z.number(),
    until: Day,
    usable: z.boolean(),
    why: z.enum(['good', 'expired', 'used', 'too_small', 'only_for_owner']),
    why_text: Words,
    missing: z.number().describe('CNY that the amount falls short'),
  }),
  perform(shop, { code, amount }, now) {
    const coupon = shop.coupons.find((each) => each.code === code)
    if (!coupon) return unknown(code)
    const why = whyOf(coupon, amount, now)
    const missing = Math.max(0, coupon.from - (amount ?? coupon.from))
    const { name, off, from, until } = coupon
    return {
      done: {
        name,
        off,
        from,
        until: dayOf(until),
        usable: why === 'good',
        why,
        why_text: whyWords(coupon, missing)[why],
        missing,
      },
    }
  },
})

function whyOf({ until, usedOn, phone, from }: Coupon, amount: number | undefined, now: string) {
  if (usedOn) return 'used' as const
  if (until < now) return 'expired' as const
  if (amount !== undefined && amount < from) return 'too_small' as const
  return phone ? ('only_for_owner' as const) : ('good' as const)
}

const whyWords = ({ from, until, off }: Coupon, missing: number) => ({
  good: {
    zh: `可以用：满 ¥${from} 减 ¥${off}，一单一张。`,
    en: `It works: ¥${off} off from ¥${from}, one for each order.`,
  },
  expired: {
    zh: `已经在 ${dayOf(until).zh}过期了，过期的券补不了。`,
    en: `It expired on ${dayOf(until).en} and cannot be renewed.`,
  },
  used: { zh: '已经用过了，一张券只能用一次。', en: 'It has been used; a coupon is good for one order.' },
  too_small: {
    zh: `需要实付满 ¥${from}，还差 ¥${missing}。`,
    en: `It needs an order of ¥${from}; ¥${missing} are missing.`,
  },
  only_for_owner: {
    zh: '这是专属券，只能由领券的账户本人使用；满额、没过期就能用。',
    en: 'It is a personal coupon: only the account that received it can use it, from the given amount on.',
  },
})

export const giveCoupon = operation({
  name: 'give_welcome_coupon',
  title: { zh: '发新人券', en: 'Give the welcome coupon' },
  summary: 'Gives a telephone number the welcome coupon, once: ¥20 off from ¥199, good for 30 days.',
  effect: 'act',
  care: 'none',
  method: 'POST',
  path: '/coupons',
  input: z.strictObject({
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d{8,15}$/, 'is a telephone number'),
  }),
  output: z.strictObject({ code: z.string(), off: z.number(), from: z.number(), until: Day }),
  perform(shop, { phone }, now) {
    const known = shop.customers.some((each) => each.phone.endsWith(phone.replace(/^\+?(?:86)?/, '')))
    if (known)
      return refuse(
        'not_new',
        '新人券是给第一次下单的朋友的，这个号码已经是老朋友了。',
        'The welcome coupon is for a first order, and this number has ordered before.',
      )
    const had = shop.coupons.find((coupon) => coupon.phone === phone)
    if (had)
      return refuse(
        'already_given',
        `这个号码已经领过了，券码 ${had.code}。`,
        `This number has it already: the code is ${had.code}.`,
      )
    const coupon = {
      code: numbered(shop, 'XR'),
      name: { zh: '新人券', en: 'Welcome coupon' },
      phone,
      off: 20,
      from: 199,
      until: plusDays(now, 30),
      usedOn: null,
    }
    shop.coupons.push(coupon)
    return { done: { code: coupon.code, off: 20, from: 199, until: dayOf(coupon.until) } }
  },
})
