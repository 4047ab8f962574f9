/**
 * What a company teaches the understanding of its customers' messages, and what was learnt of it. Everything that is taught is
 * counted when it changes; a version is learnt of it by a training (a job), judged, and let read by a person. It knows nothing of learning.
 */
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs } from '#platform/jobs'
import { createEntities } from './entities.ts'
import { createExamples } from './examples.ts'
import { createFindings } from './findings.ts'
import { createImports } from './imports.ts'
import { createPacks } from './packs.ts'
import { createInbox } from './inbox.ts'
import { createLabelling } from './labelling.ts'
import { createSuggestions } from './suggestions.ts'
import { createIntents } from './intents.ts'
import { createReadLessons } from './lessons.ts'
import { openTeachingTables } from './teaching-store.ts'
import { createTrainings, type OnCancel } from './trainings.ts'
import { createVersions, type OnRelease } from './versions.ts'

export { findingsJob } from './findings.ts'
export { suggestionsJob } from './suggestions.ts'
export type { LessonExample, Lessons } from './lessons.ts'
export { type TakenUp, trainingJob } from './trainings.ts'

type Parts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  clock: Clock
  ids: Ids
  /** Where the starter packs lie. */
  packsFolder: string
  onRelease: OnRelease
  onCancel: OnCancel
}
export type Teaching = ReturnType<typeof createTeaching>

export function createTeaching({ database, jobs, clock, ids, packsFolder, onRelease, onCancel }: Parts) {
  const store = openTeachingTables(database)
  const parts = { store, clock, ids }
  const intents = createIntents(parts)
  const examples = createExamples(parts)
  const entities = createEntities(parts)
  const inbox = createInbox(parts)
  const trainings = createTrainings({ ...parts, jobs, onCancel })
  const versions = createVersions({ ...parts, onRelease })
  const readLessons = createReadLessons({ store, intents, examples, entities })
  return {
    intents,
    examples,
    entities,
    readLessons: readLessons.whole,
    findings: createFindings({ ...parts, jobs, readLessons }),
    imports: createImports({ ...parts, readLessons }),
    packs: createPacks({ ...parts, folder: packsFolder }),
    inbox,
    labelling: createLabelling({ ...parts, inbox }),
    suggestions: createSuggestions({ ...parts, jobs, inbox, intents }),
    trainings,
    versions,
    /** How things stand. */
    async overview(tenantId: string) {
      const [allIntents, allExamples, outOfScopeExamples, moodExamples, types, dictionary, patterns] =
        await Promise.all([
          intents.count(tenantId),
          examples.count(tenantId),
          examples.count(tenantId, { outOfScope: true }),
          examples.count(tenantId, { mood: true }),
          entities.listTypes(tenantId),
          entities.listDictionary(tenantId, { limit: 0, offset: 0 }),
          entities.listPatterns(tenantId),
        ])
      const taught = {
        intents: allIntents,
        examples: allExamples,
        entityTypes: types.length,
        dictionary: dictionary.total,
        patterns: patterns.length,
      }
      return {
        taught,
        outOfScopeExamples,
        moodExamples,
        running: (await versions.running(tenantId)) ?? null,
        training: (await trainings.last(tenantId)) ?? null,
        openMessages: await inbox.countOpen(tenantId),
        changedSince: await versions.changedSince(tenantId),
      }
    },
  }
}
