/**
 * Slips of the finger, read as what was meant: by sound in Chinese (退伙 for 退货, tuihuo), by letters and neighbouring
 * keys in English. Only words that the company's examples and dictionaries use are proposed, and none of those is ever
 * changed. Whether a proposal helps is for whoever reads the intents to say.
 */
import type { Correction } from '@lingxi/contract/understanding'
import type { Tokens, Vocabulary } from '#platform/search'
import { type Edit, edited, sourceSpan, type Traced } from './traced.ts'

export type Corrected = { made: Traced; corrections: Correction[] }

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const place = new Map(rows.flatMap((row, y) => [...row].map((key, x) => [key, { x: x + y * 0.5, y }] as const)))
/** How sure a proposal is by itself, 0–1: a word that nobody has is likelier a slip than one that the language has. */
const sureness = { unknown: 0.85, known: 0.55 }
const longest = 400

export function createCorrector(taught: { vocabulary: Vocabulary; tokens: Pick<Tokens, 'isWord'> }) {
  /** The text with its slips mended, and what was changed. */
  return function correct(text: string, normalised: Traced): Corrected {
    if (taught.vocabulary.size() === 0) return { made: normalised, corrections: [] }
    const proposed = taught.vocabulary.corrections(normalised.text.slice(0, longest))
    const edits: Edit[] = []
    const corrections: Correction[] = []
    for (const { said, meant, kind } of proposed) {
      const at = placeOf(said, normalised.text)
      if (!at || edits.some(({ start, end }) => at.start < end && start < at.end)) continue
      const by = meant[0]!
      edits.push({ ...at, by })
      const span = sourceSpan(normalised, at.start, at.end)
      const sure = kind === 'sound' && taught.tokens.isWord(said) ? sureness.known : sureness.unknown
      corrections.push({
        ...span,
        said: text.slice(span.start, span.end),
        meant: by,
        by: kind === 'slip' ? kindOfSlip(said, by) : 'sound',
        confidence: Math.round((sure / Math.sqrt(meant.length)) * 100) / 100,
      })
    }
    edits.sort((one, other) => one.start - other.start)
    return {
      made: edited(normalised, edits),
      corrections: corrections.toSorted((one, other) => one.start - other.start),
    }
  }
}

function placeOf(said: string, text: string): { start: number; end: number } | undefined {
  const words = said.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const match = new RegExp(words.join(String.raw`\s*`), 'u').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}

/** `keys`: one letter was hit instead of its neighbour on the keyboard. */
function kindOfSlip(said: string, meant: string): 'keys' | 'letters' {
  if (said.length !== meant.length) return 'letters'
  const changed = [...said].flatMap((letter, at) => (letter === meant[at] ? [] : [[letter, meant[at]!] as const]))
  return changed.length === 1 && areNeighbours(...changed[0]!) ? 'keys' : 'letters'
}

function areNeighbours(one: string, other: string): boolean {
  const [here, there] = [place.get(one), place.get(other)]
  return here !== undefined && there !== undefined && Math.hypot(here.x - there.x, here.y - there.y) < 1.2
}
