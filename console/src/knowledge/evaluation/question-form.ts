/** What the form of an evaluated question holds, and the draft that it becomes. */
import type { EvaluationDraft } from '@lingxi/contract/evaluation'

export type QuestionForm = Omit<EvaluationDraft, 'mustContain'> & { mustContain: string }

export const toForm = (start: Partial<EvaluationDraft>): QuestionForm => ({
  question: '',
  language: 'zh',
  decline: false,
  articleIds: [],
  ...start,
  mustContain: (start.mustContain ?? []).join('\n'),
})

/** Undefined while nothing is expected of the answer. */
export function toDraft({ question, language, decline, articleIds, mustContain }: QuestionForm) {
  const about = { question: question.trim(), language, decline }
  if (decline) return { ...about, articleIds: [], mustContain: [] }
  const words = mustContain
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
  return articleIds.length + words.length > 0 ? { ...about, articleIds, mustContain: words } : undefined
}
