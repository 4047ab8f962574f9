/** A knowledge base for tests, each with a tenant of its own, and drafts to put into it. */
import { ArticleDraft } from '@lingxi/contract/knowledge'
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { Database } from '../../platform/database/database.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createMemoryIndex } from '../../platform/search/memory/memory.ts'
import { createTokens } from '../../platform/search/tokens.ts'
import { createConcepts } from '../understanding/concepts/concepts.ts'
import { type ArticleSource, createKnowledge } from './knowledge.ts'

export const tokens = createTokens()
const readConcepts = createConcepts({ tokens })

/** Whose texts everybody may read. */
export const plainSource: ArticleSource = {
  id: 'src_1',
  language: 'zh',
  audience: { kind: 'public' },
  category: null,
  tags: [],
  status: 'published',
  ownerId: null,
  trusted: false,
}

export function aKnowledge(database: Database, { reviewRequired = false } = {}) {
  const clock = createFakeClock()
  const changed: string[][] = []
  const open = () =>
    createKnowledge({
      database,
      clock,
      ids: systemIds,
      tokens,
      createIndex: (own) => createMemoryIndex({ tokens: own }),
      reviewRequired: async () => reviewRequired,
      readConcepts,
      onChange: (_, articleIds) => changed.push(articleIds),
    })
  return {
    knowledge: open(),
    /** Another process on the same database. */ another: open,
    tenantId: systemIds.next('tnt'),
    clock,
    changed,
  }
}

const plain = ArticleDraft.parse({
  title: '怎么退货？',
  body: '打开订单，点退货。',
  language: 'zh',
  status: 'published',
})
export const aDraft = (more: Partial<ArticleDraft> = {}): ArticleDraft => ({ ...plain, ...more })

export const bytesOf = (text: string) => new TextEncoder().encode(text)
