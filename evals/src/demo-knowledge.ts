/** The demo shop's knowledge, read by the real importer into a database that lives only in memory. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnswering } from '../../server/src/capabilities/answering/answering.ts'
import { createGraph } from '../../server/src/capabilities/graph/graph.ts'
import { createKnowledge } from '../../server/src/capabilities/knowledge/knowledge.ts'
import { createConcepts } from '../../server/src/capabilities/understanding/concepts/concepts.ts'
import { systemClock } from '../../server/src/platform/clock/clock.ts'
import { migrate } from '../../server/src/platform/database/migrate.ts'
import { openPglite } from '../../server/src/platform/database/pglite.ts'
import { systemIds } from '../../server/src/platform/ids/ids.ts'
import { createMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'

const root = join(import.meta.dirname, '../..')
export const tenantId = 'demo'

export async function openDemoKnowledge() {
  const opened = await openPglite(undefined, { durable: false })
  await migrate(opened.database, join(root, 'server/migrations'))
  const tokens = createTokens()
  const readConcepts = createConcepts({ tokens })
  const createIndex = () => createMemoryIndex({ tokens })
  const knowledge = createKnowledge({
    database: opened.database,
    clock: systemClock,
    ids: systemIds,
    tokens,
    createIndex,
    readConcepts,
  })
  for (const folder of ['questions', 'policies', 'products'])
    for (const name of readdirSync(join(root, 'demo', folder))) {
      const bytes = readFileSync(join(root, 'demo', folder, name))
      await knowledge.importFile(tenantId, { name, bytes, status: 'published' })
    }
  /** Titles and, for policies, file names, by article. */
  const names = new Map<string, string[]>()
  const { articles } = await knowledge.list(tenantId, { limit: 10_000, offset: 0 })
  for (const { id, title, source } of articles) names.set(id, [title, source ?? '', (source ?? '').split('#')[0]!])
  const graph = createGraph({ database: opened.database, clock: systemClock, ids: systemIds })
  for (const { id } of articles) await graph.read(tenantId, await knowledge.get(tenantId, id))
  return {
    knowledge,
    readConcepts,
    graph,
    answering: createAnswering({ tokens, readConcepts }),
    tokens,
    names,
    close: opened.close,
  }
}
