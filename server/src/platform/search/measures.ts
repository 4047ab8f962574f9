/**
 * Numbers with their units, brought to one spelling: 1.5L, 1500ml and 1.5 升 are all `1500ml`; 5公斤, 5 kg and 五公斤
 * are `5000g`. A text has these terms beside its ordinary ones, so that either spelling finds the other.
 */

/** unit as written → the unit it is counted in, and how many of those it is. */
const units = new Map<string, readonly [base: string, factor: number]>(
  `kg 公斤 千克 kilogram kilograms kilo kilos = g 1000 | g 克 gram grams = g 1 | mg 毫克 = g 0.001 | 斤 = g 500 | 吨 ton tons tonne tonnes = g 1000000
   l 升 公升 litre litres liter liters = ml 1000 | ml 毫升 millilitre millilitres milliliter milliliters cc = ml 1
   m 米 metre metres meter meters = mm 1000 | cm 厘米 公分 centimetre centimetres centimeter centimeters = mm 10 | mm 毫米 millimetre millimetres millimeter millimeters = mm 1
   km 公里 千米 kilometre kilometres kilometer kilometers = mm 1000000 | inch inches 英寸 = inch 1
   w 瓦 watt watts = w 1 | kw 千瓦 = w 1000 | v 伏 volt volts = v 1 | mah 毫安 毫安时 = mah 1 | gb = mb 1024 | mb = mb 1 | tb = mb 1048576
   元 块 块钱 元钱 yuan rmb cny = cny 1 | 万元 万块 = cny 10000 | 毛 角 = cny 0.1 | usd 美元 美金 dollar dollars = usd 1
   分钟 minute minutes min mins = min 1 | 小时 个小时 钟头 个钟头 hour hours hr hrs h = min 60 | 天 日 day days = min 1440 | 周 星期 个星期 week weeks = min 10080
   个月 月 month months = month 1 | 年 year years = month 12 | % percent 个百分点 = percent 1 | ℃ °c 度 摄氏度 = degree 1`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [names = '', meaning = ''] = line.split(' = ')
      const [base = '', factor = ''] = meaning.trim().split(' ')
      const value = [base, Number(factor)] as const
      return names
        .trim()
        .split(/\s+/)
        .map((name) => [name, value] as const)
    }),
)

const byLength = [...units.keys()].toSorted((one, other) => other.length - one.length).join('|')
const digits = '\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const numerals = '[零〇一二两三四五六七八九十百千万半]+'
/** A Latin unit ends where its word ends; a year as in 2026年 is none: only up to three figures are. */
const measure = new RegExp(`(?<![\\w.])(¥)?(${digits}|${numerals})(?: ?(${byLength})(?![a-z]))?`, 'gu')
const worthLooking = /\d|[零〇一二两三四五六七八九十百千万半][公千克毫升米厘元块天日小分周星个月年度瓦万斤吨]/u

const longestYear = 999

/** The measures of a folded text, in order, each as its number in the base unit and that unit. */
export function measuresOf(folded: string): string[] {
  if (!worthLooking.test(folded)) return []
  const found: string[] = []
  for (const [, currency, number, unit] of folded.matchAll(measure)) {
    const [base, factor] = unit ? units.get(unit)! : currency ? (['cny', 1] as const) : []
    if (!base || !factor) continue
    const value = /\d/.test(number!) ? Number(number!.replaceAll(',', '')) : chineseNumber(number!)
    if (value === undefined || (base === 'month' && value > longestYear)) continue
    found.push(`${Number((value * factor).toPrecision(12))}${base}`)
  }
  return found
}

const figures = '零一二三四五六七八九'
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** 五 → 5, 十二 → 12, 一百零五 → 105, 两万 → 20000, 半 → 0.5; nothing for what is no number. */
export function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5
  let total = 0
  let section = 0
  let figure = -1
  for (const character of text.replaceAll('两', '二').replaceAll('〇', '零')) {
    const power = powers[character]
    if (power) {
      section += (figure < 0 ? 1 : figure) * power
      figure = -1
    } else if (character === '万') {
      total = (total + section + Math.max(figure, 0)) * 10_000
      section = 0
      figure = -1
    } else {
      const next = figures.indexOf(character)
      if (next < 0 || figure > 0) return undefined
      figure = next
    }
  }
  return total + section + Math.max(figure, 0)
}
