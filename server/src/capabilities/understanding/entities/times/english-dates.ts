/** Days, weeks, months and years as English says them. */
import { englishNumeral, readNumeral } from '#platform/quantities'
import { dateOf, day, monthOf, startOfDay, startOfMonth, startOfWeek, yearOf } from './calendar.ts'
import { type Asked, createDates, type DateRule } from './grammar.ts'
import { holidayIn, holidayPattern, yearsAround } from './holidays.ts'
import { chosen } from './leaning.ts'
import { type Grain, type Length, partOf, shift, type Stretch, stretchOf, within } from './stretches.ts'

export const monthNames = 'january february march april may june july august september october november december'.split(
  ' ',
)
export const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const month = `(?:${monthNames.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)`
/** "Sun", "sat", "wed" and "mar" are words too: short forms of days only where a sign of time stands before. */
const weekday = `(?:${weekdayNames.join('|')}|(?<=(?:on|next|last|this|by|until|since) )(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z]))`
const monthNumber = (name: string) => monthNames.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1
const weekdayNumber = (name: string) => weekdayNames.findIndex((each) => each.startsWith(name.slice(0, 3)))
const ordinal = '(\\d{1,2})(?:st|nd|rd|th)?'
const count = `\\d+(?:\\.\\d+)?|${englishNumeral}|an?|a couple of|a few`
const unit = 'seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|quarters?|years?|fortnights?'
export const amountPattern = `(?:half an? (?:hour|day|year|month)|(?:(?:${count})(?: ?-| to | or) ?)?(?:${count})(?: and a half)?[ -]?(?:(?:business|working|calendar|whole|more|full) )?(?:${unit})(?: and a half)?)(?![a-z])`
const amountParts = new RegExp(
  `^(?:(?:${count})(?: ?-| to | or) ?)?(${count}) ?(and a half)?[ -]?(?:(?:business|working|calendar|whole|more|full) )?(${unit})( and a half)?$`,
)
const vague: Record<string, number> = { a: 1, an: 1, 'a couple of': 2, 'a few': 3 }

export function readAmount(written: string): Length | undefined {
  // "A second card" is another one.
  if (written === 'a second') return undefined
  const half = /^half an? (\w+)$/.exec(written)
  if (half) return { count: 0.5, grain: half[1] as Grain }
  const [, number, middle, of, after] = amountParts.exec(written) ?? []
  const whole = number === undefined ? undefined : (vague[number] ?? readNumeral(number))
  if (whole === undefined) return undefined
  if (of!.startsWith('fortnight')) return { count: whole * 2, grain: 'week' }
  const grain = ({ sec: 'second', min: 'minute', hou: 'hour', hrs: 'hour', hr: 'hour' }[of!.slice(0, 3)] ??
    of!.replace(/s$/, '')) as Grain
  return { count: whole + (middle || after ? 0.5 : 0), grain }
}

const steps: Record<string, number> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  the: 0,
  current: 0,
  next: 1,
  coming: 1,
  following: 1,
  '': 0,
}
const step = '(last|past|previous|this|this coming|next|coming|following)'
const parts: Record<string, 'start' | 'middle' | 'end'> = {
  start: 'start',
  beginning: 'start',
  early: 'start',
  middle: 'middle',
  mid: 'middle',
  end: 'end',
  late: 'end',
}
const oneDay = (from: number | undefined): Stretch | undefined =>
  from === undefined ? undefined : { from, to: from + day, grain: 'day' }

function dayWithoutYear(name: string, date: string, { now, leaning, before }: Asked): Stretch | undefined {
  const today = startOfDay(now.local)
  if (before) {
    const near = name === '' ? monthOf(before.from) : monthNumber(name)
    const same = dateOf(yearOf(before.from), near, Number(date))
    return oneDay(same !== undefined && same < before.from ? dateOf(yearOf(same) + 1, near, Number(date)) : same)
  }
  const candidates =
    name === ''
      ? [-1, 0, 1].map((more) => startOfMonth(today, more)).map((at) => dateOf(yearOf(at), monthOf(at), Number(date)))
      : yearsAround(today).map((year) => dateOf(year, monthNumber(name), Number(date)))
  const real = candidates.filter((each) => each !== undefined)
  return real.length === 0 ? undefined : oneDay(chosen(real, today, leaning))
}

