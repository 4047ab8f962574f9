/**
 * Amounts of money: a number with a currency before or behind it, in digits and in words ("¥1,299.00", 三块五, "twenty
 * bucks"). The value's unit is the currency (ISO 4217); a bare 1.2万 or "5k" has none. Both ends of a range are amounts.
 */
import { englishNumeral, readNumeral } from '#platform/quantities'
import { type Found, findEach, matchesOf, numberValue } from '../found.ts'

const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const chinese = `(?:${digits})\\s?[百千万亿kw]?|[零〇一二两三四五六七八九十百千万亿]{1,16}半?`
const signs: [pattern: string, currency: string][] = [
  ['us\\$|usd', 'USD'],
  ['hk\\$|hkd', 'HKD'],
  ['a\\$|aud', 'AUD'],
  ['nt\\$|twd', 'TWD'],
  ['\\$', 'USD'],
  ['£|gbp', 'GBP'],
  ['€|eur', 'EUR'],
  ['¥|rmb|cny|人民币', 'CNY'],
  ['jpy', 'JPY'],
]
const chineseUnits: [pattern: string, currency: string][] = [
  ['美元|美金|美刀', 'USD'],
  ['港币|港元|港纸', 'HKD'],
  ['欧元', 'EUR'],
  ['英镑', 'GBP'],
  ['日元|日圆', 'JPY'],
  ['台币', 'TWD'],
  ['元|圆|块大洋|块|rmb|人民币|大洋', 'CNY'],
]
const englishUnits: [pattern: string, currency: string][] = [
  ['(?:us |u\\.s\\. )?dollars?|bucks?|usd', 'USD'],
  ['hong kong dollars?|hkd', 'HKD'],
  ['quid|pounds?(?: sterling)?|gbp', 'GBP'],
  ['euros?|eur', 'EUR'],
  ['yuan|rmb|cny|renminbi', 'CNY'],
  ['yen|jpy', 'JPY'],
]
const any = (table: [string, string][]) => table.map(([pattern]) => pattern).join('|')
const currencyOf = (table: [string, string][], written: string) =>
  table.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(written))?.[1] ?? null

const before = new RegExp(
  `(?<![a-z\\d])(?<sign>${any(signs)})\\s?(?<first>${digits})(?<scale>[kmw万千](?![a-z]))?(?:\\s?[-~–至到]\\s?(?:${any(signs)})?\\s?(?<second>${digits})(?![\\d%]))?`,
  'g',
)
/** 三块五 leaves its last place out; what is counted as a piece is none of it (三块蛋糕, 块 as in a block of something). */
const inChinese = new RegExp(
  `(?<![a-z\\d.,第-]|[零〇一二两三四五六七八九十百千万亿]{16})(?!一块[^钱多左一二两三四五六七八九半\\d,.!?;。、 ])(?:(?<first>${chinese})\\s?(?:[-~–]|至|到)\\s?)?(?<amount>${chinese})\\s?(?<unit>${any(chineseUnits)})(?!蛋糕|巧克力|糖|肉|饼|电池|表|手表|布|石|砖|玻璃|屏|板|皂|面膜|豆腐|拼图|宵|旦|件|素|首|老|月|气)(?:(?<tenths>[一二两三四五六七八九\\d](?=[毛角])|(?<=块)[一二两三四五六七八九半\\d](?![\\d.十百千万个件元块天折%日月年点晚人位次张台起瓶斤共样下种家边份双套]))[毛角]?(?:(?<hundredths>[一二两三四五六七八九\\d])分?)?)?(?:钱|整)?`,
  'g',
)
const small = new RegExp(`(?<![a-z\\d.,第])(?<amount>\\d+|[一二两三四五六七八九几])(?<unit>[毛角]|分)钱`, 'g')
const inEnglish = new RegExp(
  `(?<![\\w.,])(?<amount>(?:${digits})\\s?[km]?|${englishNumeral})[\\s-]?(?<unit>${any(englishUnits)}|cents?|pence)(?![\\w])`,
  'g',
)
const bare = /(?<![\w.,-])(?!401k)(?:\d+(?:\.\d+)?[万千]|\d+(?:\.\d+)?k)(?![\w\p{Script=Han}])/gu

