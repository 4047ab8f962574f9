/** Examples, in SQL. */
import type { MoodLabel } from '@lingxi/contract/labelling'
import type { Language } from '@lingxi/contract/message'
import type { Example, ExampleDraft, ExampleSource } from '@lingxi/contract/teaching'
import { type Selectable, sql } from 'kysely'
import { isUniqueViolation } from '#platform/database'
import type { Stamp } from './intents-store.ts'
import type { ExampleRow, Handle, TeachingTables } from './teaching-store.ts'
import { keyOfText } from './text-key.ts'

export type ExampleFilter = {
  intentId?: string | undefined
  outOfScope?: boolean | undefined
  language?: Language | undefined
  source?: ExampleSource | undefined
  entityType?: string | undefined
  q?: string | undefined
  /** Says how it feels, or does not. */
  mood?: boolean | undefined
}
const batch = 500
/** Some milliseconds of the thread that serves. */
const readAtOnce = 1_000
const outOfScope = '-'
const belongsTo = (example: { intentId: string | null; outOfScope: boolean }) =>
  example.intentId ?? (example.outOfScope ? outOfScope : '')

export function createExamplesStore({ tables }: TeachingTables) {
  const ofTenant = (tenantId: string, handle: Handle = tables) =>
    handle.selectFrom('taught_examples').where('tenant_id', '=', tenantId)

  function matching(tenantId: string, filter: ExampleFilter) {
    let query = ofTenant(tenantId)
    if (filter.intentId !== undefined) query = query.where('belongs', '=', filter.intentId)
    if (filter.outOfScope !== undefined) query = query.where('belongs', filter.outOfScope ? '=' : '<>', outOfScope)
    if (filter.language) query = query.where('language', '=', filter.language)
    if (filter.source) query = query.where('source', '=', filter.source)
    if (filter.entityType)
      query = query.where(sql<boolean>`entities @> ${JSON.stringify([{ type: filter.entityType }])}::jsonb`)
    if (filter.mood !== undefined)
      query = query.where(sql<boolean>`(sentiment is not null or emotion is not null) = ${filter.mood}`)
    if (filter.q) query = query.where(sql<boolean>`position(lower(${filter.q}) in lower(text)) > 0`)
    return query
  }

  return {
    /** Newest first. */
    async list(tenantId: string, { limit, offset, ...filter }: ExampleFilter & { limit: number; offset: number }) {
      const rows = await matching(tenantId, filter)
        .selectAll()
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const counting = matching(tenantId, filter).select(({ fn }) => fn.countAll<string>().as('total'))
      const { total } = await counting.executeTakeFirstOrThrow()
      return { examples: rows.map(toExample), total: Number(total) }
    },

    /** All of a company, in the order in which they were added, some at a time. */
    async *read(tenantId: string, handle: Handle = tables): AsyncGenerator<Example[]> {
      for (let last = ''; ; ) {
        const query = ofTenant(tenantId, handle).selectAll().where('id', '>', last).orderBy('id').limit(readAtOnce)
        const rows = await query.execute()
        if (rows.length === 0) return
        yield rows.map(toExample)
        last = rows.at(-1)!.id
      }
    },

    async find(tenantId: string, id: string, handle: Handle = tables): Promise<Example | undefined> {
      const row = await ofTenant(tenantId, handle).selectAll().where('id', '=', id).executeTakeFirst()
      return row && toExample(row)
    },

    async count(tenantId: string, filter: ExampleFilter = {}): Promise<number> {
      const counting = matching(tenantId, filter).select(({ fn }) => fn.countAll<string>().as('total'))
      return Number((await counting.executeTakeFirstOrThrow()).total)
    },

    /** The ids of those that were not there: the same text of the same intent is left as it is. */
    async insert(
      tenantId: string,
      given: Stamp & { examples: (ExampleDraft & { id: string })[]; source: ExampleSource },
      handle: Handle,
    ): Promise<Set<string>> {
      const added = new Set<string>()
      for (let start = 0; start < given.examples.length; start += batch) {
        const rows = given.examples.slice(start, start + batch).map((example) => ({
          tenant_id: tenantId,
          id: example.id,
          ...columnsOf(example),
          source: given.source,
          version: 1,
          updated_at: given.at,
          updated_by: given.by,
        }))
        const inserting = handle.insertInto('taught_examples').values(rows)
        const there = inserting.onConflict((conflict) => conflict.doNothing()).returning('id')
        for (const { id } of await there.execute()) added.add(id)
      }
      return added
    },

    /** `stale`: another version, or no such example; `taken`: the same text is there. */
    async change(
      tenantId: string,
      { id, version, at, by, ...draft }: ExampleDraft & Stamp & { id: string; version: number },
      handle: Handle,
    ): Promise<'changed' | 'stale' | 'taken'> {
      try {
        const rows = await handle
          .updateTable('taught_examples')
          .set({ ...columnsOf(draft), version: version + 1, updated_at: at, updated_by: by })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .where('version', '=', version)
          .returning('id')
          .execute()
        return rows.length > 0 ? 'changed' : 'stale'
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken'
        throw error
      }
    },

    /**
     * Moves them, or all of an intent (`from`); where their text is there already they go. How many moved or went.
     * The labels and annotations of the one that stays are kept.
     */
    async move(
      tenantId: string,
      { ids, from, to, at, by }: Stamp & { ids?: string[]; from?: string; to: string | 'out-of-scope' },
      handle: Handle,
    ): Promise<number> {
      const belongs = to === 'out-of-scope' ? outOfScope : to
      const one = ids ? sql`id = any(${ids})` : sql`true`
      const which = sql`tenant_id = ${tenantId} and ${one} ${from === undefined ? sql`` : sql`and belongs = ${from}`}`
      // Of several that would meet at one place the oldest stays.
      const { rows } = await sql<{ id: string }>`
        with moving as (select id, text_key from taught_examples where ${which} and belongs <> ${belongs}),
        first as (select min(id) as id from moving group by text_key),
        removed as (
          delete from taught_examples using moving where taught_examples.tenant_id = ${tenantId}
          and taught_examples.id = moving.id and (moving.id not in (select id from first) or exists (
            select 1 from taught_examples as there where there.tenant_id = ${tenantId}
            and there.belongs = ${belongs} and there.text_key = moving.text_key))
          returning taught_examples.id)
        select id from removed`.execute(handle)
      const { numUpdatedRows } = await handle
        .updateTable('taught_examples')
        .set({ belongs, version: sql`version + 1`, updated_at: at, updated_by: by })
        .where(sql<boolean>`${which} and belongs <> ${belongs}`)
        .executeTakeFirst()
      return rows.length + Number(numUpdatedRows)
    },

    /** How texts feel that say nothing of intents: a text has one such example. */
    async moods(tenantId: string, texts: readonly string[], handle: Handle = tables): Promise<Map<string, MoodLabel>> {
      if (texts.length === 0) return new Map()
      const query = ofTenant(tenantId, handle).select(['text_key', 'sentiment', 'emotion']).where('belongs', '=', '')
      const keys = new Map(texts.map((text) => [keyOfText(text), text]))
      const rows = await query.where('text_key', 'in', [...keys.keys()]).execute()
      return new Map(rows.map(({ text_key: key, sentiment, emotion }) => [keys.get(key)!, { sentiment, emotion }]))
    },
    /** Says how a text feels in the example of it that says nothing of intents; one that then says nothing at all goes. */
    async keepMood(
      tenantId: string,
      { id, text, language, mood, at, by }: Stamp & { id: string; text: string; language: Language; mood: MoodLabel },
      handle: Handle,
    ): Promise<void> {
      const draft = { text, language, intentId: null, outOfScope: false, entities: [], ...mood }
      const row = { tenant_id: tenantId, id, ...columnsOf(draft), source: 'labelled' as const, version: 1 }
      await handle
        .insertInto('taught_examples')
        .values({ ...row, updated_at: at, updated_by: by })
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'belongs', 'text_key']).doUpdateSet({
            ...mood,
            version: sql`taught_examples.version + 1`,
            updated_at: at,
            updated_by: by,
          }),
        )
        .execute()
      await handle
        .deleteFrom('taught_examples')
        .where('tenant_id', '=', tenantId)
        .where('belongs', '=', '')
        .where('text_key', '=', row.text_key)
        .where(sql<boolean>`sentiment is null and emotion is null and entities = '[]'::jsonb`)
        .execute()
    },

    async setLanguage(
      tenantId: string,
      { ids, language, at, by }: Stamp & { ids: string[]; language: Language },
      handle: Handle,
    ): Promise<number> {
      const { numUpdatedRows } = await handle
        .updateTable('taught_examples')
        .set({ language, version: sql`version + 1`, updated_at: at, updated_by: by })
        .where('tenant_id', '=', tenantId)
        .where('id', 'in', ids)
        .where('language', '<>', language)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    /** Takes the annotations of one type away, from these or from all. */
    async unannotate(
      tenantId: string,
      { ids, type, at, by }: Stamp & { ids?: string[]; type: string },
      handle: Handle,
    ): Promise<number> {
      const { numUpdatedRows } = await handle
        .updateTable('taught_examples')
        .set({
          entities: sql`coalesce((select jsonb_agg(one) from jsonb_array_elements(entities) as one where one->>'type' <> ${type}), '[]'::jsonb)`,
          version: sql`version + 1`,
          updated_at: at,
          updated_by: by,
        })
        .where('tenant_id', '=', tenantId)
        .where(ids ? sql<boolean>`id = any(${ids})` : sql<boolean>`true`)
        .where(sql<boolean>`entities @> ${JSON.stringify([{ type }])}::jsonb`)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    async remove(tenantId: string, which: { ids: string[] } | { intentId: string }, handle: Handle): Promise<number> {
      const query = handle.deleteFrom('taught_examples').where('tenant_id', '=', tenantId)
      const chosen = 'ids' in which ? query.where('id', 'in', which.ids) : query.where('belongs', '=', which.intentId)
      return Number((await chosen.executeTakeFirst()).numDeletedRows)
    },
  }
}
export type ExamplesStore = ReturnType<typeof createExamplesStore>

const columnsOf = (example: ExampleDraft) => ({
  text: example.text,
  text_key: keyOfText(example.text),
  language: example.language,
  belongs: belongsTo(example),
  entities: JSON.stringify(example.entities.toSorted((one, other) => one.start - other.start)),
  sentiment: example.sentiment,
  emotion: example.emotion,
})

const toExample = (row: Selectable<ExampleRow>): Example => ({
  id: row.id,
  text: row.text,
  language: row.language,
  intentId: row.belongs === '' || row.belongs === outOfScope ? null : row.belongs,
  outOfScope: row.belongs === outOfScope,
  entities: row.entities,
  sentiment: row.sentiment,
  emotion: row.emotion,
  source: row.source,
  version: row.version,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
})