/** "Last Friday" is the latest before today, "next Friday" the one of next week, "this Friday" that of this week. */
function readWeekday(said: string, name: string, { now, leaning, before }: Asked): Stretch {
  const today = startOfDay(now.local)
  const ofThisWeek = startOfWeek(now.local) + weekdayNumber(name) * day
  const around = [ofThisWeek - 7 * day, ofThisWeek, ofThisWeek + 7 * day]
  if (/last|past|previous/.test(said)) return oneDay(around.findLast((each) => each < today))!
  if (said === 'this coming' || said === 'coming') return oneDay(around.find((each) => each > today))!
  if (said) return oneDay(ofThisWeek + steps[said]! * 7 * day)!
  const after = before && around.find((each) => each >= before.from)
  return oneDay(after || chosen(around, today, leaning ?? 'future'))!
}

function readMonth(said: string, name: string, { now, leaning, before }: Asked): Stretch {
  const [earlier, same, later] = yearsAround(before?.from ?? now.local).map((year) =>
    Date.UTC(year, monthNumber(name) - 1),
  )
  const thisMonth = startOfMonth(now.local)
  if (said) {
    const meant =
      steps[said]! < 0
        ? [same, earlier].find((each) => each! < thisMonth)
        : [same, later].find((each) => each! >= thisMonth)
    return stretchOf('month', meant!)
  }
  return stretchOf('month', chosen([earlier!, same!, later!], thisMonth, leaning))
}

