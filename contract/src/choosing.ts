/** Choosing between ways to go on where several are plausible: how each turned out, what was learnt of it, and what is used. */
import { z } from 'zod'

/** Answer straight, answer and offer a person, ask which is meant, begin the flow, give it to a person. */
export const ways = ['answer', 'offer', 'clarify', 'begin', 'hand-over'] as const
export const Way = z.enum(ways).meta({ id: 'Way' })
export type Way = z.infer<typeof Way>

/** How a turn turned out. `open`: the conversation goes on. What the customer says goes before what is seen. */
export const endings = ['solved', 'unsolved', 'quiet', 'handed-over', 'asked-for-person', 'open'] as const
export const Ending = z.enum(endings).meta({ id: 'Ending' })
export type Ending = z.infer<typeof Ending>

/** Which messages are told of together: all, those in a language, and those of which something holds. */
export const choiceContexts = ['all', 'zh', 'en', 'again', 'close', 'strange'] as const
export const ChoiceContext = z.enum(choiceContexts).meta({ id: 'ChoiceContext' })
export type ChoiceContext = z.infer<typeof ChoiceContext>

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)

/** How often a way was taken, and how that ended. `known`: for which the outcome counts; `reward`: their mean, 0–1. */
export const WayTold = z
  .strictObject({
    way: Way,
    taken: count,
    known: count,
    reward: share.nullable(),
    endings: z.record(Ending, count),
    /** The customer was back within a week. */
    back: count,
  })
  .meta({ id: 'WayTold' })
export type WayTold = z.infer<typeof WayTold>

export const ChoicesTold = z
  .strictObject({ contexts: z.array(z.strictObject({ context: ChoiceContext, ways: z.array(WayTold) })) })
  .meta({ id: 'ChoicesTold' })
export type ChoicesTold = z.infer<typeof ChoicesTold>

/** A mean reward, 0–1, with the bounds of its 95 % confidence interval, which may lie beyond. */
export const ChoosingEstimate = z
  .strictObject({ value: z.number(), lower: z.number(), upper: z.number() })
  .meta({ id: 'ChoosingEstimate' })

/** By inverse propensities, the same normed by their sum, and doubly robust. `effective`: so many outcomes would tell as much. */
export const OffPolicyEvaluation = z
  .strictObject({
    samples: count,
    effective: z.number().nonnegative(),
    ips: ChoosingEstimate,
    selfNormalised: ChoosingEstimate,
    doublyRobust: ChoosingEstimate,
  })
  .meta({ id: 'OffPolicyEvaluation' })
export type OffPolicyEvaluation = z.infer<typeof OffPolicyEvaluation>

/** Fewer outcomes than these nobody judges a version by, in effective ones. */
export const leastEffective = 100

/** A version held against what ran when it was learnt, on outcomes that it was not learnt from. */
export const ChoosingJudgement = z
  .strictObject({
    /** The version that ran; 0 is what the product comes with. */
    against: count,
    candidate: OffPolicyEvaluation,
    running: OffPolicyEvaluation,
    /** `too-few`: nothing can be said; `unproven`: it may be worse; `not-worse`: at worst it brings what the one that ran brings. */
    verdict: z.enum(['too-few', 'unproven', 'not-worse']),
  })
  .meta({ id: 'ChoosingJudgement' })
export type ChoosingJudgement = z.infer<typeof ChoosingJudgement>

/** `candidate`: never used; `in-use`: it chooses; `retired`: it chose once. */
export const ChoosingVersion = z
  .strictObject({
    number: z.int32().positive(),
    createdAt: z.iso.datetime(),
    /** The staff id; null: the nightly job. */
    createdBy: z.string().nullable(),
    /** Outcomes that it was learnt from. */
    samples: count,
    /** Null: no outcome was there of a choice with chance in it. */
    judgement: ChoosingJudgement.nullable(),
    state: z.enum(['candidate', 'in-use', 'retired']),
  })
  .meta({ id: 'ChoosingVersion' })
export type ChoosingVersion = z.infer<typeof ChoosingVersion>

export const ChoosingStanding = z
  .strictObject({
    /** Grows with each change of what follows; a change names the one it started from. */
    version: z.int32().nonnegative(),
    /** The version that chooses; 0: what the product comes with. */
    used: z.int32().nonnegative(),
    /** Chance has no part in it: the best by what is known is taken. So it is until a company wishes otherwise. */
    frozen: z.boolean(),
    /** A version that is not worse comes in use without a person. */
    byItself: z.boolean(),
  })
  .meta({ id: 'ChoosingStanding' })
export type ChoosingStanding = z.infer<typeof ChoosingStanding>

/** One change, for the history. `by` null: it came by itself. */
export const ChoosingChange = z
  .strictObject({
    at: z.iso.datetime(),
    by: z.string().nullable(),
    kind: z.enum(['used', 'frozen', 'let-try', 'by-itself', 'by-people']),
    /** The version that was in use from then on. */
    number: count,
  })
  .meta({ id: 'ChoosingChange' })
export type ChoosingChange = z.infer<typeof ChoosingChange>

export const ChoosingOverview = z
  .strictObject({
    standing: ChoosingStanding,
    /** Choices written down; those whose outcome counts; those of these that chance had a part in. */
    choices: z.strictObject({ made: count, known: count, tried: count }),
    /** Newest first, at most 100. */
    changes: z.array(ChoosingChange),
  })
  .meta({ id: 'ChoosingOverview' })
export type ChoosingOverview = z.infer<typeof ChoosingOverview>

/** `nothing-new`: too few outcomes came since the last version. */
export const LearntNow = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('learnt'), version: ChoosingVersion }),
    z.strictObject({ outcome: z.literal('nothing-new'), known: count, needed: count }),
  ])
  .meta({ id: 'LearntNow' })
export type LearntNow = z.infer<typeof LearntNow>