export function readAmounts(folded: string): Found[] {
  const found = [...findPairs(folded, before, readBefore), ...findPairs(folded, inChinese, readInChinese)]
  const alone = [
    ...findEach(folded, small, ({ groups }) => readSmall(groups!)),
    ...findEach(folded, bare, ([written]) => reading(readNumeral(written), null, 0.5)),
  ]
  return [
    ...found,
    ...alone,
    ...(/[a-z]/.test(folded) ? findEach(folded, inEnglish, ({ groups }) => readInEnglish(groups!)) : []),
  ]
}

type Groups = Record<string, string | undefined>
type Read = { first?: number | undefined; last: number | undefined; currency: string | null; confidence: number }

/** A range gives two: its first number up to where that ends, and the rest. */
function findPairs(folded: string, pattern: RegExp, read: (groups: Groups) => Read): Found[] {
  const found: Found[] = []
  for (const match of matchesOf(folded, pattern)) {
    const { first, last, currency, confidence } = read(match.groups!)
    const whole = reading(last, currency, confidence)
    if (!whole) continue
    const end = match.index + match[0].trimEnd().length
    const split = first === undefined ? 0 : match[0].search(/[-~–至到]/)
    const low = first === undefined ? undefined : reading(first, currency, confidence)
    if (low)
      found.push({
        ...low,
        start: match.index,
        end: match.index + match[0].slice(0, split).trimEnd().length,
        by: 'pattern',
      })
    const start = match.index + (low ? split + 1 + (/^\s*/.exec(match[0].slice(split + 1))?.[0].length ?? 0) : 0)
    found.push({ ...whole, start, end, by: 'pattern' })
  }
  return found
}

function readBefore({ sign, first, scale = '', second }: Groups): Read {
  const [low, high] = [readNumeral(first! + (second ? '' : scale)), second && readNumeral(second)]
  const currency = currencyOf(signs, sign!)
  return high ? { first: low, last: high, currency, confidence: 0.95 } : { last: low, currency, confidence: 0.95 }
}

function readInChinese({ first, amount, unit, tenths, hundredths }: Groups): Read {
  const currency = currencyOf(chineseUnits, unit!)
  const whole = readNumeral(amount!)
  const parts = (tenths ? readPlace(tenths) / 10 : 0) + (hundredths ? readPlace(hundredths) / 100 : 0)
  const last = whole === undefined ? undefined : Math.round((whole + parts) * 100) / 100
  return {
    first: first && first.trim() !== '' ? readNumeral(first) : undefined,
    last,
    currency,
    confidence: unit === '块' ? 0.85 : 0.95,
  }
}

function readSmall({ amount, unit }: Groups) {
  const number = readNumeral(amount!)
  return reading(number === undefined ? undefined : number / (unit === '分' ? 100 : 10), 'CNY', 0.9)
}

function readInEnglish({ amount, unit }: Groups) {
  const number = readNumeral(amount!)
  const isPart = /^(?:cent|pence)/.test(unit!)
  const currency = isPart ? (unit === 'pence' ? 'GBP' : 'USD') : currencyOf(englishUnits, unit!)
  return reading(
    number !== undefined && isPart ? number / 100 : number,
    currency,
    unit!.startsWith('pound') ? 0.75 : 0.95,
  )
}

const readPlace = (sign: string) => (sign === '半' ? 5 : (readNumeral(sign) ?? 0))
const reading = (number: number | undefined, currency: string | null, confidence: number) =>
  number === undefined ? undefined : { type: 'amount', value: numberValue(number, currency), confidence }
