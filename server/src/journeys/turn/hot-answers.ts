/**
 * Answers to what is asked again and again, kept by what is meant. An answer is kept for readers who are alike in all that
 * opens or chooses a text, where they ask, and for one edition of the knowledge, until the next text begins or ceases to
 * hold: it is never older than the knowledge, and never reaches who may not read it. What a model failed at is not kept.
 */
import type { Clock } from '#platform/clock'
import type { Answer, Question } from './answer.ts'

type Parts = {
  /** Which knowledge is answered from, all that weighs it included; read before an answer is found. */
  editionOf: (tenantId: string) => Promise<string>
  /** Until when (ms) that stays so by itself. */
  holdsUntil: (tenantId: string, at: number) => number
  clock: Pick<Clock, 'now'>
  onOutcome?: (outcome: 'hit' | 'miss') => void
}
type Kept = { answer: Answer; from: number; until: number }
export type HotAnswers = ReturnType<typeof createHotAnswers>

const mostKept = 2_000
/** A model of meaning that was too slow leaves an answer that a second look may better. */
const longestKept = 10 * 60_000
const settled = new Set<string | undefined>([undefined, 'written', 'refused'])

export function createHotAnswers({ editionOf, holdsUntil, clock, onOutcome }: Parts) {
  const kept = new Map<string, Kept>()

  /** The longest unused goes first: a Map keeps the order in which its keys came. */
  function keep(key: string, answer: Kept): void {
    kept.delete(key)
    kept.set(key, answer)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  }

  /** `meant`: one form for all wordings of the question. `find` is called where no answer is kept. */
  return async function recall(
    tenantId: string,
    { meant, question }: { meant: string; question: Question },
    find: () => Promise<Answer>,
  ): Promise<Answer> {
    const at = clock.now()
    const key = JSON.stringify([tenantId, await editionOf(tenantId), meant, circumstances(question)])
    const known = kept.get(key)
    if (known && known.from <= at && at < known.until) {
      keep(key, known)
      onOutcome?.('hit')
      return { ...known.answer, fromCache: true }
    }
    onOutcome?.('miss')
    const answer = await find()
    if (settled.has(answer.modelOutcome))
      keep(key, { answer, from: at, until: Math.min(at + longestKept, holdsUntil(tenantId, at)) })
    return answer
  }
}

/** All that a question brings beside its words counts, whatever is added to it one day: who reads, where, and how. */
function circumstances({ reader, ...question }: Question): unknown {
  const named = (all: object) => Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const who = reader.kind === 'staff' ? { ...reader, groups: reader.groups.toSorted() } : reader
  return [named(who), named(question).filter(([name]) => !ofWords.has(name))]
}
const ofWords = new Set(['text', 'earlier', 'signal', 'session', 'onDraft'])
