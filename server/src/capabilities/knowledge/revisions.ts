/** What of an article is its text, and how a newer text becomes it. */
import { writeGuide } from '@lingxi/contract/guide-text'
import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { Revision } from '@lingxi/contract/review'

type Content = Revision['draft']

const parts = [
  'title',
  'body',
  'language',
  'tags',
  'alternatives',
  'audience',
  'category',
  'products',
  'kind',
  'guide',
  'variants',
  'translationOf',
  'validFrom',
  'validUntil',
] as const satisfies (keyof Content)[]

/** The text, with what is said of it now. Who looks after it and when is no part of it. */
export function contentOf(from: Content, said: Partial<{ [Part in keyof Content]: Content[Part] | undefined }> = {}) {
  const chosen = parts.map((part) => [part, said[part] === undefined ? from[part] : said[part]])
  return withText(Object.fromEntries(chosen) as Content)
}

/** The text of a rule or a process is written from its guide, so that both always say the same. */
export const withText = <Draft extends Pick<ArticleDraft, 'body' | 'guide' | 'language'>>(draft: Draft): Draft =>
  draft.guide ? { ...draft, body: writeGuide(draft.guide, draft.language).text } : draft

/** Throws `invalid-request` where what was kept and what is said now do not go together. */
export function checkWhole(content: Content): void {
  const read = ArticleDraft.safeParse(contentOf(content))
  if (read.success) return
  const errors = read.error.issues.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message }))
  throw new Problem('invalid-request', { errors })
}

/** A newer text before the first word of it is written. */
export const startedFrom = (article: Article): Revision => ({
  articleId: article.id,
  base: article.version,
  edition: 1,
  state: 'draft',
  draft: contentOf(article),
  comment: null,
  proposal: null,
  origin: null,
  editedBy: null,
  editedAt: article.updatedAt,
  submittedBy: null,
  submittedAt: null,
})

/** The article once it is approved: its own text, or the newer one that stood beside it. */
export function articleAfter(before: Article, revision: Revision | undefined, at: string): Article {
  const stamps = { status: 'published' as const, version: before.version + 1, updatedAt: at }
  if (!revision) return { ...before, ...stamps }
  const { draft, editedBy, proposal, origin } = revision
  const from = { proposal: proposal ?? before.proposal, origin: origin ?? before.origin }
  return { ...before, ...contentOf(draft), ...stamps, ...from, updatedBy: editedBy }
}
