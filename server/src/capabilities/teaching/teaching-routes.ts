/** What is taught, over HTTP. */
import type { Handlers } from '@lingxi/contract/route'
import type { teachingRoutes } from '@lingxi/contract/teaching-routes'
import type { Teaching } from './teaching.ts'

export function createTeachingRoutes({ teaching }: { teaching: Teaching }): Handlers<typeof teachingRoutes> {
  const { intents, examples, entities } = teaching
  return {
    listIntents: async ({ query }, { tenantId }) => ({ intents: await intents.list(tenantId, query) }),
    addIntent: ({ body }, { tenantId, staffId }) => intents.add(tenantId, body, staffId),
    changeIntent: ({ params, body }, { tenantId, staffId: by }) => intents.change(tenantId, params.id, { ...body, by }),
    async removeIntent({ params }, { tenantId }) {
      await intents.remove(tenantId, params.id)
      return null
    },
    mergeIntents: ({ params, body }, { tenantId, staffId: by }) =>
      intents.merge(tenantId, params.id, { into: body.into, by }),
    splitIntent: ({ params, body }, { tenantId, staffId: by }) => intents.split(tenantId, params.id, { ...body, by }),

    listExamples: ({ query }, { tenantId }) => examples.list(tenantId, query),
    addExamples: ({ body }, { tenantId, staffId: by }) =>
      examples.add(tenantId, { examples: body.examples, source: 'written', by }),
    changeExample: ({ params, body }, { tenantId, staffId: by }) =>
      examples.change(tenantId, params.id, { ...body, by }),
    changeExamples: async ({ body }, { tenantId, staffId: by }) => ({
      changed: await examples.changeMany(tenantId, { ...body, by }),
    }),
    listLessonFindings: (_asked, { tenantId }) => teaching.findings.list(tenantId),

    listEntityTypes: async (_asked, { tenantId }) => ({ entityTypes: await entities.listTypes(tenantId) }),
    addEntityType: ({ body }, { tenantId, staffId }) => entities.addType(tenantId, body, staffId),
    changeEntityType: ({ params, body }, { tenantId, staffId: by }) =>
      entities.changeType(tenantId, params.id, { ...body, by }),
    async removeEntityType({ params }, { tenantId, staffId }) {
      await entities.removeType(tenantId, params.id, staffId)
      return null
    },
    listDictionary: ({ query }, { tenantId }) => entities.listDictionary(tenantId, query),
    addDictionaryEntry: ({ body }, { tenantId, staffId }) => entities.addEntry(tenantId, body, staffId),
    addDictionaryEntries: ({ body }, { tenantId, staffId: by }) => entities.addEntries(tenantId, { ...body, by }),
    changeDictionaryEntry: ({ params, body }, { tenantId, staffId: by }) =>
      entities.changeEntry(tenantId, params.id, { ...body, by }),
    async removeDictionaryEntry({ params }, { tenantId }) {
      await entities.removeEntry(tenantId, params.id)
      return null
    },
    listPatterns: async (_asked, { tenantId }) => ({ patterns: await entities.listPatterns(tenantId) }),
    addPattern: ({ body }, { tenantId, staffId }) => entities.addPattern(tenantId, body, staffId),
    changePattern: ({ params, body }, { tenantId, staffId: by }) =>
      entities.changePattern(tenantId, params.id, { ...body, by }),
    async removePattern({ params }, { tenantId }) {
      await entities.removePattern(tenantId, params.id)
      return null
    },
  }
}
