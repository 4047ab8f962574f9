/** Finds greetings, thanks, yes, no and politeness at a place in a text; knows nothing of what they are good for. */
import type { Cues, SmallTalkKind } from './cues.ts'

type Entry = { words: string; kind: SmallTalkKind }
/** By first character, the longest first, so that "不好意思" is not heard as "不". */
export type Lexicon = { entries: Map<string, Entry[]>; notSmallTalk: RegExp[]; endings: string[]; thanks: string[] }

/** What stands at the beginning: `kinds` of small talk; all of the text when `end` is its length; `safeEnd` may be cut. */
export type Opening = { kinds: Set<SmallTalkKind>; end: number; safeEnd: number }

const separator = /[\s,.!?;:。、~…—()\-"'“”\p{Extended_Pictographic}]/u
const mark = /[-,.!?;:。、~…\n]/
const wordCharacter = /[a-z0-9]/
const han = /\p{Script=Han}/u
const digit = /\d/
/** Cut even where the sentence runs on without a mark: 你好请问怎么退货. */
const strippable = new Set<SmallTalkKind>(['greeting', 'politeness'])

export function createLexicon(languages: Cues[]): Lexicon {
  const all = languages.flatMap(({ smallTalk }) =>
    Object.entries(smallTalk).flatMap(([kind, list]) =>
      list.map((words) => ({ words: words.replaceAll("'", ''), kind: kind as SmallTalkKind })),
    ),
  )
  all.sort((one, other) => other.words.length - one.words.length)
  return {
    entries: Map.groupBy(all, ({ words }) => words[0]!),
    notSmallTalk: languages.map((cues) => cues.notSmallTalk),
    endings: languages.flatMap((cues) => cues.endings),
    thanks: languages.flatMap((cues) => cues.smallTalk.thanks).filter((words) => han.test(words)),
  }
}

export function readOpening(folded: string, lexicon: Lexicon): Opening {
  const kinds = new Set<SmallTalkKind>()
  let end = 0
  let safeEnd = 0
  while (end < folded.length) {
    const found = readOne(folded, end, lexicon)
    if (found) {
      kinds.add(found.kind)
      end = found.end
      if (strippable.has(found.kind) || endsClause(folded, end, found.kind)) safeEnd = end
    } else if (separator.test(folded[end]!) || isSurrogate(folded[end]!)) {
      end += 1
    } else break
  }
  return { kinds, end, safeEnd }
}

function readOne(folded: string, at: number, lexicon: Lexicon): { kind: SmallTalkKind; end: number } | undefined {
  if (lexicon.notSmallTalk.some((cue) => cue.test(folded.slice(at, at + 24)))) return
  for (const { words, kind } of lexicon.entries.get(folded[at]!) ?? []) {
    const end = endOf(words, folded, at)
    if (end !== undefined) return { kind, end }
  }
}

/** Where `words`, said at `at`, end; "heyyy" ends after its last y, "i'd" is heard as "id". */
function endOf(words: string, folded: string, at: number): number | undefined {
  let place = at
  for (let next = 0; next < words.length; next += 1) {
    while (folded[place] !== words[next] && isSkippable(folded[place], words[next - 1])) place += 1
    if (folded[place] !== words[next]) return
    place += 1
  }
  const last = words.at(-1)!
  while (folded[place] === last && isSkippable(folded[place], last)) place += 1
  return wordCharacter.test(last) && wordCharacter.test(folded[place] ?? ' ') ? undefined : place
}

function isSkippable(character: string | undefined, before: string | undefined): boolean {
  if (character === undefined || before === undefined) return false
  return character === "'" || (character === before && !digit.test(character) && character !== ' ')
}

function endsClause(folded: string, end: number, kind: SmallTalkKind): boolean {
  const next = folded[end]
  if (next === undefined || mark.test(next)) return true
  return next === ' ' && kind !== 'filler' && han.test(folded[end - 1]!)
}

/** Half of an emoji: it has no meaning here. */
function isSurrogate(unit: string): boolean {
  return unit >= '\uD800' && unit <= '\uDFFF'
}
