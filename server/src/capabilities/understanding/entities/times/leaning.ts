/**
 * Whether a day without its year, month or week is one that was or one that comes. What stands nearest decides: 周五下的单
 * was, 周五能到吗 comes. Without a sign, a weekday comes (today is one that comes), and a date is the nearest.
 */
import { day } from './calendar.ts'

export type Leaning = 'past' | 'future' | undefined

const chinese = {
  past: /[买订付退寄发收签拍换取约交定办开打送修][^，。！？,.!?]{0,3}[的了过]|下的?单|下了单|收到的?|发货了|到现在|至今|一直|已经|还没|都没|没收|没到|没人|以来|说好|答应|承诺|约好|投诉过/g,
  future:
    /能|会|可以|要|想|打算|准备|希望|将|之前|以前|前(?!天)|什么时候|到吗|行吗|有货|截止|过期|到期|开始|结束|上班|营业|放假|送到|送货/g,
}
const english = {
  past: /\b(?:ordered|bought|paid|placed|received|was|were|did|had|got|came|arrived|shipped|returned|cancell?ed|called|since|sent|said|promised|made|delivered|went|happened|started|signed|booked|chatted|spoke|waiting)\b/g,
  future:
    /\b(?:will|can|could|be|going to|shall|would|want|wants|need|needs|by|until|before|please|next|open|deliver|come|arrive|ship|plan|hope|do|does|is)\b|'ll\b/g,
}
const windowBefore = 40
const windowAfter = 14

/** What a text leans to around the place `start`–`end`. */
export function leaningAt(folded: string, start: number, end: number): Leaning {
  const before = lastClause(folded.slice(Math.max(0, start - windowBefore), start))
  const after = firstClause(folded.slice(end, end + windowAfter * 3))
  const behind = leaningOf(after.slice(0, windowAfter), chinese, 'first')
  if (behind) return behind
  return leaningOf(before, english, 'last') ?? leaningOf(before, chinese, 'last') ?? leaningOf(after, english, 'first')
}

const lastClause = (before: string) => /[^,.!?;。、\n]*$/.exec(before)![0]
const firstClause = (after: string) => /^[^,.!?;。、\n]*/.exec(after)![0]

function leaningOf(text: string, { past, future }: typeof chinese, which: 'first' | 'last'): Leaning {
  const [was, comes] = [placeOf(text, past, which), placeOf(text, future, which)]
  if (was === undefined && comes === undefined) return undefined
  if (was === undefined) return 'future'
  if (comes === undefined) return 'past'
  return (which === 'first' ? was <= comes : was >= comes) ? 'past' : 'future'
}

function placeOf(text: string, cue: RegExp, which: 'first' | 'last'): number | undefined {
  cue.lastIndex = 0
  let place = cue.exec(text)?.index
  for (let next = place; which === 'last' && next !== undefined; next = cue.exec(text)?.index) place = next
  return place
}

/** Of the same day in the cycle before, this one and the next: the one meant. `today` is the beginning of today. */
export function chosen(candidates: number[], today: number, leaning: Leaning): number {
  const sorted = candidates.toSorted((one, other) => one - other)
  if (leaning === 'past') return sorted.findLast((each) => each <= today) ?? sorted[0]!
  if (leaning === 'future') return sorted.find((each) => each >= today) ?? sorted.at(-1)!
  return sorted.reduce((best, each) => (Math.abs(each - today) < Math.abs(best - today) - day / 2 ? each : best))
}
