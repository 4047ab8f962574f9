/** A company that teaches, for tests: a tenant of its own, and shorthands for what is taught. */
import { type ExampleDraft, ExampleDraft as exampleDraft, IntentDraft, type Intent } from '@lingxi/contract/teaching'
import { join } from 'node:path'
import type { z } from 'zod'
import { systemClock } from '../../platform/clock/clock.ts'
import type { OpenDatabase } from '../../platform/database/database.ts'
import { systemIds } from '../../platform/ids/ids.ts'
import { createKeptJobs } from '../../platform/jobs/jobs.testing.ts'
import { createTeaching } from './teaching.ts'

export const anExample = (text: string, more: Partial<z.input<typeof exampleDraft>> = {}): ExampleDraft =>
  exampleDraft.parse({ text, language: 'zh', ...more })

export function aTeachingCompany(opened: OpenDatabase) {
  const tenantId = systemIds.next('tnt')
  const jobs = createKeptJobs()
  const releases: string[] = []
  const cancelled: string[] = []
  const teaching = createTeaching({
    database: opened.database,
    jobs,
    clock: systemClock,
    ids: systemIds,
    packsFolder: join(import.meta.dirname, '../../../../packs'),
    onRelease: (of) => void releases.push(of),
    onCancel: (_of, id) => void cancelled.push(id),
  })
  const addIntent = (name: string): Promise<Intent> =>
    teaching.intents.add(tenantId, IntentDraft.parse({ name }), 'stf_1')
  const addExamples = (intent: Intent | null, ...texts: string[]) =>
    teaching.examples.add(tenantId, {
      examples: texts.map((text) => anExample(text, { intentId: intent?.id ?? null, outOfScope: intent === null })),
      source: 'written',
      by: 'stf_1',
    })
  const textsOf = async (intentId: string) =>
    (await teaching.examples.list(tenantId, { intentId, limit: 100, offset: 0 })).examples.map(({ text }) => text)
  return { tenantId, teaching, jobs, releases, cancelled, addIntent, addExamples, textsOf }
}
