/** Sets of questions with their runs, as they travel when all knowledge is exported. */
import { EvaluationDraft, EvaluationFigures, Verdict } from '@lingxi/contract/evaluation'
import { Instant } from '@lingxi/contract/instant'
import { Language } from '@lingxi/contract/message'
import { z } from 'zod'
import type { RowTable } from '#platform/database'

const id = z.string().min(1).max(80)
const { question } = EvaluationDraft.shape

export const evaluatingTables = {
  sets: {
    table: 'evaluation_sets',
    key: ['id'],
    row: z.strictObject({ id, name: z.string().min(1).max(200), created_at: Instant }),
    moments: ['created_at'],
  },
  questions: {
    table: 'evaluation_questions',
    key: ['id'],
    row: z.strictObject({
      id,
      set_id: id,
      question,
      language: Language,
      decline: z.boolean(),
      article_ids: EvaluationDraft.shape.articleIds.unwrap(),
      must_contain: EvaluationDraft.shape.mustContain.unwrap(),
      created_at: Instant,
    }),
    moments: ['created_at'],
  },
  /** Those that are over. */
  runs: {
    table: 'evaluation_runs',
    key: ['id'],
    only: { state: 'done' },
    row: z.strictObject({
      id,
      set_id: id,
      state: z.literal('done'),
      questions: z.int().nonnegative(),
      figures: EvaluationFigures.nullable(),
      started_by: id.nullable(),
      created_at: Instant,
      ended_at: Instant.nullable(),
    }),
    moments: ['created_at', 'ended_at'],
  },
  outcomes: {
    table: 'evaluation_outcomes',
    key: ['run_id', 'question_id'],
    row: z.strictObject({
      run_id: id,
      question_id: id,
      question,
      verdict: Verdict,
      answer: z.string().max(100_000),
      article_ids: z.array(id).max(1000),
      support: z.number(),
    }),
  },
} satisfies Record<string, RowTable>
