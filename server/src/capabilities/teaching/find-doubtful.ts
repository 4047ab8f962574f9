/** What is doubtful about examples, before they are learnt from or taken in. */
import type { LessonFinding } from '@lingxi/contract/teaching'
import type { Lessons } from './lessons.ts'
import { findNearTwins } from './near-twins.ts'
import { foldText } from './text-key.ts'

/** `intent`: a name, or "" for out of scope. `line` of a file or `exampleId` of what is kept. */
export type Doubted = { text: string; intent: string; line?: number | undefined; exampleId?: string | undefined }

/** An intent with fewer is hardly learnt, and cannot be judged. */
const fewest = 5
const mostOfAKind = 200

export const noFinding = { line: null, intents: [], texts: [], exampleIds: [], number: null, reason: null }

/** `intents` are those that are to be learnt, also where they have no example. Some of each kind, the gravest kind first. */
export function findDoubtful(examples: Doubted[], intents: readonly string[]): LessonFinding[] {
  const byText = Map.groupBy(examples, ({ text }) => foldText(text))
  return [...inTwoIntents(byText), ...tooFew(examples, intents), ...nearTwins([...byText]), ...duplicates(byText)]
}

/** What says something of intents. */
export const doubted = (
  some: readonly {
    text: string
    intent: string | null
    outOfScope: boolean
    line?: number | null
    id?: string | undefined
  }[],
): Doubted[] =>
  some.flatMap(({ text, intent, outOfScope, line, id }) =>
    intent !== null || outOfScope ? [{ text, intent: intent ?? '', line: line ?? undefined, exampleId: id }] : [],
  )
export const doubtfulOf = ({ examples, intents }: Lessons) => findDoubtful(doubted(examples), intents)

type ByText = Map<string, Doubted[]>
const namesOf = (some: Doubted[]) => [...new Set(some.map(({ intent }) => intent))].sort()
const told = (some: Doubted[]) => ({
  line: some.find(({ line }) => line !== undefined)?.line ?? null,
  intents: namesOf(some),
  texts: [...new Set(some.map(({ text }) => text))].slice(0, 5),
  exampleIds: some.flatMap(({ exampleId }) => exampleId ?? []).slice(0, 20),
})

function inTwoIntents(byText: ByText): LessonFinding[] {
  const several = [...byText.values()].filter((some) => namesOf(some).length > 1)
  return several.slice(0, mostOfAKind).map((some) => ({ ...noFinding, kind: 'two-intents', ...told(some) }))
}

function duplicates(byText: ByText): LessonFinding[] {
  const double = [...byText.values()]
    .flatMap((some) => [...Map.groupBy(some, ({ intent }) => intent).values()])
    .filter((some) => some.length > 1)
  // The line of the second: the first is the one that stays.
  return double.slice(0, mostOfAKind).map((some) => ({ ...noFinding, kind: 'duplicate', ...told(some.slice(1)) }))
}

function tooFew(examples: Doubted[], intents: readonly string[]): LessonFinding[] {
  const counts = new Map(intents.map((name) => [name, 0]))
  for (const { intent } of examples) if (intent !== '') counts.set(intent, (counts.get(intent) ?? 0) + 1)
  const few = [...counts].filter(([, count]) => count < fewest).sort(([, one], [, other]) => one - other)
  return few
    .slice(0, mostOfAKind)
    .map(([name, count]) => ({ ...noFinding, kind: 'few-examples', intents: [name], number: count }))
}

function nearTwins(byText: [string, Doubted[]][]): LessonFinding[] {
  const mayPair = (one: number, other: number) => byText[one]![1][0]!.intent !== byText[other]![1][0]!.intent
  const texts = byText.map(([folded]) => folded)
  return findNearTwins(texts, { mayPair, most: mostOfAKind })
    .sort((one, other) => other.alike - one.alike)
    .map(({ one, other, alike }) => ({
      ...noFinding,
      kind: 'near-twins',
      ...told([byText[one]![1][0]!, byText[other]![1][0]!]),
      number: Math.round(alike * 100) / 100,
    }))
}

export function countFindings(findings: LessonFinding[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, some]) => [kind, some.length]))
}
