/** What is learnt from conversations about the knowledge: how good it is, what is wrong in it, what is missing. */
import { z } from 'zod'
import { Language } from './message.ts'

const share = z.number().min(0).max(1)
const score = z.number().min(0).max(100)
const days = (most: number) => z.int().min(1).max(most)

/** What the machine may do by itself to articles, and when. */
export const LearningSettings = z
  .strictObject({
    /** Days after an answer in which the same question of the same customer counts as coming back. */
    returnDays: days(90).default(7),
    /** An article below this score, used at least so often, counts less in the search. */
    weighDown: z
      .strictObject({ on: z.boolean(), below: score, leastUses: days(10_000), weight: z.number().min(0.1).max(1) })
      .default({ on: true, below: 35, leastUses: 10, weight: 0.6 }),
    /** An article below this score that nobody needed for so long is archived. */
    archive: z
      .strictObject({ on: z.boolean(), below: score, unusedDays: days(3650) })
      .default({ on: false, below: 25, unusedDays: 180 }),
  })
  .meta({ id: 'LearningSettings' })
export type LearningSettings = z.infer<typeof LearningSettings>

export const scoreParts = ['use', 'ratings', 'returns', 'freshness', 'completeness'] as const
/** One part of a score: `value` 0–100, counting `weight` (0–1) of the whole; `why` names what it was made from. */
export const ScorePart = z
  .strictObject({
    part: z.enum(scoreParts),
    value: score,
    weight: share,
    why: z.array(z.strictObject({ reason: z.string(), number: z.number().nullable() })),
  })
  .meta({ id: 'ScorePart' })
export type ScorePart = z.infer<typeof ScorePart>

export const ArticleHealth = z
  .strictObject({
    articleId: z.string(),
    title: z.string(),
    language: Language,
    status: z.string(),
    ownerId: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    validUntil: z.iso.datetime().nullable(),
    score,
    parts: z.array(ScorePart),
    /** What it counts in the search, 0–1. */
    weight: share,
    openFindings: z.int(),
    scoredAt: z.iso.datetime(),
  })
  .meta({ id: 'ArticleHealth' })
export type ArticleHealth = z.infer<typeof ArticleHealth>

export const actKinds = ['weighed-down', 'lifted', 'archived'] as const
/** What the machine did to an article. `why` is in numbers; what can be undone says so. */
export const LearningAct = z
  .strictObject({
    id: z.string(),
    kind: z.enum(actKinds),
    articleId: z.string(),
    title: z.string(),
    ownerId: z.string().nullable(),
    at: z.iso.datetime(),
    why: z.array(z.strictObject({ reason: z.string(), number: z.number().nullable() })),
    mayUndo: z.boolean(),
    undoneAt: z.iso.datetime().nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'LearningAct' })
export type LearningAct = z.infer<typeof LearningAct>

export const findingKinds = ['contradiction', 'duplicate', 'broken-link', 'outgrown', 'expired'] as const
export const FindingKind = z.enum(findingKinds).meta({ id: 'FindingKind' })
export type FindingKind = z.infer<typeof FindingKind>
export const FindingState = z.enum(['open', 'ignored', 'solved'])
export type FindingState = z.infer<typeof FindingState>

/** A place in an article: `quote` is `body.slice(start, end)`, or the title or a wording where `field` says so. */
export const Spot = z
  .strictObject({
    articleId: z.string(),
    field: z.enum(['title', 'alternative', 'body']),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    quote: z.string(),
  })
  .meta({ id: 'Spot' })
export type Spot = z.infer<typeof Spot>

/** What clashes: both places, the reason, and what each of them says. */
export const FindingSpot = z
  .strictObject({
    reason: z.string(),
    one: Spot,
    other: Spot.nullable(),
    values: z.array(z.string()),
    likeness: share.nullable(),
  })
  .meta({ id: 'FindingSpot' })
export type FindingSpot = z.infer<typeof FindingSpot>

