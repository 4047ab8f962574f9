/** How a text comes to be live: drafts beside it, reviews of them, the versions that were, and who did what when. */
import { z } from 'zod'
import { Article, ArticleDraft, ArticleKind, ArticleOrigin, ArticleProposal, ArticleStatus } from './knowledge.ts'
import { Language } from './message.ts'

export const ReviewComment = z.string().trim().max(2000)

/** `draft`: still being written. `review`: waits for somebody to look at it. */
export const RevisionState = z.enum(['draft', 'review']).meta({ id: 'RevisionState' })
export type RevisionState = z.infer<typeof RevisionState>

/** The newer text of an article, beside the live one that stays as it is until this is approved. One an article. */
export const Revision = z
  .strictObject({
    articleId: z.string(),
    /** The version of the article that it started from: it is approved over that one only. */
    base: z.int().positive(),
    /** Grows by one with each saving, as the article's own version does. */
    edition: z.int().positive(),
    state: RevisionState,
    draft: z.strictObject(ArticleDraft.shape).omit({ status: true, ownerId: true, dueAt: true }),
    /** What was said with the last step: with the submission, or when it was sent back. */
    comment: z.string().nullable(),
    proposal: ArticleProposal.nullable(),
    /** Where it stands in the source that it came from; null: as before. */
    origin: ArticleOrigin.nullable(),
    /** The staff id of who edited it last; null for the machine. */
    editedBy: z.string().nullable(),
    editedAt: z.iso.datetime(),
    submittedBy: z.string().nullable(),
    submittedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Revision' })
export type Revision = z.infer<typeof Revision>

/** One thing that waits: a text that was never live (`article`), or a newer one beside a live text (`revision`). */
export const ReviewItem = z
  .strictObject({
    articleId: z.string(),
    of: z.enum(['article', 'revision']),
    state: RevisionState,
    /** The article's version or the revision's edition: what a decision is about. */
    edition: z.int().positive(),
    title: z.string(),
    language: Language,
    kind: ArticleKind,
    category: z.string().nullable(),
    comment: z.string().nullable(),
    proposal: ArticleProposal.nullable(),
    editedBy: z.string().nullable(),
    editedAt: z.iso.datetime(),
    submittedBy: z.string().nullable(),
    submittedAt: z.iso.datetime().nullable(),
    /** Whether who asks may approve it: not their own work where four eyes are asked for. */
    mayApprove: z.boolean(),
  })
  .meta({ id: 'ReviewItem' })
export type ReviewItem = z.infer<typeof ReviewItem>

/** A version as a line of the history; the newest is the article as it is. */
export const VersionRow = z
  .strictObject({
    version: z.int().positive(),
    title: z.string(),
    status: ArticleStatus,
    by: z.string().nullable(),
    at: z.iso.datetime(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'VersionRow' })
export type VersionRow = z.infer<typeof VersionRow>

/** The whole of an article as it was at one version. */
export const ArticleVersion = z
  .strictObject({ version: z.int().positive(), article: Article })
  .meta({ id: 'ArticleVersion' })
export type ArticleVersion = z.infer<typeof ArticleVersion>

export const articleEventKinds = [
  'created',
  'changed',
  'proposed',
  'drafted',
  'submitted',
  'withdrawn',
  'returned',
  'approved',
  'discarded',
  'restored',
  'archived',
  'removed',
  'cared',
  'reminded',
  'expired',
  'imported',
] as const
export const ArticleEventKind = z.enum(articleEventKinds).meta({ id: 'ArticleEventKind' })
export type ArticleEventKind = z.infer<typeof ArticleEventKind>

/** Who did what when. `version` is the article's after it, or the edition for what was done to a revision. */
export const ArticleEvent = z
  .strictObject({
    id: z.string(),
    articleId: z.string(),
    title: z.string(),
    kind: ArticleEventKind,
    version: z.int().positive().nullable(),
    by: z.string().nullable(),
    at: z.iso.datetime(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'ArticleEvent' })
export type ArticleEvent = z.infer<typeof ArticleEvent>

/** Why an article asks to be looked at: its date has come, its time is over, or it will be soon. */
export const DueReason = z.enum(['due', 'expired', 'expiring']).meta({ id: 'DueReason' })
export type DueReason = z.infer<typeof DueReason>

export const DueItem = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    language: Language,
    status: ArticleStatus,
    version: z.int().positive(),
    ownerId: z.string().nullable(),
    reason: DueReason,
    /** Since when it is due or expired, or when it will expire. */
    since: z.iso.datetime(),
    /** When the owner was reminded of it, if that has happened. */
    remindedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DueItem' })
export type DueItem = z.infer<typeof DueItem>
