/** How angry a customer sounds, from what can be pointed at: insults, threats, frustration, shouting, exclamation marks. */
import type { AngerCue, Cues } from './cues.ts'

/** `anger` and `grievance` are 0–1; grievance leaves the loudness out: what there is to complain about, in words. */
export type Mood = { anger: number; grievance: number; signals: string[] }

const shouting = { signal: 'shouting', weight: 0.25 }
const exclamation = { signal: 'exclamation', weight: 0.2 }
const pileOfExclamations = 3
const shoutedWord = /\b[A-Z]{2,}\b/g
const latinLetter = /[a-z]/gi
const capital = /[A-Z]/g
/** A model name in capitals is no shout. */
const fewestShoutedWords = 4
const leastCapitals = 0.8

export function createMoodReader(languages: Cues[]) {
  const cues = languages.flatMap(({ anger }) => anger)
  const harmless = languages.map((language) => language.harmless)

  return function readMood(cleaned: string, squeezed: string): Mood {
    const heard = findCues(withoutHarmless(squeezed, harmless), cues)
    const loud = findLoudness(cleaned)
    const signals = [...heard, ...loud].map(({ signal }) => signal)
    const weights = heard.map(({ weight }) => weight)
    return {
      anger: together([...weights, ...loud.map(({ weight }) => weight)]),
      grievance: together(weights),
      signals: [...new Set(signals)],
    }
  }
}

function withoutHarmless(squeezed: string, harmless: RegExp[]): string {
  return harmless.reduce((rest, cue) => rest.replace(cue, '▢'), squeezed)
}

function findCues(text: string, cues: AngerCue[]): AngerCue[] {
  return cues.filter(({ pattern }) => pattern.test(text))
}

/** Each cue takes its share of what calm the others left, so that the sum never passes 1. */
function together(weights: number[]): number {
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