export const Finding = z
  .strictObject({
    id: z.string(),
    kind: FindingKind,
    articles: z.array(z.strictObject({ id: z.string(), title: z.string(), language: Language, status: z.string() })),
    severity: z.enum(['high', 'medium', 'low']),
    spots: z.array(FindingSpot),
    /** Whether saying which of two articles is right is enough for the other to be corrected. */
    correctable: z.boolean(),
    state: FindingState,
    firstSeenAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    ignoredBy: z.string().nullable(),
    ignoredWhy: z.string().nullable(),
  })
  .meta({ id: 'Finding' })
export type Finding = z.infer<typeof Finding>

const Share = z.strictObject({ count: z.int(), of: z.int(), share: share.nullable(), low: share, high: share })
/** How a gap's questions fared before its article was released and since. Intervals are Wilson's, 95 %. */
export const Lift = z
  .strictObject({
    releasedAt: z.iso.datetime(),
    answered: z.strictObject({ before: Share, after: Share }),
    solved: z.strictObject({ before: Share, after: Share }),
    /** Whether the intervals of what was answered lie apart. */
    certain: z.boolean(),
  })
  .meta({ id: 'Lift' })
export type Lift = z.infer<typeof Lift>

export const gapStates = ['open', 'proposed', 'released', 'ignored'] as const
export const GapState = z.enum(gapStates)
export type GapState = z.infer<typeof GapState>

export const Gap = z
  .strictObject({
    id: z.string(),
    /** The most central wording of its questions. */
    name: z.string(),
    language: Language,
    state: GapState,
    /** Questions in trouble, by kind of trouble, and all that were asked. */
    count: z.int(),
    asked: z.int(),
    troubles: z.record(z.string(), z.int()),
    /** Questions in trouble a week, oldest first, the last is this week's. */
    weeks: z.array(z.int()),
    firstAt: z.iso.datetime(),
    lastAt: z.iso.datetime(),
    /** Whether solved conversations say what an answer could be. */
    replies: z.int(),
    articleId: z.string().nullable(),
    ignoredWhy: z.string().nullable(),
  })
  .meta({ id: 'Gap' })
export type Gap = z.infer<typeof Gap>

export const GapDetails = z
  .strictObject({
    ...Gap.shape,
    examples: z.array(
      z.strictObject({
        question: z.string(),
        trouble: z.string().nullable(),
        at: z.iso.datetime(),
        /** Asked in a conversation; or looked for, or said to be missing, in the help centre, which keeps nobody's name. */
        origin: z.enum(['conversation', 'help-centre']),
        conversationId: z.string().nullable(),
        /** In the help centre: the article that was opened, or that was remarked on. */
        articleId: z.string().nullable(),
        reply: z.string().nullable(),
      }),
    ),
    lift: Lift.nullable(),
  })
  .meta({ id: 'GapDetails' })
export type GapDetails = z.infer<typeof GapDetails>

/** An article as the machine would write it from solved conversations: for a person to review, always. */
export const GapDraft = z
  .strictObject({
    title: z.string(),
    body: z.string(),
    language: Language,
    alternatives: z.array(z.string()),
    /** Conversations it was made from, and who wrote the words. */
    conversations: z.int(),
    writer: z.enum(['merged', 'model', 'nobody']),
    /** What became of the model's text, where one was asked for: anything but `written` is not used. */
    modelOutcome: z.string().nullable(),
    /** Live articles that all but answer it, and that could be extended instead. */
    near: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  })
  .meta({ id: 'GapDraft' })
export type GapDraft = z.infer<typeof GapDraft>

/** What a member of staff did for the knowledge in a time, and what it solved. */
export const Contributor = z
  .strictObject({
    staffId: z.string(),
    name: z.string(),
    wrote: z.int(),
    corrected: z.int(),
    reviewed: z.int(),
    /** Answers given from articles they wrote or corrected, and those that customers called solved. */
    answered: z.int(),
    solved: z.int(),
  })
  .meta({ id: 'Contributor' })
export type Contributor = z.infer<typeof Contributor>
