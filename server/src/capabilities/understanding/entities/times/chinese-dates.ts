/** Days, weeks, months and years as Chinese says them. Each rule's groups are what it reads; wordings are folded. */
import { chineseNumeral, readNumeral } from '#platform/quantities'
import { addMonths, dateOf, day, monthOf, startOfDay, startOfMonth, startOfWeek, yearOf } from './calendar.ts'
import { type Asked, createDates, type DateRule } from './grammar.ts'
import { holidayIn, holidayPattern, yearsAround } from './holidays.ts'
import { chosen } from './leaning.ts'
import { type Grain, type Length, partOf, shift, type Stretch, stretchOf, within } from './stretches.ts'

const number = '(?:\\d{1,4}|[零〇一二两三四五六七八九十]{1,4})'
const units: [pattern: string, grain: Grain, times: number][] = [
  ['秒钟?', 'second', 1],
  ['分钟', 'minute', 1],
  ['刻钟', 'minute', 15],
  ['小时|钟头', 'hour', 1],
  ['天|日|工作日', 'day', 1],
  ['周|星期|礼拜', 'week', 1],
  ['月', 'month', 1],
  ['季度', 'quarter', 1],
  ['年', 'year', 1],
]
const unitOf = (written: string) => units.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(written))!
const count = `\\d+(?:\\.\\d+)?|${chineseNumeral.replace('半?|半', '')}`
/** 3天, 两个半小时, 半年, 三天半, 1-3天; the longer of a range. 一月 and 3月 are months of the year. */
export const amountPattern = `(?:(?:${count})\\s?(?:-|~|–|到|至)\\s?)?(?:(?:${count})\\s?(?:个半|半|个)?|半个?)\\s?(?:秒钟?|分钟|刻钟|小时|钟头|天(?!猫)|工作日|周(?!年|岁|边|末|[一二三四五六日])|星期(?![一二三四五六日天])|礼拜(?![一二三四五六日天])|(?<=个|个半)(?:月|季度)|年(?!级|纪|底|初|份|货|代))半?`
const amountParts = new RegExp(
  `^(?:(?:${count})\\s?(?:-|~|–|到|至)\\s?)?(${count}|半)?\\s?(个半|半个?|个)?\\s?(秒钟?|分钟|刻钟|小时|钟头|天|日|工作日|周|星期|礼拜|月|季度|年)(半)?$`,
)

export function readAmount(written: string): Length | undefined {
  const [, first = '', between = '', unit, after] = amountParts.exec(written.trim()) ?? []
  const whole = first === '' && between.startsWith('半') ? 0.5 : readNumeral(first)
  if (unit === undefined || whole === undefined) return undefined
  const half = (first !== '' && first !== '半' && between.includes('半') ? 0.5 : 0) + (after ? 0.5 : 0)
  const [, grain, times] = unitOf(unit)
  return { count: (whole + half) * times, grain }
}

const weekdays = '一二三四五六日'
const weekday = (sign: string) =>
  sign === '天' || sign === '7' ? 6 : /\d/.test(sign) ? Number(sign) - 1 : weekdays.indexOf(sign)
const steps: Record<string, number> = {
  上上: -2,
  上: -1,
  这: 0,
  本: 0,
  当: 0,
  今: 0,
  下: 1,
  下下: 2,
  去: -1,
  前: -2,
  明: 1,
  后: 2,
}
const parts: Record<string, 'start' | 'middle' | 'end'> = {
  初: 'start',
  头: 'start',
  中: 'middle',
  底: 'end',
  末: 'end',
  尾: 'end',
}
const days: Record<string, number> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 当: 0, 明: 1, 后: 2, 大后: 3 }

const oneDay = (from: number | undefined): Stretch | undefined =>
  from === undefined ? undefined : { from, to: from + day, grain: 'day' }
const partly = (stretch: Stretch, part: string) =>
  part && parts[part[0]!] ? partOf(stretch, parts[part[0]!]!) : stretch
const weekend = (start: number): Stretch => ({ from: start + 5 * day, to: start + 7 * day, grain: 'day' })

/** 上旬, 中旬 and 下旬 are thirds of a month; 初, 中 and 底 as in `partOf`. */
function monthPart(month: Stretch, part: string): Stretch {
  if (part === '上旬') return partOf(month, 'start')
  if (part === '中旬') return partOf(month, 'middle')
  if (part === '下旬') return { from: month.from + 20 * day, to: month.to, grain: 'day' }
  return partly(month, part)
}

