/** An article as it is edited: everything a text or a list, turned into a draft when it is saved. */
import { type Article, type ArticleStatus, longestBody } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { type GuideForm, type GuideTerms, toGuide, toGuideForm } from './guide-form.ts'
import type { DraftInput } from '../api/knowledge-queries.ts'

export type DraftForm = {
  title: string
  body: string
  language: Language
  tags: string[]
  alternatives: string
  status: ArticleStatus
  /** A table or steps in place of a body; null for a fact. */
  guide: GuideForm | null
  validFrom: string
  validUntil: string
}
export type FormProblem = 'required' | 'tooLong' | 'badPeriod'
export type FormProblems = Partial<Record<'title' | 'body' | 'validUntil', FormProblem>> & { guide?: string }
export const longestTitle = 300

export const emptyForm = (language: Language): DraftForm => ({
  title: '',
  body: '',
  language,
  tags: [],
  alternatives: '',
  status: 'draft',
  guide: null,
  validFrom: '',
  validUntil: '',
})

export const toForm = (article: Article, terms: GuideTerms): DraftForm => ({
  title: article.title,
  body: article.body,
  language: article.language,
  tags: article.tags,
  alternatives: article.alternatives.join('\n'),
  status: article.status,
  guide: article.guide && toGuideForm(article.guide, terms),
  validFrom: toLocal(article.validFrom),
  validUntil: toLocal(article.validUntil),
})

/** A guide that cannot be read is kept out by `problemsOf`. */
export function toDraft(form: DraftForm, terms: GuideTerms): DraftInput {
  const read = form.guide && toGuide(form.guide, terms)
  const guide = read && 'guide' in read ? read.guide : null
  return { ...toTexts(form), kind: guide?.kind ?? 'fact', guide, body: guide ? writtenByServer : form.body }
}

/** The text of a guide is written from it where it is kept. */
const writtenByServer = '-'

const toTexts = (form: DraftForm) => ({
  title: form.title.trim(),
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

export function problemsOf(form: DraftForm, terms: GuideTerms): FormProblems {
  const ends = form.validFrom && form.validUntil && form.validUntil <= form.validFrom
  return {
    ...(!form.title.trim() && { title: 'required' }),
    ...(form.title.trim().length > longestTitle && { title: 'tooLong' }),
    ...(form.guide ? problemOfGuide(form.guide, terms) : problemOfBody(form.body)),
    ...(ends && { validUntil: 'badPeriod' }),
  }
}

function problemOfGuide(guide: GuideForm, terms: GuideTerms): FormProblems {
  const read = toGuide(guide, terms)
  return 'problem' in read ? { guide: read.problem } : {}
}

function problemOfBody(body: string): FormProblems {
  if (!body.trim()) return { body: 'required' }
  return body.length > longestBody ? { body: 'tooLong' } : {}
}

const two = (number: number) => String(number).padStart(2, '0')

/** An instant as a field for date and time shows it: in the time of the place, to the minute. */
function toLocal(instant: string | null): string {
  if (!instant) return ''
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The end of a day at this place, as an instant; null for none. */
export const fromDay = (day: string): string | null => (day ? new Date(`${day}T23:59:59`).toISOString() : null)

/** The day at this place in which an instant lies. */
export const toDay = (instant: string | null): string => toLocal(instant).slice(0, 10)

const fromLocal = (local: string): string | null => (local ? new Date(local).toISOString() : null)
