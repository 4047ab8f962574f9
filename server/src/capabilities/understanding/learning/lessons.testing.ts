/** A small company's lessons, made up: four intents, what is out of scope, marked couriers, moods. */
import type { LessonExample, Lessons } from './lessons.ts'

const wordings: Record<string, string[]> = {
  refund: ['退款', '退钱', '把钱退给我', '退费', '返还货款'],
  track: ['物流', '快递到哪', '包裹', '运单', '派送进度'],
  invoice: ['发票', '开票', '抬头', '税号', '电子票'],
  coupon: ['优惠券', '折扣', '满减', '红包', '活动价'],
}
const outside = ['天气', '足球', '唱歌', '月亮', '做饭', '旅游', '电影', '股票', '星座', '跑步']
const around = ['请问', '我想问下', '你好', '麻烦', '帮我看看', '怎么', '什么时候', '为什么']
const after = ['啊', '呢', '可以吗', '怎么办', '多久', '在哪', '谢谢', '没有了']
const couriers = ['顺丰', '圆通', '中通', '京东', '韵达']

export const anExample = (id: string, text: string, more: Partial<LessonExample> = {}): LessonExample => {
  const nothing = { intent: null, outOfScope: false, entities: [], sentiment: null, emotion: null }
  return { id, text, language: 'zh', ...nothing, ...more }
}

/** So many of each intent. */
export function madeLessons(count = 24): Lessons {
  const examples: LessonExample[] = []
  const say = (text: string, more: Partial<LessonExample>) =>
    examples.push(anExample(`exa_${examples.length}`, text, more))
  for (let at = 0; at < count; at++) {
    const before = around[at % around.length]!
    const behind = after[Math.floor(at / 3) % after.length]!
    for (const [intent, words] of Object.entries(wordings))
      say(`${before}${words[at % words.length]!}${behind}`, {
        intent,
        sentiment: intent === 'refund' ? 'negative' : 'neutral',
      })
    say(`${before}${outside[at % outside.length]!}${behind}`, { outOfScope: true })
    const courier = couriers[at % couriers.length]!
    const start = before.length
    say(`${before}${courier}的单号是多少${behind}`, {
      intent: 'track',
      entities: [{ start, end: start + courier.length, type: 'courier' }],
    })
  }
  return {
    examples,
    dictionary: [{ type: 'courier', value: '顺丰', words: ['SF'], language: null }],
    patterns: [{ type: 'order-number', expression: '[0-9]{10}' }],
  }
}
