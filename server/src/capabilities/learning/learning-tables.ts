/** Gaps as they travel when all knowledge is exported. The questions in them belong to conversations and do not. */
import { Instant } from '@lingxi/contract/instant'
import { gapStates } from '@lingxi/contract/learning'
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
} satisfies Record<string, RowTable>
