/** The types of entities a company names, the words of its dictionaries, and its patterns. */
import { Problem } from '@lingxi/contract/problem'
import {
  type DictionaryChange,
  type DictionaryDraft,
  type DictionaryEntry,
  DictionaryDraft as entryContent,
  type EntityType,
  type EntityTypeChange,
  type EntityTypeDraft,
  EntityTypeDraft as typeContent,
  type Pattern,
  type PatternChange,
  type PatternDraft,
  PatternDraft as patternContent,
} from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import { createEntitiesStore, type EntityDraft, type KeptEntity } from './entities-store.ts'
import { createExamplesStore } from './examples-store.ts'
import type { TeachingParts } from './intents.ts'
import { wrongWithPattern } from './safe-pattern.ts'
import type { EntityKind, Handle } from './teaching-store.ts'
import { entryKey, patternKey } from './text-key.ts'

type By = { by: string | null }

export function createEntities({ store, clock, ids }: TeachingParts) {
  const entities = createEntitiesStore(store)
  const examples = createExamplesStore(store)
  const stamp = (by: string | null) => ({ at: isoInstant(clock), by })

  async function get(tenantId: string, kind: EntityKind, id: string): Promise<KeptEntity> {
    const there = await entities.find(tenantId, kind, id)
    if (!there) throw new Problem('not-found')
    return there
  }
  const typeDraft = (draft: EntityTypeDraft, id: string): EntityDraft => ({
    id,
    type: draft.name,
    key: draft.name,
    content: draft,
  })
  const entryDraft = (draft: DictionaryDraft, id: string): EntityDraft => ({
    id,
    type: draft.type,
    key: entryKey(draft),
    content: draft,
  })
  const patternDraft = (draft: PatternDraft, id: string): EntityDraft => ({
    id,
    type: draft.type,
    key: patternKey(draft),
    content: draft,
  })

  /** A dictionary or a pattern of a type nobody has named names it. */
  async function nameType(tenantId: string, { type, by }: By & { type: string }, handle: Handle): Promise<void> {
    const named = typeDraft(typeContent.parse({ name: type }), ids.next('ent'))
    await entities.insert(tenantId, { kind: 'type', drafts: [named], ...stamp(by) }, handle)
  }

  async function add(
    tenantId: string,
    { kind, draft, by }: By & { kind: EntityKind; draft: EntityDraft },
  ): Promise<KeptEntity> {
    await store.change(tenantId, async (handle) => {
      const added = await entities.insert(tenantId, { kind, drafts: [draft], ...stamp(by) }, handle)
      if (added.size === 0) throw new Problem('already-exists')
      await nameType(tenantId, { type: draft.type, by }, handle)
    })
    return get(tenantId, kind, draft.id)
  }

  async function change(
    tenantId: string,
    given: By & { kind: EntityKind; draft: EntityDraft; version: number },
  ): Promise<KeptEntity> {
    const outcome = await store.change(tenantId, async (handle) => {
      const changed = await entities.change(tenantId, { ...given, ...stamp(given.by) }, handle)
      if (changed === 'taken') throw new Problem('already-exists')
      if (changed === 'changed') await nameType(tenantId, { type: given.draft.type, by: given.by }, handle)
      return changed
    })
    const there = await get(tenantId, given.kind, given.draft.id)
    if (outcome === 'stale') throw new Problem('changed-meanwhile')
    return there
  }

  async function removeOf(tenantId: string, kind: EntityKind, id: string): Promise<void> {
    await store.change(tenantId, async (handle) => {
      if (!(await entities.remove(tenantId, { kind, id }, handle))) throw new Problem('not-found')
    })
  }

  async function toTypes(tenantId: string, kept: KeptEntity[]): Promise<EntityType[]> {
    const [annotated, words, patterns] = await Promise.all([
      entities.countAnnotated(tenantId),
      entities.countByType(tenantId, 'entry'),
      entities.countByType(tenantId, 'pattern'),
    ])
    return kept.map((each) => ({
      ...typeContent.parse(each.content),
      ...keptOf(each),
      annotated: annotated.get(each.type) ?? 0,
      words: words.get(each.type) ?? 0,
      patterns: patterns.get(each.type) ?? 0,
    }))
  }
  const toType = async (tenantId: string, kept: KeptEntity) => (await toTypes(tenantId, [kept]))[0]!

  function checkPattern({ expression }: PatternDraft): void {
    const wrong = wrongWithPattern(expression)
    if (wrong !== undefined)
      throw new Problem('invalid-request', { errors: [{ path: 'body.expression', message: wrong }] })
  }

  return {
    /** By name. */
    listTypes: async (tenantId: string) => toTypes(tenantId, (await entities.list(tenantId, 'type')).kept),
    /** Throws `already-exists`. */
    addType: async (tenantId: string, draft: EntityTypeDraft, by: string | null) =>
      toType(tenantId, await add(tenantId, { kind: 'type', draft: typeDraft(draft, ids.next('ent')), by })),
    /** Throws `changed-meanwhile`, `not-found`. */
    async changeType(
      tenantId: string,
      id: string,
      { version, by, ...rest }: EntityTypeChange & By,
    ): Promise<EntityType> {
      const { type: name } = await get(tenantId, 'type', id)
      const draft = typeDraft({ name, ...rest }, id)
      return toType(tenantId, await change(tenantId, { kind: 'type', draft, version, by }))
    },
    /** With its dictionary, its patterns, and the annotations of it. Throws `not-found`. */
    async removeType(tenantId: string, id: string, by: string | null): Promise<void> {
      const { type } = await get(tenantId, 'type', id)
      await store.change(tenantId, async (handle) => {
        await entities.removeOfType(tenantId, type, handle)
        await examples.unannotate(tenantId, { type, ...stamp(by) }, handle)
      })
    },

    async listDictionary(
      tenantId: string,
      filter: { type?: string | undefined; q?: string | undefined; limit?: number; offset?: number },
    ) {
      const { kept, total } = await entities.list(tenantId, 'entry', filter)
      return { entries: kept.map(toEntry), total }
    },
    /** Throws `already-exists`. */
    addEntry: async (tenantId: string, draft: DictionaryDraft, by: string | null): Promise<DictionaryEntry> =>
      toEntry(await add(tenantId, { kind: 'entry', draft: entryDraft(draft, ids.next('dic')), by })),
    /** In one step; the values of those that are there already, or twice among them, are told. */
    async addEntries(
      tenantId: string,
      { entries: given, by }: By & { entries: DictionaryDraft[] },
    ): Promise<{ added: number; duplicates: string[] }> {
      const drafts = given.map((draft) => entryDraft(draft, ids.next('dic')))
      const added = await store.change(tenantId, async (handle) => {
        for (const type of new Set(given.map((each) => each.type))) await nameType(tenantId, { type, by }, handle)
        return entities.insert(tenantId, { kind: 'entry', drafts, ...stamp(by) }, handle)
      })
      const duplicates = given.filter((_, at) => !added.has(drafts[at]!.id)).map(({ value }) => value)
      return { added: added.size, duplicates }
    },
    /** Throws `changed-meanwhile`, `already-exists`, `not-found`. */
    changeEntry: async (
      tenantId: string,
      id: string,
      { version, by, ...draft }: DictionaryChange & By,
    ): Promise<DictionaryEntry> =>
      toEntry(await change(tenantId, { kind: 'entry', draft: entryDraft(draft, id), version, by })),
    removeEntry: (tenantId: string, id: string) => removeOf(tenantId, 'entry', id),

    /** By type. */
    listPatterns: async (tenantId: string): Promise<Pattern[]> =>
      (await entities.list(tenantId, 'pattern')).kept.map(toPattern),
    /** Throws `invalid-request` for one that is none or looks around or back, and `already-exists`. */
    async addPattern(tenantId: string, draft: PatternDraft, by: string | null): Promise<Pattern> {
      checkPattern(draft)
      return toPattern(await add(tenantId, { kind: 'pattern', draft: patternDraft(draft, ids.next('pat')), by }))
    },
    async changePattern(tenantId: string, id: string, { version, by, ...draft }: PatternChange & By): Promise<Pattern> {
      checkPattern(draft)
      return toPattern(await change(tenantId, { kind: 'pattern', draft: patternDraft(draft, id), version, by }))
    },
    removePattern: (tenantId: string, id: string) => removeOf(tenantId, 'pattern', id),
  }
}
export type Entities = ReturnType<typeof createEntities>

const keptOf = ({ id, version, updatedAt, updatedBy }: KeptEntity) => ({ id, version, updatedAt, updatedBy })
const toEntry = (kept: KeptEntity): DictionaryEntry => ({ ...entryContent.parse(kept.content), ...keptOf(kept) })
const toPattern = (kept: KeptEntity): Pattern => ({ ...patternContent.parse(kept.content), ...keptOf(kept) })
