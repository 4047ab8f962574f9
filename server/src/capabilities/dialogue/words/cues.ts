/** What customers say about a flow rather than for it, as patterns over one clause; a third language is one more file. */
import { englishCues } from './cues-en.ts'
import { chineseCues } from './cues-zh.ts'

/** Over clauses as `spell` writes them: small letters, half width, simplified. */
export type Cues = {
  /** Breaks off, whatever is asked. */
  cancel: RegExp
  /** Breaks off, or says no where a yes or no is asked for. */
  drop: RegExp
  /** Does not wait any longer for whoever is to come. */
  waitNoMore: RegExp
  resume: RegExp
  repeat: RegExp
  /** Does not know what is wanted, or what for. The name of what is asked for stands as 这个 or "it". */
  help: RegExp
  /** The whole clause is a yes, or a no. */
  affirm: RegExp
  deny: RegExp
  /** Has done what was asked about. */
  haveDone: RegExp
  /** Opens a reply that is not quite sure. */
  hedge: RegExp
  /** Opens what a yes is limited by. */
  but: RegExp
  /** A sound, no word. */
  hum: RegExp
  /** Wants time. */
  hesitate: RegExp
  /** Something said before was wrong. */
  correct: RegExp
  /** Ends with saying that something is wrong, without what is right. */
  wrong: RegExp
  /** The whole clause takes back what was said, without what is right; its name stands as `it` ("wrong it", 是另一个it). */
  takeBack: RegExp
  /** Asks for pardon, and says nothing by itself. */
  pardon: RegExp
  /** Begins the value that is right. */
  becomes: RegExp
  /** What was asked last is asked of another thing; the thing is taken out. */
  another: RegExp
  ask: RegExp
  /** Asks how something is done or what holds, rather than that it be done. */
  askHow: RegExp
  /** None of what was offered. */
  neither: RegExp
  /** Asks for a time that holds for everybody. */
  askHowLong: RegExp
  want: RegExp
  /** Opens what is not wanted. */
  refuse: RegExp
  /** Says nothing by itself in front of a value. */
  opening: RegExp
}

const all = [chineseCues, englishCues]

/** Of a longer clause no pattern says all; in UTF-16 units. */
const longest = 80
const ofWhole = new Set<keyof Cues>([
  'cancel',
  'drop',
  'waitNoMore',
  'resume',
  'repeat',
  'help',
  'affirm',
  'deny',
  'takeBack',
])

/** Whether a clause says this, in any language. */
export const says = (cue: keyof Cues, clause: string) =>
  !(ofWhole.has(cue) && clause.length > longest) && all.some((cues) => cues[cue].test(clause))

/** The text without what matches at its beginning. */
export function without(cue: keyof Cues, text: string): string {
  for (const cues of all) {
    const found = cues[cue].exec(text)
    if (found?.index === 0 && found[0] !== '') return text.slice(found[0].length).trim()
  }
  return text
}

const found = new Map<RegExp, RegExp>()
function everywhere(cue: RegExp): RegExp {
  const known = found.get(cue) ?? new RegExp(cue.source, 'gu')
  found.set(cue, known)
  return known
}

/** What stands behind the last place where it matches; undefined when it does not. */
export function behind(cue: keyof Cues, text: string): string | undefined {
  const ends = all.flatMap((cues) =>
    [...text.matchAll(everywhere(cues[cue]))].map(({ index, 0: { length } }) => index + length),
  )
  return ends.length > 0 ? text.slice(Math.max(...ends)).trim() : undefined
}
