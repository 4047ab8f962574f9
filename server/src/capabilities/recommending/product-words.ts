/** How products are named, in both languages. What the buttons say is understood when it comes back. */
import type { Language } from '@lingxi/contract/message'
import type { Wish } from '@lingxi/contract/wish'

type Fitting = { sought: string; count: number; shown: number; conditions: string; order: Wish['order'] }
type ProductWords = {
  fitting(of: Fitting): string
  noMore(sought: string): string
  nearest(sought: string, reasons: string): string
  nearestTogether(sought: string, conditions: string): string
  uncompared(sought: string): string
  notSaid(said: string): string
  notSaidWhether(said: string): string
  notMet(said: string): string
  misses(said: string): string
  without(said: string): string
  gaps(said: string): string
  foreign(said: string, sign: string): string
  tooMany(sought: string, count: number, ask: string): string
  askAttribute(name: string): string
  notNeeded(said: string): string
  askPrice: string
  loosen: string
  more: string
  cheaper: string
  anyPrice: string
  whatever: string
  join: string
}

export const productWords: Record<Language, ProductWords> = {
  zh: {
    fitting({ sought, count, shown, conditions, order }) {
      const which = order === 'cheapest' ? '，从便宜的看起' : order === 'dearest' ? '，从贵的看起' : ''
      const first = count > shown ? `，先看 ${shown} 款` : ''
      return conditions === ''
        ? `${sought}有 ${count} 款${which}${first}：`
        : `符合${conditions}的${sought}有 ${count} 款${which}${first}：`
    },
    noMore: (sought) => `符合的${sought}都在上面了，没有更多了。`,
    nearest: (sought, reasons) => `没有完全符合的${sought}：${reasons}。比较接近的是：`,
    nearestTogether: (sought, conditions) => `没有同时符合${conditions}的${sought}。比较接近的是：`,
    uncompared: (sought) => `${sought}有这些：`,
    notSaid: (said) => `没有写明${said}`,
    notSaidWhether: (said) => `没有写明是否含${said}`,
    notMet: (said) => `没有一款符合${said}`,
    misses: (said) => `不符合${said}`,
    without: (said) => `不要${said}`,
    gaps: (said) => `（${said}）`,
    foreign: (said, sign) => `价格以 ${sign} 标示，没有和${said}换算比较。`,
    tooMany: (sought, count, ask) => `${sought}有 ${count} 款，先帮您缩小范围：${ask}`,
    askAttribute: (name) => `${name}有要求吗？`,
    notNeeded: (said) => `不要求「${said}」`,
    askPrice: '您的预算大概是多少？',
    loosen: '要不要放宽一个条件再看看？',
    more: '还有别的吗？',
    cheaper: '有没有便宜一点的？',
    anyPrice: '价格不限',
    whatever: '都可以',
    join: '，',
  },
  en: {
    fitting({ sought, count, shown, conditions, order }) {
      const which = order === 'cheapest' ? ', the cheapest first' : order === 'dearest' ? ', the dearest first' : ''
      const first = count > shown ? `; here are ${shown}` : ''
      return conditions === ''
        ? `For ${sought} there ${count === 1 ? 'is 1 product' : `are ${count} products`}${which}${first}:`
        : `For ${sought}, ${count === 1 ? '1 product matches' : `${count} products match`} ${conditions}${which}${first}:`
    },
    noMore: (sought) => `That was all there is for ${sought}; no more fit.`,
    nearest: (sought, reasons) => `Nothing fits exactly for ${sought}: ${reasons}. The closest:`,
    nearestTogether: (sought, conditions) => `Nothing for ${sought} meets ${conditions} together. The closest:`,
    uncompared: (sought) => `For ${sought} there is:`,
    notSaid: (said) => `${said} is not stated`,
    notSaidWhether: (said) => `whether there is ${said} in it is not stated`,
    notMet: (said) => `none meets ${said}`,
    misses: (said) => `does not meet ${said}`,
    without: (said) => `no ${said}`,
    gaps: (said) => ` (${said})`,
    foreign: (said, sign) => `Prices are in ${sign} and were not compared with ${said}.`,
    tooMany: (sought, count, ask) => `There are ${count} products for ${sought}. To narrow it down: ${ask}`,
    askAttribute: (name) => `any preference for ${name.toLowerCase()}?`,
    notNeeded: (said) => `“${said}” is not needed`,
    askPrice: 'what is your budget?',
    loosen: 'Shall I drop one of the conditions?',
    more: 'Anything else?',
    cheaper: 'Anything cheaper?',
    anyPrice: 'Any price',
    whatever: 'No preference',
    join: ', ',
  },
}
