/** The whole knowledge of a company as a file, and what an import of one does. `docs/operating/knowledge-export.md` says what is in it. */
import { z } from 'zod'
import { Instant } from './instant.ts'
import { route } from './route.ts'

export const exchangeFormat = 'lingxi-knowledge'
export const exchangeVersion = 1

export const ExchangeManifest = z.strictObject({
  format: z.literal(exchangeFormat),
  version: z.literal(exchangeVersion),
  exportedAt: Instant,
})

/** One line that was not taken, and why. */
const Refused = z.strictObject({ line: z.int().positive(), id: z.string(), reason: z.string() })
export const ExchangeFileReport = z
  .strictObject({
    file: z.string(),
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    refused: z.int(),
    /** The first of those that were refused. */
    refusals: z.array(Refused),
  })
  .meta({ id: 'ExchangeFileReport' })
export type ExchangeFileReport = z.infer<typeof ExchangeFileReport>

export const ExchangeReport = z
  .strictObject({ committed: z.boolean(), files: z.array(ExchangeFileReport) })
  .meta({ id: 'ExchangeReport' })
export type ExchangeReport = z.infer<typeof ExchangeReport>

export const exchangeRoutes = {
  exportKnowledge: route({
    method: 'GET',
    path: '/api/v1/knowledge/export',
    area: 'Knowledge',
    access: 'admin',
    summary:
      'All knowledge as a ZIP of JSON Lines, sent as it is read: articles with their history and ratings, words, sources without secrets and, unless `originals` is false, their originals, what people say of the graph, what was learnt and is at work, gaps, evaluation sets',
    query: z.strictObject({ originals: z.stringbool().default(true) }),
    ok: z.unknown(),
    file: true,
  }),
  importKnowledge: route({
    method: 'POST',
    path: '/api/v1/knowledge/import',
    area: 'Knowledge',
    access: 'admin',
    summary:
      'Take an export in, sent as the body: all of it or, where anything of it is broken, nothing. With `preview` it is told what would come of it, and nothing is changed. The same file again changes nothing',
    query: z.strictObject({ preview: z.stringbool().default(true) }),
    body: 'stream',
    ok: ExchangeReport,
  }),
}
