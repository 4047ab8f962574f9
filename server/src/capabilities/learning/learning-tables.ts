/**
 * What is learnt about articles and travels when all knowledge is exported: gaps, what articles count, and what the machine did
 * to them. The questions in gaps belong to conversations and do not.
 */
import { Instant } from '@lingxi/contract/instant'
import { gapStates, LearningAct } from '@lingxi/contract/learning'
import { Language } from '@lingxi/contract/message'
import { z } from 'zod'
import type { RowTable } from '#platform/database'

const id = z.string().min(1).max(80)

export const learningTables = {
  gaps: {
    table: 'gaps',
    key: ['id'],
    row: z.strictObject({
      id,
      name: z.string().max(4000),
      language: Language,
      state: z.enum(gapStates),
      centre: z.record(z.string().max(200), z.number()),
      size: z.int32().nonnegative(),
      first_at: Instant,
      last_at: Instant,
      article_id: id.nullable(),
      proposed_at: Instant.nullable(),
      proposed_by: id.nullable(),
      released_at: Instant.nullable(),
      ignored_by: id.nullable(),
      ignored_why: z.string().max(2000).nullable(),
    }),
    moments: ['first_at', 'last_at', 'proposed_at', 'released_at'],
  },
  weights: {
    table: 'article_weights',
    key: ['article_id'],
    row: z.strictObject({ article_id: id, weight: z.number().min(0).max(1) }),
  },
  acts: {
    table: 'learning_acts',
    key: ['id'],
    row: z.strictObject({
      id,
      kind: LearningAct.shape.kind,
      article_id: id,
      title: z.string().max(300),
      owner_id: id.nullable(),
      at: Instant,
      why: LearningAct.shape.why,
      before: z.strictObject({ status: z.string().max(40).optional(), weight: z.number().optional() }),
      undone_at: Instant.nullable(),
      undone_by: id.nullable(),
    }),
    moments: ['at', 'undone_at'],
  },
} satisfies Record<string, RowTable>
