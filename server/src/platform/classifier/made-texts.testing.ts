/** Made-up texts: each label has words of its own, and all share others. */
import type { Example } from './classifier.ts'
import { createChance } from './chance.ts'

const own: Record<string, string[]> = {
  refund: ['refund', 'money back', 'return my money', 'reimburse', '退款', '退钱'],
  shipping: ['parcel', 'delivery', 'shipped', 'courier', '快递', '物流'],
  invoice: ['invoice', 'receipt', 'tax number', 'billing', '发票', '开票'],
  password: ['password', 'log in', 'sign in', 'locked out', '密码', '登录'],
  size: ['size', 'fit', 'too small', 'measurements', '尺码', '大小'],
  warranty: ['warranty', 'repair', 'broken', 'guarantee', '保修', '维修'],
  points: ['points', 'member level', 'rewards', 'membership', '积分', '会员'],
  coupon: ['coupon', 'discount code', 'voucher', 'promotion', '优惠券', '折扣'],
}
const around = ['please', 'can you', 'my order', 'I need', 'where is the', 'how about', 'today', '请问', '我的', '怎么']

/** So many examples of each label; `blurred` of them (0–1) have no word of any label. */
export function madeExamples(count: number, { seed = 1, blurred = 0, labels = Object.keys(own) } = {}): Example[] {
  const chance = createChance(seed)
  const of = (list: readonly string[]) => list[chance.below(list.length)]!
  return labels.flatMap((label) =>
    Array.from({ length: count }, () => {
      const words = chance.next() < blurred ? of(around) : of(own[label]!)
      const filler = `word${chance.below(400)} word${chance.below(400)}`
      return { text: `${of(around)} ${words} ${of(around)} ${filler}`, label }
    }),
  )
}

export const madeStrangers = (count: number, seed = 2): Example[] => {
  const chance = createChance(seed)
  const words = ['weather', 'football', 'recipe', 'moon', 'guitar', 'elephant', '天气', '足球', '唱歌', '月亮']
  const of = (list: readonly string[]) => list[chance.below(list.length)]!
  const filler = () => `word${chance.below(400)}`
  return Array.from({ length: count }, () => ({
    text: `${of(words)} ${of(around)} ${of(words)} ${filler()}`,
    label: 'none',
  }))
}
