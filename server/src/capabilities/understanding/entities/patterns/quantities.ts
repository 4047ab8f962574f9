/** How many of something: a number with what Chinese counts by, or with an English noun of shopping. The value's unit is that word. */
import { englishNumeral, readNumeral } from '#platform/quantities'
import { type Found, findEach, numberValue } from '../found.ts'

/** 一 and 几 before these mostly mean "a": 一个问题 says nothing of how many. */
const inChinese =
  /(?<![\d.,a-z第每上下这那哪]|[一二两三四五六七八九十百千万])(?<number>\d+(?:\.\d+)?万?|[一二两三四五六七八九十百千万]{1,12})\s?(?<unit>件|个(?!月|小时|钟|工作|星期|礼拜|人信|半|百)|只|张|双|套|份|笔|单(?!号|独|位|次|击|价|程|层|人|子|元)|台|部|瓶|盒|箱|袋|包(?!裹|邮|装)|罐|支|条|本|把|次|位(?!于|置)|人(?!民|工|员|脸))/g
const inEnglish = new RegExp(
  `(?<![\\w.,-])(?<number>\\d+|${englishNumeral}|a dozen|a couple of|a pair of)\\s(?:more |other |different |new )?(?<unit>items?|pieces?|pairs?|boxes|box|bottles?|packs?|packages?|parcels?|orders?|units?|copies|copy|sets?|times|people|persons?|bags?|shirts?|shoes|phones|photos?|pictures?|cards?|tickets?)(?!\\w)`,
  'g',
)
const manners: Record<string, number> = { 'a dozen': 12, 'a couple of': 2, 'a pair of': 2 }
const wordsOfOne = new Set(['一'])

export function readQuantities(folded: string): Found[] {
  const found = findEach(folded, inChinese, ({ groups }) => {
    const { number, unit } = groups!
    return wordsOfOne.has(number!) ? undefined : quantity(readNumeral(number!), unit!)
  })
  if (!/[a-z] ?/.test(folded)) return found
  const english = findEach(folded, inEnglish, ({ groups }) => {
    const { number, unit } = groups!
    return quantity(manners[number!] ?? readNumeral(number!), unit!)
  })
  return [...found, ...english]
}

const quantity = (number: number | undefined, unit: string) =>
  number === undefined ? undefined : { type: 'quantity', value: numberValue(number, unit), confidence: 0.8 }
