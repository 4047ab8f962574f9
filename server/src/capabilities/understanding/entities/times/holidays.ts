/** Days that are called by a name: holidays of China and of the west, and the days of great sales. */
import { dateOf, day, weekdayOf, yearOf } from './calendar.ts'
import { createRemembered } from './remembered.ts'
import type { Stretch } from './stretches.ts'

type Holiday = { pattern: string; of: (year: number) => number | undefined; days?: number }
const fixed = (month: number, date: number) => (year: number) => dateOf(year, month, date)
/** The nth such weekday (0 is Monday) of a month; the last one for −1. */
const nth = (month: number, weekday: number, place: number) => (year: number) => {
  const first = Date.UTC(year, place < 0 ? month : month - 1, 1)
  const until = (weekday - weekdayOf(first) + 7) % 7
  return place < 0 ? first + (until === 0 ? -7 : until - 7) * day : first + (until + (place - 1) * 7) * day
}

/** Made when the first holiday of the moon is asked for: the calendars of the platform take 7 MB. */
const chineseCalendar = createRemembered(
  () => new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' }),
)
const lunarDays = new Map<string, number | undefined>()
/** ICU misses the new moon by some minutes; where that is around midnight in Beijing, the month begins a day earlier or later. */
const misplaced: Record<string, number> = { '2027/1': -day, '2030/1': day }

/** A day of the lunar calendar, by the one that the platform brings (ICU); leap months ("4bis") are not meant. */
function lunar(month: number, date: number) {
  return function inYear(year: number): number | undefined {
    const key = `${year}/${month}/${date}`
    if (lunarDays.has(key)) return lunarDays.get(key)
    // The month begins 20 to 52 days after the solar month of its number does.
    const first = Date.UTC(year, month - 1, 18 + date)
    const days = Array.from({ length: 38 }, (_, more) => first + more * day)
    const found = days.find((each) => chineseCalendar('').format(each) === `${month}/${date}`)
    const right = found === undefined ? undefined : found + (misplaced[`${year}/${month}`] ?? 0)
    lunarDays.set(key, right)
    return right
  }
}
const eve = (of: Holiday['of']) => (year: number) => {
  const after = of(year)
  return after === undefined ? undefined : after - day
}
/** Qingming by the usual formula of the 21st century: 4, 5 or 6 April. */
const qingming = (year: number) =>
  dateOf(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))
/** Easter Sunday (anonymous Gregorian computus). */
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}
const blackFriday = (year: number) => nth(11, 3, 4)(year) + day

const newYear = lunar(1, 1)
export const holidays: Holiday[] = [
  { pattern: "双十一|双11|光棍节|double (?:11|eleven)|singles'? day", of: fixed(11, 11) },
  { pattern: '双十二|双12|double (?:12|twelve)', of: fixed(12, 12) },
  {
    pattern: '(?:年中)?618(?=大促|活动|期间|那天|当天|促销|的时候|买|下单|之?前|之?后|节|预售|购物|年中)|六一八',
    of: fixed(6, 18),
  },
  { pattern: '十一(?=长假|黄金周|假期|放假)|国庆节?', of: fixed(10, 1), days: 7 },
  { pattern: "元旦节?|new year'?s day", of: fixed(1, 1) },
  { pattern: "跨年夜?|new year'?s eve", of: fixed(12, 31) },
  { pattern: '五一(?!八)(?:劳动)?节?|劳动节', of: fixed(5, 1), days: 5 },
  { pattern: '除夕|大年三十|年三十', of: eve(newYear) },
  { pattern: '春节|过年|大年初一|农历新年|chinese new year|lunar new year|spring festival', of: newYear, days: 7 },
  { pattern: '元宵节?', of: lunar(1, 15) },
  { pattern: '端午节?|dragon boat festival', of: lunar(5, 5) },
  { pattern: '七夕节?', of: lunar(7, 7) },
  { pattern: '中秋节?|mid-autumn festival', of: lunar(8, 15) },
  { pattern: '重阳节?', of: lunar(9, 9) },
  { pattern: '清明节?', of: qingming },
  { pattern: "情人节|valentine'?s day", of: fixed(2, 14) },
  { pattern: '妇女节|三八节|女神节', of: fixed(3, 8) },
  { pattern: '儿童节|六一(?!八)节?', of: fixed(6, 1) },
  { pattern: '教师节', of: fixed(9, 10) },
  { pattern: "母亲节|mother'?s day", of: nth(5, 6, 2) },
  { pattern: "父亲节|father'?s day", of: nth(6, 6, 3) },
  { pattern: '万圣节|halloween', of: fixed(10, 31) },
  { pattern: '感恩节|thanksgiving(?: day)?', of: nth(11, 3, 4) },
  { pattern: '黑色星期五|黑五|black friday', of: blackFriday },
  { pattern: 'cyber monday', of: (year) => blackFriday(year) + 3 * day },
  { pattern: '平安夜|christmas eve', of: fixed(12, 24) },
  { pattern: '圣诞节?|christmas(?: day)?|xmas', of: fixed(12, 25) },
  { pattern: 'boxing day', of: fixed(12, 26) },
  { pattern: 'independence day|(?:the )?(?:4th|fourth) of july', of: fixed(7, 4) },
  { pattern: 'easter(?: sunday)?', of: easter },
  { pattern: 'labou?r day', of: nth(9, 0, 1) },
  { pattern: 'memorial day', of: nth(5, 0, -1) },
]
export const holidayPattern = holidays.map(({ pattern }) => pattern).join('|')
const compiled = holidays.map((holiday) => ({
  ...holiday,
  whole: new RegExp(`^(?:${holiday.pattern.replaceAll(/\(\?=[^)]*\)/g, '')})$`),
}))

/** The days of a holiday in a year; undefined where `name` is none. */
export function holidayIn(name: string, year: number): Stretch | undefined {
  const holiday = compiled.find(({ whole }) => whole.test(name))
  const from = holiday?.of(year)
  return from === undefined ? undefined : { from, to: from + (holiday!.days ?? 1) * day, grain: 'day' }
}

/** The years in which it may be meant from `local`. */
export const yearsAround = (local: number) => [yearOf(local) - 1, yearOf(local), yearOf(local) + 1]
