import { z } from 'zod'
import { Instant } from './instant.ts'
import { Article, ArticleChange } from './knowledge.ts'
import {
  ArticleEvent,
  ArticleVersion,
  DueItem,
  ReviewComment,
  ReviewItem,
  Revision,
  RevisionState,
  VersionRow,
} from './review.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const edition = z.int32().positive()
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
const at = '/api/v1/knowledge'
const step = z.strictObject({ edition, comment: ReviewComment.optional() })

/** Drafts, reviews, versions, and who looks after what. */
export const reviewRoutes = {
  getRevision: route({
    method: 'GET',
    path: `${at}/articles/:id/revision`,
    area: 'Review',
    access: 'supervisor',
    summary: 'The newer text beside the live one, if there is one',
    params: byId,
    ok: z.strictObject({ revision: Revision.nullable() }),
  }),
  saveRevision: route({
    method: 'PUT',
    path: `${at}/articles/:id/revision`,
    area: 'Review',
    access: 'supervisor',
    summary:
      'Keep a newer text beside the live one; `version` is the article it starts from, `edition` the saved draft it started from (0: there was none)',
    params: byId,
    body: z
      .strictObject({ ...ArticleChange.shape, edition: z.int32().nonnegative(), comment: ReviewComment.optional() })
      // Who looks after it is no part of the text: see `careForArticle`.
      .omit({ status: true, ownerId: true, dueAt: true }),
    ok: Revision,
  }),
  discardRevision: route({
    method: 'DELETE',
    path: `${at}/articles/:id/revision`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Throw the newer text away; the live one stays',
    params: byId,
    query: z.strictObject({ edition: z.coerce.number().pipe(edition) }),
    ok: z.null(),
    status: 204,
  }),
  listReviews: route({
    method: 'GET',
    path: `${at}/reviews`,
    area: 'Review',
    access: 'supervisor',
    summary: 'What waits for review, the longest first; or the drafts beside live texts',
    query: z.strictObject({ state: RevisionState.default('review'), ...page }),
    ok: z.strictObject({ items: z.array(ReviewItem), total: z.int() }),
  }),
  submitForReview: route({
    method: 'POST',
    path: `${at}/articles/:id/submit`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Give the draft, or the newer text beside a live one, to be reviewed',
    params: byId,
    body: step,
    ok: ReviewItem,
  }),
  withdrawFromReview: route({
    method: 'POST',
    path: `${at}/articles/:id/withdraw`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Take back what was given to be reviewed',
    params: byId,
    body: step,
    ok: ReviewItem,
  }),
  approveReview: route({
    method: 'POST',
    path: `${at}/articles/:id/approve`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Approve exactly this edition: it is live from then on',
    params: byId,
    body: step,
    ok: Article,
  }),
  returnReview: route({
    method: 'POST',
    path: `${at}/articles/:id/return`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Send it back to its author with a comment',
    params: byId,
    body: z.strictObject({ edition, comment: ReviewComment.min(1) }),
    ok: ReviewItem,
  }),
  listVersions: route({
    method: 'GET',
    path: `${at}/articles/:id/versions`,
    area: 'Review',
    access: 'supervisor',
    summary: 'The versions of an article, newest first',
    params: byId,
    query: z.strictObject(page),
    ok: z.strictObject({ versions: z.array(VersionRow), total: z.int() }),
  }),
  getVersion: route({
    method: 'GET',
    path: `${at}/articles/:id/versions/:version`,
    area: 'Review',
    access: 'supervisor',
    summary: 'An article as it was',
    params: z.strictObject({ id: z.string().max(80), version: z.coerce.number().pipe(edition) }),
    ok: ArticleVersion,
  }),
  restoreVersion: route({
    method: 'POST',
    path: `${at}/articles/:id/restore`,
    area: 'Review',
    access: 'supervisor',
    summary:
      'Make a new version of an old one; `version` is the article it is put over. Where texts are reviewed first it becomes a draft beside the live one',
    params: byId,
    body: z.strictObject({ restore: edition, version: edition, comment: ReviewComment.optional() }),
    ok: z.strictObject({ article: Article, revision: Revision.nullable() }),
  }),
  listArticleEvents: route({
    method: 'GET',
    path: `${at}/events`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Who did what to which article, newest first',
    query: z.strictObject({ articleId: z.string().max(80).optional(), ...page }),
    ok: z.strictObject({ events: z.array(ArticleEvent), total: z.int() }),
  }),
  careForArticle: route({
    method: 'PATCH',
    path: `${at}/articles/:id/care`,
    area: 'Review',
    access: 'supervisor',
    summary: 'Say who looks after it and when it has to be looked at again; its text and version stay',
    params: byId,
    body: z.strictObject({
      ownerId: z.string().max(80).nullable().optional(),
      dueAt: Instant.nullable().optional(),
      comment: ReviewComment.optional(),
    }),
    ok: Article,
  }),
  listDue: route({
    method: 'GET',
    path: `${at}/due`,
    area: 'Review',
    access: 'supervisor',
    summary: 'What has to be looked at again, the longest due first; `mine`: what I look after',
    query: z.strictObject({ mine: z.stringbool().default(false), ...page }),
    ok: z.strictObject({ items: z.array(DueItem), total: z.int(), mine: z.int() }),
  }),
}
