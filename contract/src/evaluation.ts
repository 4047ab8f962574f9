/** Sets of questions by which the answers of the live knowledge are judged, again and again. */
import { z } from 'zod'
import { Instant } from './instant.ts'
import { Language } from './message.ts'

const id = z.string().max(80)
const share = z.number().min(0).max(1).nullable()
export const mostEvaluated = 1000

const expected = {
  question: z.string().trim().min(1).max(1000),
  language: Language,
  /** Nothing the company knows answers it: the bot has to say so. */
  decline: z.boolean().default(false),
  /** One of these has to be cited; empty: any. */
  articleIds: z.array(id).max(20).default([]),
  /** All of these have to be in the answer, in any spelling of case and width. */
  mustContain: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
}

export const EvaluationDraft = z
  .strictObject(expected)
  .refine(({ decline, articleIds, mustContain }) => decline === (articleIds.length + mustContain.length === 0), {
    path: ['decline'],
    message: 'either nothing answers it, or an article or words that have to be in the answer are named',
  })
  .meta({ id: 'EvaluationDraft' })
export type EvaluationDraft = z.infer<typeof EvaluationDraft>

export const EvaluationQuestion = z.strictObject({ ...expected, id }).meta({ id: 'EvaluationQuestion' })
export type EvaluationQuestion = z.infer<typeof EvaluationQuestion>

export const verdicts = ['correct', 'declined', 'missed', 'wrong'] as const
/** `declined`: rightly. `missed`: declined what can be answered. */
export const Verdict = z.enum(verdicts).meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

/** `precision`: of what was answered, the share that was right; `coverage`: of what can be answered, what was answered. */
export const EvaluationFigures = z
  .strictObject({
    correct: z.int(),
    declined: z.int(),
    missed: z.int(),
    wrong: z.int(),
    precision: share,
    coverage: share,
  })
  .meta({ id: 'EvaluationFigures' })
export type EvaluationFigures = z.infer<typeof EvaluationFigures>

/** `done`: how many of its `questions` have been asked. */
export const EvaluationRun = z
  .strictObject({
    id,
    setId: id,
    state: z.enum(['running', 'done']),
    questions: z.int(),
    done: z.int(),
    figures: EvaluationFigures.nullable(),
    startedBy: id.nullable(),
    createdAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'EvaluationRun' })
export type EvaluationRun = z.infer<typeof EvaluationRun>

export const EvaluationOutcome = z
  .strictObject({
    questionId: id,
    question: z.string(),
    verdict: Verdict,
    answer: z.string(),
    articleIds: z.array(id),
    support: z.number(),
  })
  .meta({ id: 'EvaluationOutcome' })
export type EvaluationOutcome = z.infer<typeof EvaluationOutcome>

export const EvaluationSet = z
  .strictObject({ id, name: z.string(), questions: z.int(), lastRun: EvaluationRun.nullable(), createdAt: Instant })
  .meta({ id: 'EvaluationSet' })
export type EvaluationSet = z.infer<typeof EvaluationSet>
