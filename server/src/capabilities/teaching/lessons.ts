/** All that is taught, read at one moment, as who learns wants it: by names instead of ids. */
import type { Language } from '@lingxi/contract/message'
import type { Annotation, Example } from '@lingxi/contract/teaching'
import type { Entities } from './entities.ts'
import type { Examples } from './examples.ts'
import type { Intents } from './intents.ts'
import type { TeachingTables } from './teaching-store.ts'

export type LessonExample = {
  id: string
  text: string
  language: Language
  /** Null where it says nothing of intents. */
  intent: string | null
  outOfScope: boolean
  entities: Annotation[]
  sentiment: Example['sentiment']
  emotion: Example['emotion']
}
/** `changes`: how often what is taught had been changed. */
export type Lessons = {
  changes: number
  intents: string[]
  examples: LessonExample[]
  entityTypes: string[]
  dictionary: { type: string; value: string; words: string[]; language: Language | null }[]
  patterns: { type: string; expression: string }[]
}
/** All but the examples at once; those some at a time, since there may be 200,000 of them. */
export type LessonsInParts = Omit<Lessons, 'examples'> & { examples: () => AsyncIterable<LessonExample[]> }
type Parts = { store: TeachingTables; intents: Intents; examples: Examples; entities: Entities }

/** Archived intents are left out, and so are their examples. */
export function createReadLessons({ store, intents, examples, entities }: Parts) {
  async function inParts(tenantId: string): Promise<LessonsInParts> {
    // Counted first: what changes while it is read counts as changed since.
    const changes = await store.changes(tenantId)
    const taught = await intents.list(tenantId)
    const names = new Map(taught.map(({ id, name }) => [id, name]))
    const [types, { entries }, patterns] = await Promise.all([
      entities.listTypes(tenantId),
      entities.listDictionary(tenantId, {}),
      entities.listPatterns(tenantId),
    ])
    const named = ({ intentId, outOfScope, entities: places, ...rest }: Example): LessonExample[] => {
      const { id, text, language, sentiment, emotion } = rest
      const intent = intentId === null ? null : names.get(intentId)
      return intent === undefined
        ? []
        : [{ id, text, language, intent, outOfScope, entities: places, sentiment, emotion }]
    }
    return {
      changes,
      intents: taught.map(({ name }) => name),
      entityTypes: types.map(({ name }) => name),
      dictionary: entries.map(({ type, value, words, language }) => ({ type, value, words, language })),
      patterns: patterns.map(({ type, expression }) => ({ type, expression })),
      async *examples() {
        for await (const some of examples.read(tenantId)) yield some.flatMap(named)
      },
    }
  }

  return {
    inParts,
    async whole(tenantId: string): Promise<Lessons> {
      const { examples: read, ...rest } = await inParts(tenantId)
      const all: LessonExample[] = []
      for await (const some of read()) for (const each of some) all.push(each)
      return { ...rest, examples: all }
    },
  }
}
export type ReadLessons = ReturnType<typeof createReadLessons>