/** The day of a month that is named without its year, or of no named month. */
function dayWithoutYear(month: string, date: string, { now, leaning, before }: Asked): Stretch | undefined {
  const today = startOfDay(now.local)
  if (before) {
    const near = month === '' ? monthOf(before.from) : readNumeral(month)!
    const same = dateOf(yearOf(before.from), near, readNumeral(date)!)
    return oneDay(same !== undefined && same < before.from ? dateOf(yearOf(same) + 1, near, readNumeral(date)!) : same)
  }
  const candidates =
    month === ''
      ? [-1, 0, 1]
          .map((more) => startOfMonth(today, more))
          .map((at) => dateOf(yearOf(at), monthOf(at), readNumeral(date)!))
      : yearsAround(today).map((year) => dateOf(year, readNumeral(month)!, readNumeral(date)!))
  const real = candidates.filter((each) => each !== undefined)
  return real.length === 0 ? undefined : oneDay(chosen(real, today, leaning))
}

function monthWithoutYear(month: string, part: string, { now, leaning, before }: Asked): Stretch | undefined {
  const place = readNumeral(month)!
  if (place < 1 || place > 12) return undefined
  const thisMonth = startOfMonth(now.local)
  const from = before
    ? Date.UTC(yearOf(before.from) + (place < monthOf(before.from) ? 1 : 0), place - 1)
    : chosen(
        yearsAround(now.local).map((year) => Date.UTC(year, place - 1)),
        thisMonth,
        leaning,
      )
  return monthPart(stretchOf('month', from), part)
}

const yearNamed = (written: string, now: Asked['now']) =>
  written.length === 1 ? yearOf(now.local) + steps[written]! : readNumeral(written)!

