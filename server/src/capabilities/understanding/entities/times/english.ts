/** How English says when. The words are folded: lower case. */
import { readNumeral } from '#platform/quantities'
import { type Clock, clockOf, hoursOf } from './clocks.ts'
import { amountPattern, englishDates, monthNames, readAmount, weekdayNames } from './english-dates.ts'
import type { Grammar } from './grammar.ts'

const periods: Record<string, [number, number]> = {
  morning: hoursOf(6, 12),
  afternoon: hoursOf(12, 18),
  evening: hoursOf(17, 22),
  night: hoursOf(18, 24),
  lunchtime: hoursOf(11, 14),
}
const period = 'morning|afternoon|evening|night(?!s)|lunchtime'
const number = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const mark = '(?:\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?)(?![a-z]))'
/** A bare hour is one behind a word of time and where nothing is counted by it. */
const bare = `(?<=(?:at|by|before|after|until|till|from|between|around|about) )${number}(?=[,.!?;]?$|[,.!?;] | (?:on|tomorrow|today|tonight|in the|this|next|and|to|or)(?![a-z])|-\\d)|${number}(?= in the (?:morning|afternoon|evening))`
const clock = `(?<![\\w.:-])(?:\\d{1,2}(?::\\d{2})?${mark}|\\d{1,2}:\\d{2}(?::\\d{2})?(?![\\d:])|${number} ?o'? ?clock${mark}?|half past ${number}${mark}?|(?:a )?quarter (?:past|after|to) ${number}${mark}?|noon|midday|midnight|${bare})`
const connect = ' ?(?:-|–|—|~|to|until|till|and) ?'
const clocks = `(?:(?:between|from) )?(?:(?<low>(?<![\\w.:-])\\d{1,2}(?::\\d{2})?)${connect})?(?<clock>${clock})(?:${connect}(?<clock2>${clock}|${number}(?=[,.!?;]?$|[,.!?;] | on | in the )))?`
const link = ',? (?:at |around |about |by |in the |on )?'

const clockParts =
  /^(?:(?<half>half past|(?:a )?quarter (?:past|after)|(?:a )?quarter to) )?(?<hour>\d{1,2}|[a-z]+)(?::(?<minute>\d{2}))?(?::\d\d)?\s?(?:o'? ?clock)?\s?(?<mark>[ap])?/

const named: Record<string, number> = { noon: 12 * 60, midday: 12 * 60, midnight: 24 * 60 }
const quarters: [front: string, minutes: number][] = [
  ['half', 30],
  ['a quarter to', -15],
  ['quarter to', -15],
  ['a quarter past', 15],
  ['quarter past', 15],
  ['a quarter after', 15],
  ['quarter after', 15],
]

function readEnglishClock(written: string, said: string): Clock | undefined {
  if (named[written]) return clockOf(named[written] / 60, 0, false)
  const { half, hour = '', minute, mark: side = sideOf(said) } = clockParts.exec(written)?.groups ?? {}
  const value = readNumeral(hour)
  if (value === undefined || value > 24) return undefined
  // 03:30 is as it is written; 3:30 may be in the afternoon.
  const isOpen = side === '' && value >= 1 && value <= 12 && !hour.startsWith('0')
  return clockOf(hourOfDay(value, side), pastOf(half, minute), isOpen)
}

const pastOf = (half = '', minute = '0') =>
  quarters.find(([front]) => half !== '' && half.startsWith(front))?.[1] ?? Number(minute)

function sideOf(said: string): string {
  if (said === 'morning') return 'a'
  return said === '' || said === 'lunchtime' ? '' : 'p'
}

function hourOfDay(hour: number, side: string): number {
  if (side === 'p' && hour < 12) return hour + 12
  return side === 'a' && hour === 12 ? 0 : hour
}

/** What a moment can begin with: the long expression is tried nowhere else. */
const first = `(?:\\d|(?:to(?:day|night|morrow)|tmrw?|yesterday|${monthNames.flatMap((name) => [name, name.slice(0, 3)]).join('|')}|sept|${weekdayNames.flatMap((name) => [name, name.slice(0, 3)]).join('|')}|tues|thurs|the|day|on|at|last|past|previous|this|next|coming|following|in|within|over|during|for|from|between|start|beginning|middle|end|an?|half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|weekend|q[1-4]|noon|midday|midnight|quarter|christmas|xmas|black|boxing|cyber|double|singles?|new|chinese|lunar|spring|dragon|valentine|mother|father|halloween|thanksgiving|independence|fourth|easter|labou?r|memorial)(?![a-z]))`

export const englishGrammar: Grammar = {
  cue: /\b(?:to(?:day|night|morrow)|tmrw?|yesterday|\w+day|(?:mon|tue|wed|thu|fri|sat|sun)s?|week(?:s|end)?|month|months|years?|quarter|days?|hours?|hrs?|min(?:ute)?s?|sec(?:ond)?s?|morning|afternoon|evening|night|noon|midday|midnight|fortnight|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|christmas|xmas|easter|halloween|thanksgiving|new year|double|singles|q[1-4]|am|pm|clock|past|quarter|from|between|at|by|since|in 20\d\d)\b|\d ?[ap]\.?m|\d[/.-]\d|\d:\d|\d(?:st|nd|rd|th)\b/,
  moments: new RegExp(
    `(?<![a-z\\d])(?=${first})(?:(?<date>${englishDates.pattern})(?:${link}(?<period>${period}))?(?:${link}${clocks})?|${clocks}(?: in the (?<period>${period}))?(?:,? (?:on |of )?(?<date>${englishDates.pattern})(?: (?<period2>${period}))?)?|(?:in the |this )(?<period>${period}))`,
    'g',
  ),
  readDate: englishDates.readDate,
  periodOf: (written) => periods[written],
  readClock: readEnglishClock,
  connector: /^ ?(?:-|–|—|~|to|through|until|till|and) (?:the )?$|^ ?[-–—~] ?$/,
  boundBefore: [
    [/(?<![a-z])(?:before|until|till|prior to) (?:the )?$/, 'before'],
    [/(?<![a-z])(?:by|no later than|not later than|latest by|due) (?:the )?$/, 'by'],
    [/(?<![a-z])after (?:the )?$/, 'after'],
    [/(?<![a-z])(?:ever since|since|starting|starting from|as of) (?:the )?$/, 'since'],
  ],
  boundAfter: [[/^ onwards?/, 'since']],
  lengths: new RegExp(`(?<![\\w.-])(?:for |about |around )?(?:${amountPattern})`, 'g'),
  readLength: (written) => readAmount(written.replace(/^(?:for|about|around) /, '')),
}
