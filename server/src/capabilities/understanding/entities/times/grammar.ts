/** What the grammars of both languages share: rules from a wording to a stretch, tried in order on what was found. */
import type { Clock } from './clocks.ts'
import type { Leaning } from './leaning.ts'
import type { Bound, Length, Now, Stretch } from './stretches.ts'

/** `before`: what the first part of a range said, from which the second takes what it leaves out. */
export type Asked = { now: Now; leaning: Leaning; before?: Stretch | undefined }
export type DateRule = { pattern: string; read: (said: string[], asked: Asked) => Stretch | undefined }
export type Place = { folded: string; start: number; end: number }
export type Dates = ReturnType<typeof createDates>

/** How a language says when. The groups of `moments`: date, period, low, clock, period2, clock2. */
export type Grammar = {
  /** Whether it is worth looking at all. */
  cue: RegExp
  moments: RegExp
  readDate: Dates['readDate']
  /** Minutes of the day in which a part of the day lies. */
  periodOf(written: string): [from: number, to: number] | undefined
  readClock(written: string, period: string): Clock | undefined
  /** Between two that make a range; the words in front of one that bound it, and those behind. */
  connector: RegExp
  boundBefore: [RegExp, Bound][]
  boundAfter: [RegExp, Bound][]
  lengths: RegExp
  readLength(written: string): Length | undefined
}

/** One expression of all rules, and the reading of what it found by the first rule that fits the whole of it. */
export function createDates(rules: DateRule[]) {
  const compiled = rules.map(({ pattern, read }) => ({ here: new RegExp(pattern, 'y'), read }))
  const pattern = rules.map((rule) => rule.pattern.replaceAll(/\((?!\?)/g, '(?:')).join('|')

  function readDate({ folded, start, end }: Place, asked: Asked): Stretch | undefined {
    for (const { here, read } of compiled) {
      here.lastIndex = start
      const match = here.exec(folded)
      if (match?.[0].length !== end - start) continue
      const stretch = read(
        match.slice(1).map((group) => group ?? ''),
        asked,
      )
      if (stretch) return stretch
    }
  }
  return { pattern, readDate }
}