const grains = '(week|month|quarter|year)'
const rules: DateRule[] = [
  {
    pattern: '(?<![\\w.-])(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![.\\d-]\\d|\\d)',
    read: ([year, named, date]) => oneDay(dateOf(Number(year), Number(named), Number(date))),
  },
  {
    // Month first, as in America, unless only the other way makes a date.
    pattern: '(?<![\\w./-])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\w/-])',
    read([first, second, year]) {
      const full = year!.length === 2 ? 2000 + Number(year) : Number(year)
      return oneDay(dateOf(full, Number(first), Number(second)) ?? dateOf(full, Number(second), Number(first)))
    },
  },
  {
    pattern: `(${month})\\.? ${ordinal}(?!\\d|%| ?(?:%|items|pm|am))(?:,? (\\d{4}))`,
    read: ([name, date, year]) => oneDay(dateOf(Number(year), monthNumber(name!), Number(date))),
  },
  {
    pattern: `(${month})\\.? ${ordinal} ?(?:-|–|to) ?${ordinal}(?![\\w%:])`,
    read([name, date, last], asked) {
      const from = dayWithoutYear(name!, date!, asked)
      const more = Number(last) - Number(date)
      return from && more > 0 && more < 31 ? { ...from, to: from.to! + more * day } : undefined
    },
  },
  {
    pattern: `(${month})\\.? (?:the )?${ordinal}(?![\\w%:])`,
    read: ([name, date], asked) => dayWithoutYear(name!, date!, asked),
  },
  {
    pattern: `(?:the )?${ordinal} (?:of )?(${month})(?![a-z]),? (\\d{4})(?!\\d)`,
    read: ([date, name, year]) => oneDay(dateOf(Number(year), monthNumber(name!), Number(date))),
  },
  {
    pattern: `(?:the )?${ordinal} (?:of )?(${month})(?![a-z])`,
    read: ([date, name], asked) => dayWithoutYear(name!, date!, asked),
  },
  {
    pattern: `(${month}),? (\\d{4})(?!\\d)`,
    read: ([name, year]) => stretchOf('month', dateOf(Number(year), monthNumber(name!), 1)!),
  },
  {
    pattern: '(?:the )?day (before|after) (yesterday|tomorrow)',
    read: ([way], { now }) => oneDay(startOfDay(now.local) + (way === 'before' ? -2 : 2) * day),
  },
  {
    pattern: '(today|tonight|tomorrow|tmrw|tmr|yesterday)(?![a-z])',
    read: ([name], { now }) =>
      oneDay(
        startOfDay(now.local) +
          (name!.startsWith('to') ? (name === 'tomorrow' ? 1 : 0) : name === 'yesterday' ? -1 : 1) * day,
      ),
  },
  { pattern: `(?:on )?${step} (${weekday})(?![a-z])`, read: ([said, name], asked) => readWeekday(said!, name!, asked) },
  { pattern: `(?<!every |each )(?:on )?(${weekday})(?![a-z])`, read: ([name], asked) => readWeekday('', name!, asked) },
  {
    pattern: 'last night',
    read: (_, { now }) => ({ from: startOfDay(now.local) - day / 4, to: startOfDay(now.local), grain: 'hour' }),
  },
  {
    pattern: `(?:the )?${step}? ?weekend(?![a-z])`,
    read: ([said], { now }) => {
      const start = startOfWeek(now.local) + (steps[said!] ?? 0) * 7 * day + 5 * day
      return { from: start, to: start + 2 * day, grain: 'day' }
    },
  },
  {
    pattern: `(?:the |at the )?(start|beginning|middle|end) of (?:the |(this|last|next) )?${grains}(?![a-z])`,
    read: ([part, said, grain], { now }) =>
      partOf(stretchOf(grain as 'week', now.local, steps[said!] ?? 0), parts[part!]!),
  },
  {
    pattern: `(?:the )?(start|beginning|middle|end) of (?:(this|last|next) )?(${month})(?![a-z])`,
    read: ([part, said, name], asked) => partOf(readMonth(said!, name!, asked), parts[part!]!),
  },
  { pattern: '(?:the )?end of (?:the |today )?day', read: (_, { now }) => partOf(stretchOf('day', now.local), 'end') },
  {
    pattern: `(?:(?:in|over|during|for|within) )?(?:the )?(last|past|next|coming|following) (${amountPattern})`,
    read([said, amount], { now }) {
      const length = readAmount(amount!)
      return length && within(now, { ...length, count: length.count * (steps[said!]! < 0 ? -1 : 1) })
    },
  },
  {
    pattern: `${step} ${grains}(?![a-z])`,
    read: ([said, grain], { now }) => stretchOf(grain as 'week', now.local, steps[said!] ?? 1),
  },
  {
    pattern: `within (?:the next )?(${amountPattern})`,
    read: ([amount], { now }) => readAmount(amount!) && within(now, readAmount(amount!)!),
  },
  {
    pattern: `in (?:the next )?(${amountPattern})(?:'? time)?`,
    read: ([amount], { now }) => readAmount(amount!) && shift(now, readAmount(amount!)!),
  },
  {
    pattern: `(${amountPattern}) (ago|back|earlier|later|from now|from today)(?![a-z])`,
    read([amount, way], { now }) {
      const length = readAmount(amount!)
      return length && shift(now, /ago|back|earlier/.test(way!) ? { ...length, count: -length.count } : length)
    },
  },
  {
    pattern: `(?:(last|this|next) )?(${holidayPattern})(?: (\\d{4}))?(?![a-z])`,
    read([said, name, year], { now, leaning }) {
      if (year) return holidayIn(name!, Number(year))
      const around = yearsAround(now.local)
        .map((each) => holidayIn(name!, each))
        .filter((each) => each !== undefined)
      const wanted = said === 'last' ? 'past' : said === 'next' ? 'future' : leaning
      const meant = chosen(
        around.map(({ from }) => from),
        startOfDay(now.local),
        wanted,
      )
      return around.find(({ from }) => from === meant)
    },
  },
  { pattern: `(last|this|next) (${month})(?![a-z])`, read: ([said, name], asked) => readMonth(said!, name!, asked) },
  {
    // "May" and "march" are verbs: a month by itself follows a word of time.
    pattern: `(?<=(?:in|since|until|by|during|of|early|late|mid|before|after|till) )(${month})(?![a-z])`,
    read: ([name], asked) => readMonth('', name!, asked),
  },
  {
    pattern: '(?<=(?:in|since|until|by|during|before|after) )(20\\d{2})(?!\\w)',
    read: ([year]) => stretchOf('year', Date.UTC(Number(year), 0)),
  },
  {
    pattern:
      '(?<=(?:on|by|until|since|before|after|from|to|-|and) )the (\\d{1,2})(?:st|nd|rd|th)(?![a-z])(?! (?:item|order|time|floor|one))',
    read: ([date], asked) => dayWithoutYear('', date!, asked),
  },
  {
    pattern: 'q([1-4])(?![a-z\\d])(?: (20\\d\\d))?',
    read: ([place, year], { now }) =>
      stretchOf('quarter', Date.UTC(year ? Number(year) : yearOf(now.local), (Number(place) - 1) * 3)),
  },
]

export const englishDates = createDates(rules)
