/** How Chinese says when. The words are folded: simplified, half width. */
import { readNumeral } from '#platform/quantities'
import { amountPattern, chineseDates, readAmount } from './chinese-dates.ts'
import { type Clock, clockOf, hoursOf } from './clocks.ts'
import type { Grammar } from './grammar.ts'

const periods: [pattern: string, hours: [number, number]][] = [
  ['凌晨', hoursOf(0, 6)],
  ['清晨|大清早|一大早|早上|早晨|早间', hoursOf(6, 9)],
  ['上午', hoursOf(8, 12)],
  ['中午|正午|午间', hoursOf(11, 13)],
  ['下午|午后', hoursOf(12, 18)],
  ['傍晚', hoursOf(17, 19)],
  ['晚上|晚间|夜里|夜间', hoursOf(18, 24)],
  ['深夜|半夜|午夜', hoursOf(22, 26)],
  // One sign only behind a day: 明早, 今晚, 周五晚.
  ['(?<=[今明昨]|[周期拜][一二三四五六日天]|[天号日])早(?![一点些了就已])', hoursOf(6, 9)],
  ['(?<=[今明昨当]|[周期拜][一二三四五六日天]|[天号日])[晚夜](?![一点些了到饭餐安于])', hoursOf(18, 24)],
]
const compiled = periods.map(([pattern, hours]) => ({
  whole: new RegExp(`^(?:${pattern.replaceAll(/\(\?[<=!][^)]*\)/g, '')})$`),
  hours,
}))

const hourNumber = '(?:\\d{1,2}|十[一二]|[零一二两三四五六七八九十])'
const minutes =
  '(?:整|钟|半|[一三]刻|过?(?:\\d{1,2}|[零〇一二三四五六七八九十]{2,3})分?(?![\\d个件元块天折%百])|[五十]分)'
const notTold =
  '击|开|选|数|赞|评|餐|心|外|儿|子|进|名|滴|燃|了|不|也|都|没|消|问|意见|建|要|小|反|用|动|东|钱|吃|货|单|错|卡|头|五'
const clock = `(?<![\\d.:第]|[每这那])(?:${hourNumber}\\s?点(?!${notTold})${minutes}?|\\d{1,2}时(?!间|候|常|刻|长|尚|代|效|机)(?:\\d{1,2}分)?|\\d{1,2}:\\d{2}(?::\\d{2})?(?![\\d:])(?:\\s?[ap]\\.?m\\b\\.?)?)`
const clockParts =
  /^(?<hour>\d{1,2}|[零一二两三四五六七八九十]{1,2})\s?[点时:]过?(?<minute>半|[一三]刻|\d{1,2}|[零〇一二三四五六七八九十]{1,3})?(?::\d\d)?[分整钟]?\s?(?<mark>[ap])?/

const period = periods.map(([pattern]) => pattern).join('|')
const connect = '\\s?(?:到|至|-|~|–|—)\\s?'
const tail = `(?:(?:(?<period>${period})\\s?的?\\s?)?(?:(?<low>(?<![\\d.])${hourNumber})${connect})?(?<clock>${clock})(?:${connect}(?<period2>${period})?(?<clock2>${clock}))?|(?<period>${period}))`

const isAfterNoon = /下午|午后|傍晚|[晚夜]|p$/
/** Twelve in the evening is the end of the day; one to five at night are of the next. */
function hourOfDay(hour: number, said: string): number {
  if (/中午|正午/.test(said)) return hour < 3 ? hour + 12 : hour
  if (/凌晨|a$/.test(said)) return hour === 12 ? 0 : hour
  if (!isAfterNoon.test(said) || hour > 12) return hour
  if (/[半深午]夜|夜里/.test(said) && hour < 6) return hour + 24
  if (hour === 12) return /[晚夜]/.test(said) ? 24 : 12
  return hour + 12
}

const quarters: Record<string, number> = { 半: 30, 一刻: 15, 三刻: 45 }

function readChineseClock(written: string, said: string): Clock | undefined {
  const { hour = '', minute, mark = '' } = clockParts.exec(written)?.groups ?? {}
  const named = readNumeral(hour)
  if (named === undefined || named > 24) return undefined
  const isSaid = said !== '' || mark !== '' || /[:时]/.test(written)
  return clockOf(hourOfDay(named, `${said}${mark}`), pastOf(minute), !isSaid && named <= 12)
}

const pastOf = (minute = '0') => quarters[minute] ?? readNumeral(minute) ?? 0

export const chineseGrammar: Grammar = {
  cue: /[点时天日号周月年期拜晚早午晨夜刻秒分季半节昨今明]|双1|618|黑五|除夕|元旦|国庆|端午|中秋|清明|五一|六一|七夕|十一|\d[-/.:]\d|(?:19|20)\d{6}/,
  moments: new RegExp(`(?<date>${chineseDates.pattern})(?:\\s?的?\\s?${tail})?|${tail}`, 'g'),
  readDate: chineseDates.readDate,
  periodOf: (written) => compiled.find(({ whole }) => whole.test(written))?.hours,
  readClock: readChineseClock,
  connector: /^\s?(?:到|至|-|~|–|—|和)\s?$/,
  boundBefore: [
    [/(?:不晚于|最晚|最迟|截至|截止到?)$/, 'by'],
    [/(?:自从|打从)$/, 'since'],
  ],
  boundAfter: [
    [/^(?:之前|以前|前(?!天|年|面|台|后|往|提))/, 'before'],
    [/^(?:为止|截止)/, 'by'],
    [/^(?:之后|以后|后(?!天|年|续|面|期|来|台|悔|果))/, 'after'],
    [/^(?:开始|以来|至今|到现在|到今天|起(?!来|码|床))/, 'since'],
  ],
  lengths: new RegExp(`(?<![\\d.第a-z])(?:${amountPattern})(?:时间)?(?!线|楼|[前后内里])`, 'g'),
  readLength: (written) => readAmount(written.replace(/时间$/, '')),
}
