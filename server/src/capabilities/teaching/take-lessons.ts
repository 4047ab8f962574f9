/** Lessons of a file or a pack become what is taught: only what is new is added, what is there stays as it is. */
import type { BothLanguages, ExampleSource, LessonCounts } from '@lingxi/contract/teaching'
import { EntityTypeDraft } from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import { createEntitiesStore, type EntityDraft } from './entities-store.ts'
import { createExamplesStore } from './examples-store.ts'
import { intentsOf, type LessonFile, languageOf, typesOf } from './formats/lesson-file.ts'
import type { TeachingParts } from './intents.ts'
import { createIntentsStore } from './intents-store.ts'
import type { Handle } from './teaching-store.ts'
import { entryKey, patternKey } from './text-key.ts'

export type Titles = Map<string, { title: BothLanguages; description: BothLanguages }>
export type Taking = {
  file: LessonFile
  source: ExampleSource
  by: string | null
  /** What intents and types are called, where it is known. */
  titles?: { intents: Titles; entityTypes: Titles } | undefined
}
const untitled = { title: { zh: '', en: '' }, description: { zh: '', en: '' } }

export function createTakeLessons({ store, clock, ids }: TeachingParts) {
  const intents = createIntentsStore(store)
  const examples = createExamplesStore(store)
  const entities = createEntitiesStore(store)

  /** Within a change of what is taught. How much of it was new. */
  return async function takeLessons(tenantId: string, taking: Taking, handle: Handle): Promise<LessonCounts> {
    const { file, source, by, titles } = taking
    const stamp = { at: isoInstant(clock), by }
    const drafts = intentsOf(file).map((name) => ({
      id: ids.next('int'),
      name,
      ...(titles?.intents.get(name) ?? untitled),
    }))
    const added = await intents.insert(tenantId, { intents: drafts, ...stamp }, handle)
    const there = new Map([...(await intents.names(tenantId, handle))].map(([id, name]) => [name, id]))
    const given = file.examples.map(({ line: _line, intent, language, text, ...rest }) => ({
      ...rest,
      text,
      id: ids.next('exa'),
      language: language ?? languageOf(text),
      intentId: intent === null ? null : there.get(intent)!,
    }))
    const addKind = (kind: 'type' | 'entry' | 'pattern', some: EntityDraft[]) =>
      entities.insert(tenantId, { kind, drafts: some, ...stamp }, handle)
    const types = typesOf(file).map((name) => {
      const content = EntityTypeDraft.parse({ name, ...titles?.entityTypes.get(name) })
      return { id: ids.next('ent'), type: name, key: name, content }
    })
    const entries = file.dictionary.map((content) => {
      return { id: ids.next('dic'), type: content.type, key: entryKey(content), content }
    })
    const patterns = file.patterns.map((content) => {
      return { id: ids.next('pat'), type: content.type, key: patternKey(content), content }
    })
    return {
      intents: added.size,
      examples: (await examples.insert(tenantId, { examples: given, source, ...stamp }, handle)).size,
      entityTypes: (await addKind('type', types)).size,
      dictionary: (await addKind('entry', entries)).size,
      patterns: (await addKind('pattern', patterns)).size,
    }
  }
}
