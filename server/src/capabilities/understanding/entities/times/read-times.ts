/**
 * When: dates, times of day, durations and ranges, resolved against a clock and a time zone. The rules for what is left out
 * stand where they are made: leaning.ts (a day without its year, month or week), clocks.ts (a clock without its half of the
 * day), stretches.ts (月底, "by Friday", three months ago). A week begins on Monday.
 */
import { createRemembered } from './remembered.ts'
import { type Found, matchesOf } from '../found.ts'
import { chineseGrammar } from './chinese.ts'
import { type Clock, onDay, type Said } from './clocks.ts'
import { englishGrammar } from './english.ts'
import type { Grammar } from './grammar.ts'
import { leaningAt } from './leaning.ts'
import { bounded, type Now, secondsOf, spanning, type Stretch } from './stretches.ts'
import { createZone, type Zone } from './zone.ts'

type Moment = { start: number; end: number; stretch: Stretch; confidence: number }
type Groups = Record<string, string | undefined>

/** `now` in milliseconds since 1970, `timeZone` of the time zone database. */
export type Calendar = { now: number; timeZone: string }

const zoneOf = createRemembered(createZone)

export function readTimes(folded: string, { now: instant, timeZone }: Calendar): Found[] {
  const zone = zoneOf(timeZone)
  const now = { instant, local: zone.localAt(instant) }
  return [chineseGrammar, englishGrammar].flatMap((grammar) =>
    grammar.cue.test(folded)
      ? [...readMoments(folded, grammar, now).map((each) => toFound(each, zone)), ...readLengths(folded, grammar)]
      : [],
  )
}

function readMoments(folded: string, grammar: Grammar, now: Now): Moment[] {
  const found: Moment[] = []
  for (const match of matchesOf(folded, grammar.moments)) {
    const last = found.at(-1)
    const isSecond = last !== undefined && grammar.connector.test(folded.slice(last.end, match.index))
    const moment = readMoment(folded, match, { grammar, now, before: isSecond ? last.stretch : undefined })
    if (!moment) continue
    const whole = isSecond ? spanning(last.stretch, moment.stretch) : undefined
    if (whole) found[found.length - 1] = { ...moment, start: last!.start, stretch: whole }
    else found.push(moment)
  }
  return found.map((moment) => bind(folded, moment, { grammar, now }))
}

type Reading = { grammar: Grammar; now: Now; before: Stretch | undefined }

function readMoment(folded: string, match: RegExpExecArray, { grammar, now, before }: Reading): Moment | undefined {
  const groups = match.groups as Groups
  if (isVague(groups)) return undefined
  const place = { start: match.index, end: match.index + match[0].trimEnd().length }
  const dated = groups['date'] === undefined ? undefined : placeOf(groups['date'], match)
  const asked = {
    now,
    before,
    // Read only by what leaves something out.
    get leaning() {
      return leaningAt(folded, place.start, place.end)
    },
  }
  const date = dated && grammar.readDate({ folded, ...dated }, asked)
  if (dated && !date) return undefined
  const said = saidOf(groups, grammar)
  const stretch = saysHow(groups, said) ? onDay(date ?? sameDay(before), said, now) : undefined
  if (stretch) return { ...place, stretch, confidence: confidenceOf(groups, said.clock) }
  return date && { ...dated!, stretch: date, confidence: 0.9 }
}

/** A clock that could not be read, such as 25:00, spoils the part of the day beside it. */
const saysHow = (groups: Groups, { clock, period }: Said) =>
  clock !== undefined || (period !== undefined && groups['clock'] === undefined)

/** The last day that the first part of a range has: 明天下午三点 to 五点. */
const sameDay = (before: Stretch | undefined) => (before && !before.exact ? { ...before, to: before.from } : undefined)

function placeOf(group: string, match: RegExpExecArray): { start: number; end: number } {
  const start = match.index + match[0].indexOf(group)
  return { start, end: start + group.length }
}

function saidOf(groups: Groups, grammar: Grammar) {
  const ofNight = groups['date']?.endsWith('night') ? 'night' : ''
  const { period = ofNight, low, clock, period2 = period, clock2 } = groups
  const read = (written: string | undefined, part: string) =>
    written === undefined ? undefined : grammar.readClock(written, part)
  const last = clock2 ?? (low === undefined ? undefined : clock)
  const first = read(low === undefined ? clock : `${low}${/点/.test(clock!) ? '点' : ''}`, period)
  return { clock: first, until: last === undefined ? undefined : read(last, period2), period: grammar.periodOf(period) }
}

/** A clock by itself may be a number of points; with its day it is not. */
function confidenceOf(groups: Groups, clock: Clock | undefined): number {
  if (groups['date']) return groups['clock'] || groups['period'] ? 0.95 : 0.9
  if (groups['period']) return groups['clock'] ? 0.92 : 0.6
  if (groups['clock2'] || groups['low']) return 0.85
  if (!clock) return 0.6
  return clock.isOpen && !clock.hasMinutes ? 0.65 : 0.85
}

/** 一点 is mostly "a little", 两点 "two points". */
const isVague = (groups: Groups) =>
  !groups['date'] && !groups['period'] && !groups['clock2'] && /^[一两]\s?点$/.test(groups['clock'] ?? '')

function bind(folded: string, moment: Moment, { grammar, now }: { grammar: Grammar; now: Now }): Moment {
  const front = folded.slice(Math.max(0, moment.start - 20), moment.start)
  for (const [pattern, bound] of grammar.boundBefore) {
    const match = pattern.exec(front)
    if (match) return { ...moment, start: moment.start - match[0].length, stretch: bounded(moment.stretch, bound, now) }
  }
  const behind = folded.slice(moment.end, moment.end + 6)
  for (const [pattern, bound] of grammar.boundAfter) {
    const match = pattern.exec(behind)
    if (match) return { ...moment, end: moment.end + match[0].length, stretch: bounded(moment.stretch, bound, now) }
  }
  return moment
}

function readLengths(folded: string, { lengths, readLength }: Grammar): Found[] {
  return matchesOf(folded, lengths).flatMap((match): Found[] => {
    const length = readLength(match[0])
    if (!length || length.count <= 0) return []
    const place = { start: match.index, end: match.index + match[0].length }
    return [
      {
        type: 'duration',
        ...place,
        value: { kind: 'duration', seconds: secondsOf(length) },
        confidence: 0.85,
        by: 'time',
      },
    ]
  })
}

const days = new Set(['day', 'week', 'month', 'quarter', 'year'])

/** A `date` is a day or longer, a `time` less. */
function toFound({ start, end, stretch, confidence }: Moment, zone: Zone): Found {
  const write = (at: number) => zone.write(stretch.exact ? at : zone.instantOf(at))
  const to = stretch.to === null ? null : write(stretch.to)
  const value = { kind: 'time' as const, from: write(stretch.from), to, grain: stretch.grain }
  return { type: days.has(stretch.grain) ? 'date' : 'time', start, end, value, confidence, by: 'time' }
}
