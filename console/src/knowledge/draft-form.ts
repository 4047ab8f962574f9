/** An article as it is edited: everything a text or a list, turned into a draft when it is saved. */
import type { Audience } from '@lingxi/contract/audience'
import { type Article, type ArticleDraft, type ArticleStatus, longestBody } from '@lingxi/contract/knowledge'
import type { Language } from '@lingxi/contract/message'
import { endsEarly, fromLocal, toLocal } from './local-time.ts'
import { isWholeVariant, toVariant, toVariantForm, type VariantForm } from './variant-form.ts'
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
  audience: Audience
  category: string
  products: string[]
  variants: VariantForm[]
  /** Empty: nobody. */
  ownerId: string
  dueAt: string
  translationOf: string | null
}
export type FormProblem = 'required' | 'tooLong' | 'badPeriod'
export type FormProblems = Partial<Record<'title' | 'body' | 'validUntil', FormProblem>> & {
  guide?: string
  audience?: 'needsTiers'
  /** The numbers of variants without a text, or that end before they begin. */
  variants?: number[]
}
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
  audience: { kind: 'public' },
  category: '',
  products: [],
  variants: [],
  ownerId: '',
  dueAt: '',
  translationOf: null,
})

/** The same text in another language, before its first word: what does not depend on the language is taken over. */
export const translationForm = (original: Article, language: Language): DraftForm => ({
  ...emptyForm(language),
  tags: original.tags,
  audience: original.audience,
  products: original.products,
  ownerId: original.ownerId ?? '',
  validFrom: toLocal(original.validFrom),
  validUntil: toLocal(original.validUntil),
  translationOf: original.translationOf ?? original.id,
})

/** An article, or a newer text of it with what is said of the article itself. */
export const toForm = (article: ArticleDraft, terms: GuideTerms): DraftForm => ({
  title: article.title,
  body: article.body,
  language: article.language,
  tags: article.tags,
  alternatives: article.alternatives.join('\n'),
  status: article.status,
  guide: article.guide && toGuideForm(article.guide, terms),
  validFrom: toLocal(article.validFrom),
  validUntil: toLocal(article.validUntil),
  audience: article.audience,
  category: article.category ?? '',
  products: article.products,
  variants: article.variants.map(toVariantForm),
  ownerId: article.ownerId ?? '',
  dueAt: toLocal(article.dueAt),
  translationOf: article.translationOf,
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
  audience: form.audience,
  category: form.category.trim() || null,
  products: form.products,
  variants: form.variants.map(toVariant),
  ownerId: form.ownerId || null,
  dueAt: fromLocal(form.dueAt),
  translationOf: form.translationOf,
})

/** Tiers that nobody named are for nobody. */
export const isWholeAudience = (audience: Audience): boolean => audience.kind !== 'tiers' || audience.tiers.length > 0

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function problemsOf(form: DraftForm, terms: GuideTerms): FormProblems {
  const variants = form.variants.flatMap((variant, at) => (isWholeVariant(variant) ? [] : [at + 1]))
  return {
    ...(!form.title.trim() && { title: 'required' }),
    ...(form.title.trim().length > longestTitle && { title: 'tooLong' }),
    ...(form.guide ? problemOfGuide(form.guide, terms) : problemOfBody(form.body)),
    ...(endsEarly(form.validFrom, form.validUntil) && { validUntil: 'badPeriod' }),
    ...(!isWholeAudience(form.audience) && { audience: 'needsTiers' }),
    ...(variants.length > 0 && { variants }),
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
