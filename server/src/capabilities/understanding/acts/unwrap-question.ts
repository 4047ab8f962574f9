/** Takes the wrapping off a question, so that what is searched for is what was asked. */
import { clean, fold } from '../surface/normalise.ts'
import { type Lexicon, readOpening } from './small-talk.ts'

const mostLayers = 12
/** Wrapping at an end is short; looking further back would only cost time. */
const longestTail = 60
const marks = new Set(' ,.!;:。、~…-—，！；：')
const closing = /[,.!?;:。、~…，！？；：\n ]/
const meaningful = new Set(['confirm', 'deny'])
const latin = /[a-z0-9']/
const letter = /[\p{L}\p{N}]/u

/** The customer's own words without greeting, thanks and politeness around them; "" when nothing else was said. */
export function unwrapQuestion(text: string, lexicon: Lexicon): string {
  let rest = clean(text)
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const shorter = unwrapEnd(unwrapBeginning(rest, lexicon), lexicon)
    if (shorter === rest) break
    rest = shorter
  }
  return letter.test(rest) ? rest : ''
}

function unwrapBeginning(text: string, lexicon: Lexicon): string {
  const { kinds, end, safeEnd } = readOpening(fold(text), lexicon)
  const isAllSmallTalk = end === text.length && [...kinds].some((kind) => kind !== 'filler')
  return trimMarks(text.slice(isAllSmallTalk ? end : safeEnd))
}

function unwrapEnd(text: string, lexicon: Lexicon): string {
  const folded = fold(text)
  const tailAt = startOfTail(folded)
  if (tailAt > 0) {
    const tail = folded.slice(tailAt)
    const { kinds, end } = readOpening(tail, lexicon)
    const saysSomething = [...kinds].some((kind) => meaningful.has(kind))
    if (end === tail.length && kinds.size > 0 && !saysSomething) return trimMarks(text.slice(0, tailAt))
  }
  const glued = [...lexicon.thanks, ...lexicon.endings].find((ending) => folded.endsWith(ending))
  return glued ? trimMarks(text.slice(0, -glued.length)) : text
}

/** Where the last clause begins, not counting the marks that close it; 0 when there is but one. */
function startOfTail(folded: string): number {
  let at = folded.length - 1
  while (at >= 0 && closing.test(folded[at]!)) at -= 1
  const limit = Math.max(0, at - longestTail)
  while (at > limit && !endsClause(folded, at)) at -= 1
  return at > limit ? at + 1 : 0
}

/** A space ends a clause in Chinese only. */
function endsClause(folded: string, at: number): boolean {
  const isWordSpace = folded[at] === ' ' && latin.test(folded[at - 1] ?? '')
  return closing.test(folded[at]!) && !isWordSpace
}

function trimMarks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && (marks.has(text[start]!) || text[start] === '?' || text[start] === '？')) start += 1
  while (end > start && marks.has(text[end - 1]!)) end -= 1
  return text.slice(start, end)
}
