/** Whether an answer is what was expected, and what a run of many comes to. Pure. */
import type { EvaluationDraft, EvaluationFigures, Verdict } from '@lingxi/contract/evaluation'

export type Answered = {
  outcome: 'answered' | 'unknown'
  text: string
  citations: { articleId: string }[]
  support: number
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase()

export function judge({ decline, articleIds, mustContain }: EvaluationDraft, answer: Answered): Verdict {
  if (answer.outcome === 'unknown') return decline ? 'declined' : 'missed'
  if (decline) return 'wrong'
  const cites = articleIds.length === 0 || answer.citations.some(({ articleId }) => articleIds.includes(articleId))
  const said = fold(answer.text)
  return cites && mustContain.every((words) => said.includes(fold(words))) ? 'correct' : 'wrong'
}

/** `expectsAnswer`: of the outcome's question; a wrong answer may be to a question that has none. */
export function figuresOf(outcomes: { verdict: Verdict; expectsAnswer: boolean }[]): EvaluationFigures {
  const count = (verdict: Verdict) => outcomes.filter((each) => each.verdict === verdict).length
  const [correct, declined, missed, wrong] = [count('correct'), count('declined'), count('missed'), count('wrong')]
  const answerable = outcomes.filter(({ expectsAnswer }) => expectsAnswer).length
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const precision = share(correct, correct + wrong)
  return { correct, declined, missed, wrong, precision, coverage: share(answerable - missed, answerable) }
}
