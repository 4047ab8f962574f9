/** How angry a customer sounds, from what can be pointed at: insults, threats, frustration, shouting, exclamation marks. */
import type { AngerCue, Cues } from '../acts/cues.ts'

/**
 * `anger` and `grievance` are 0–1; grievance leaves the loudness out: what there is to complain about, in words. `heard`
 * says where, in the squeezed text.
 */
export type Anger = { anger: number; grievance: number; signals: string[]; heard: HeardCue[] }
export type HeardCue = { start: number; end: number; weight: number }

const shouting = { signal: 'shouting', weight: 0.25 }
const exclamation = { signal: 'exclamation', weight: 0.2 }
const pileOfExclamations = 3
const shoutedWord = /\b[A-Z]{2,}\b/g
const latinLetter = /[a-z]/gi
const capital = /[A-Z]/g
/** A model name in capitals is no shout. */
const fewestShoutedWords = 4
const leastCapitals = 0.8

export function createAngerReader(languages: Cues[]) {
  const cues = languages.flatMap(({ anger }) => anger)
  const harmless = languages.map((language) => language.harmless)

  return function readAnger(cleaned: string, squeezed: string): Anger {
    const heard = findCues(withoutHarmless(squeezed, harmless), cues)
    const loud = findLoudness(cleaned)
    const signals = [...heard.map(({ cue }) => cue.signal), ...loud.map(({ signal }) => signal)]
    const weights = heard.map(({ cue }) => cue.weight)
    return {
      anger: together([...weights, ...loud.map(({ weight }) => weight)]),
      grievance: together(weights),
      signals: [...new Set(signals)],
      heard: heard.map(({ cue, start, end }) => ({ start, end, weight: cue.weight })),
    }
  }
}

function withoutHarmless(squeezed: string, harmless: RegExp[]): string {
  return harmless.reduce((rest, cue) => rest.replace(cue, (words) => '▢'.repeat(words.length)), squeezed)
}

function findCues(text: string, cues: AngerCue[]) {
  return cues.flatMap((cue) => {
    const match = cue.pattern.exec(text)
    return match ? [{ cue, start: match.index, end: match.index + match[0].length }] : []
  })
}

/** Each cue takes its share of what calm the others left, so that the sum never passes 1. */
export function together(weights: number[]): number {
  const calm = weights.reduce((left, weight) => left * (1 - weight), 1)
  return Math.round((1 - calm) * 100) / 100
}

function findLoudness(cleaned: string) {
  const isPiled = countExclamations(cleaned) >= pileOfExclamations
  return [...(isShouted(cleaned) ? [shouting] : []), ...(isPiled ? [exclamation] : [])]
}

function isShouted(cleaned: string): boolean {
  if ((cleaned.match(shoutedWord)?.length ?? 0) < fewestShoutedWords) return false
  return (cleaned.match(capital)?.length ?? 0) >= leastCapitals * (cleaned.match(latinLetter)?.length ?? 0)
}

function countExclamations(cleaned: string): number {
  return cleaned.match(/[!！]/g)?.length ?? 0
}
