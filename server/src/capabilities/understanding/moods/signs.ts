/**
 * Signs of a mood that can be pointed at in the words: each cue takes its share of what doubt the others left. Cues are
 * spelt as `squeeze` spells: lower case, simplified, without apostrophes.
 */
import { sourceSpan, type Traced } from '../surface/traced.ts'
import { type HeardCue, together } from './anger.ts'
import { type SignName, signCues } from './sign-cues.ts'

export type ReadSign = { strength: number; because: { text: string; start: number; end: number; weight: number }[] }

export const signNames = Object.keys(signCues) as SignName[]

/** Every sign of `squeezed`, with the words of `text` it rests on. */
export function readSigns(text: string, squeezed: Traced): Record<SignName, ReadSign> {
  const read = (name: SignName): ReadSign => {
    const heard = signCues[name].flatMap(({ weight, pattern }) => {
      const match = pattern.exec(squeezed.text)
      return match ? [{ weight, start: match.index, end: match.index + match[0].length }] : []
    })
    return signOf(text, squeezed, heard)
  }
  return Object.fromEntries(signNames.map((name) => [name, read(name)])) as Record<SignName, ReadSign>
}

/** What was heard as a sign, shown in the words of `text`. */
export function signOf(text: string, squeezed: Traced, heard: readonly HeardCue[]): ReadSign {
  const because = heard.map(({ start, end, weight }) => {
    const span = sourceSpan(squeezed, start, end)
    return { text: text.slice(span.start, span.end), ...span, weight }
  })
  return { strength: together(heard.map(({ weight }) => weight)), because: onePerPlace(because) }
}

/** What stands in one place, such as the words of the name of an emoji, is told once. */
export const onePerPlace = <Each extends { start: number; end: number }>(reasons: Each[]): Each[] =>
  reasons.filter(({ start, end }, at) => reasons.findIndex((each) => each.start === start && each.end === end) === at)
