/** An article as it is edited: everything a text or a list, turned into a draft when it is saved. */
import { type Article, type ArticleStatus, longestBody } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import type { DraftInput } from '../api/knowledge-queries.ts'

export type DraftForm = {
  title: string
  body: string
  language: Language
  tags: string[]
  alternatives: string
  status: ArticleStatus
  validFrom: string
  validUntil: string
}
export type FormProblem = 'required' | 'tooLong' | 'badPeriod'
export type FormProblems = Partial<Record<'title' | 'body' | 'validUntil', FormProblem>>
export const longestTitle = 300

export const emptyForm = (language: Language): DraftForm => ({
  title: '',
  body: '',
  language,
  tags: [],
  alternatives: '',
  status: 'draft',
  validFrom: '',
  validUntil: '',
})

export const toForm = (article: Article): DraftForm => ({
  title: article.title,
  body: article.body,
  language: article.language,
  tags: article.tags,
  alternatives: article.alternatives.join('\n'),
  status: article.status,
  validFrom: toLocal(article.validFrom),
  validUntil: toLocal(article.validUntil),
})

export const toDraft = (form: DraftForm): DraftInput => ({
  title: form.title.trim(),
  body: form.body,
  language: form.language,
  tags: form.tags,
  alternatives: [...new Set(linesOf(form.alternatives))],
  status: form.status,
  validFrom: fromLocal(form.validFrom),
  validUntil: fromLocal(form.validUntil),
})

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function problemsOf(form: DraftForm): FormProblems {
  const ends = form.validFrom && form.validUntil && form.validUntil <= form.validFrom
  return {
    ...(!form.title.trim() && { title: 'required' }),
    ...(form.title.trim().length > longestTitle && { title: 'tooLong' }),
    ...(!form.body.trim() && { body: 'required' }),
    ...(form.body.length > longestBody && { body: 'tooLong' }),
    ...(ends && { validUntil: 'badPeriod' }),
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** An instant as a field for date and time shows it: in the time of the place, to the minute. */
function toLocal(instant: string | null): string {
  if (!instant) return ''
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

const fromLocal = (local: string): string | null => (local ? new Date(local).toISOString() : null)