const year = '(\\d{4}|[一二][零〇九][零〇一二三四五六七八九]{2}|[今明去前后])年(?![轻级货糕会])的?'
const rules: DateRule[] = [
  {
    pattern: `${year}\\s?(${number})\\s?月份?的?\\s?(${number})\\s?[日号]?(?!\\d)`,
    read: ([named, month, date], { now }) =>
      oneDay(dateOf(yearNamed(named!, now), readNumeral(month!)!, readNumeral(date!)!)),
  },
  {
    pattern: `${year}\\s?(${number})\\s?月份?(初|上旬|中旬?|下旬|底|末)?`,
    read([named, month, part], { now }) {
      const from = dateOf(yearNamed(named!, now), readNumeral(month!)!, 1)
      return from === undefined ? undefined : monthPart(stretchOf('month', from), part!)
    },
  },
  {
    pattern: '(?<![\\w.-])(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![.\\d-]\\d|\\d)',
    read: ([named, month, date]) => oneDay(dateOf(Number(named), Number(month), Number(date))),
  },
  {
    pattern: '(?<![\\w.-])((?:19|20)\\d{2})([01]\\d)([0-3]\\d)(?![\\w-]|\\.\\d)',
    read: ([named, month, date]) => oneDay(dateOf(Number(named), Number(month), Number(date))),
  },
  {
    pattern: `(${number})\\s?月份?的?\\s?(${number})\\s?[日号](?!线|楼|店)`,
    read: ([month, date], asked) => dayWithoutYear(month!, date!, asked),
  },
  {
    pattern: '(?<![\\d/.-])(0[1-9]|1[0-2])[/](0[1-9]|[12]\\d|3[01])(?![\\d/%])',
    read: ([month, date], asked) => dayWithoutYear(month!, date!, asked),
  },
  {
    pattern: `(${number})\\s?月份?(初|上旬|中旬|下旬|底|末)?(?![天大能光度饼])`,
    read: ([month, part], asked) => monthWithoutYear(month!, part!, asked),
  },
  {
    pattern: `(?:最近|过去|近|这)的?(${amountPattern})(?:内|里|来|间)?`,
    read([amount], { now }) {
      const length = readAmount(amount!)
      return length && within(now, { ...length, count: -length.count })
    },
  },
  {
    pattern: `(?:未来|接下来|今后|往后)的?(${amountPattern})(?:内|里|之内)?`,
    read: ([amount], { now }) => within(now, readAmount(amount!)!),
  },
  {
    pattern: `(?:再?过)(${amountPattern})(?:以后|之后|后)?`,
    read: ([amount], { now }) => shift(now, readAmount(amount!)!),
  },
  {
    pattern: `(${amountPattern}|${number}日)(以?内|之内|里|(?:以|之)?前(?!台|面)|(?:以|之)?后(?!台|面|悔|续)|以来)`,
    read([amount, suffix], { now }) {
      const length = readAmount(amount!)
      if (!length) return undefined
      if (/内|里/.test(suffix!)) return within(now, length)
      if (suffix === '以来') return within(now, { ...length, count: -length.count })
      return shift(now, suffix!.endsWith('前') ? { ...length, count: -length.count } : length)
    },
  },
  {
    pattern: '(大前|大后|[昨今明])[天日儿](?!猫)|(前|后)天|([昨今明])(?=早|晚|夜)',
    read: ([first, second, third], { now }) => oneDay(startOfDay(now.local) + days[first || second || third!]! * day),
  },
  {
    pattern:
      '(?<!每|下一|上一)(上上|下下|上|下|这|本)?一?个?(?:周|星期|礼拜)([一二三四五六日天1-6](?![年岁边天个]))(?:(?:到|至|-|~)(?:周|星期|礼拜)?([一二三四五六日天](?![点年个])))?',
    read([step, from, to], { now, leaning, before }) {
      const start = startOfWeek(now.local) + (step ? steps[step]! * 7 * day : 0) + weekday(from!) * day
      const around = [start - 7 * day, start, start + 7 * day]
      const after = before && [0, 1].map((more) => startOfWeek(before.from) + (weekday(from!) + more * 7) * day)
      const meant = step
        ? start
        : (after?.find((each) => each >= before!.from) ?? chosen(around, startOfDay(now.local), leaning ?? 'future'))
      const more = to ? (weekday(to) - weekday(from!) + 7) % 7 : 0
      return { from: meant, to: meant + (more + 1) * day, grain: 'day' }
    },
  },
  {
    pattern: '(上上|下下|上|下|这|本)?个?周末',
    read([step], { now, leaning }) {
      const start = startOfWeek(now.local)
      if (step) return weekend(start + steps[step]! * 7 * day)
      return weekend(leaning === 'past' && startOfDay(now.local) < start + 5 * day ? start - 7 * day : start)
    },
  },
  {
    pattern: '(上上|下下|上|下|这|本)一?个?(?:周|星期|礼拜)(初|末|中)?(?![年岁边一二三四五六日])',
    read: ([step, part], { now }) => partly(stretchOf('week', now.local, steps[step!]), part!),
  },
  {
    pattern: `(上上|下下|上|下|这|本|当)一?个?月份?的?(?:(初|上旬|中旬?|下旬|底|末)|(${number})[日号])?`,
    read([step, part, date], { now }) {
      const month = stretchOf('month', now.local, steps[step!])
      return date
        ? oneDay(dateOf(yearOf(month.from), monthOf(month.from), readNumeral(date)!))
        : monthPart(month, part!)
    },
  },
  {
    pattern: '(?<![\\d个一二三四五六七八九十])月(初|中|底|末|尾)',
    read: ([part], { now }) => partly(stretchOf('month', now.local), part!),
  },
  {
    pattern: `(?:${year})?(${holidayPattern})(?:假期|长假|期间|当天|那天|大促|黄金周)?`,
    read([named, name], { now, leaning }) {
      if (named) return holidayIn(name!, yearNamed(named, now))
      const around = yearsAround(now.local)
        .map((each) => holidayIn(name!, each))
        .filter((each) => each !== undefined)
      const meant = chosen(
        around.map(({ from }) => from),
        startOfDay(now.local),
        leaning,
      )
      return around.find(({ from }) => from === meant)
    },
  },
  {
    pattern: `${year}年?(初|中|底|末|上半年|下半年)?`,
    read([named, part], { now }) {
      const stretch = stretchOf('year', Date.UTC(yearNamed(named!, now), 0))
      return /半/.test(part!) ? halfOf(stretch, part!) : partly(stretch, part!)
    },
  },
  {
    pattern: '(?<![\\d一二三四五六七八九十两半])年(初|中|底|末|尾)',
    read: ([part], { now }) => partly(stretchOf('year', now.local), part!),
  },
  { pattern: '(上半年|下半年)', read: ([part], { now }) => halfOf(stretchOf('year', now.local), part!) },
  { pattern: '(上|下|这|本)个?季度', read: ([step], { now }) => stretchOf('quarter', now.local, steps[step!]) },
  {
    pattern: '第?([一二三四1-4])季度',
    read: ([place], { now }) =>
      stretchOf('quarter', addMonths(stretchOf('year', now.local).from, (readNumeral(place!)! - 1) * 3)),
  },
  {
    pattern: `(?<![\\d第.a-z-])(${number})[日号](?!线|楼|店|桌|仓|门|机|电池|色|码|球|字|院|元|本|台|包|柜|箱|车|房|窗|客服|商品|款|链接|会员|用|常|期)`,
    read: ([date], asked) => dayWithoutYear('', date!, asked),
  },
]

function halfOf({ from, to }: Stretch, half: string): Stretch {
  const middle = addMonths(from, 6)
  return half.startsWith('上') ? { from, to: middle, grain: 'month' } : { from: middle, to, grain: 'month' }
}

export const chineseDates = createDates(rules)
