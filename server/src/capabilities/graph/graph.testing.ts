/** A graph for tests, each with a tenant of its own, and articles to read into it. */
import { createFakeClock } from '../../platform/clock/clock.testing.ts'
import type { Database } from '../../platform/database/database.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import type { LanguageModel } from '../../platform/models/models.ts'
import { createGraph, type GraphArticle } from './graph.ts'

export function aGraph(database: Database, model?: LanguageModel) {
  const clock = createFakeClock()
  const told: string[] = []
  const open = () => createGraph({ database, clock, ids: systemIds, model, onChange: (_, id) => told.push(id) })
  return {
    graph: open(),
    /** Another process on the same database. */ another: open,
    tenantId: systemIds.next('tnt'),
    clock,
    told,
  }
}

let count = 0
export function anArticle(title: string, body: string, more: Partial<GraphArticle> = {}): GraphArticle {
  const language = /\p{Script=Han}/u.test(title) ? 'zh' : 'en'
  const plain = { status: 'published', audience: { kind: 'public' as const }, validFrom: null, validUntil: null }
  return { id: `art_${++count}`, version: 1, title, body, language, tags: [], alternatives: [], ...plain, ...more }
}
