/** What the companies taught the search, in SQL. */
import type { Language } from '@lingxi/contract/message'
import type { SearchWord, SearchWordKind } from '@lingxi/contract/search-words'
import { type ColumnType, type Selectable, sql } from 'kysely'
import { type Database, type DatabaseTransaction, isUniqueViolation, withTables } from '#platform/database'

type SearchWords = {
  tenant_id: string
  id: string
  kind: SearchWordKind
  language: Language | ''
  text: string
  folded: string
  others: ColumnType<string[], string, string>
  weight: number
  version: number
  updated_at: string
  updated_by: string | null
}
type Tables = { search_words: SearchWords }
export type KeptWord = SearchWord & { folded: string }
export type WordFilter = {
  q?: string | undefined
  kind?: SearchWordKind | undefined
  language?: Language | undefined
  limit: number
  offset: number
}

const batch = 500

export function createWordsStore(database: Database) {
  const tables = withTables<Tables>(database)
  type Handle = typeof tables | DatabaseTransaction<Tables>

  function matching(tenantId: string, { q, kind, language }: Omit<WordFilter, 'limit' | 'offset'>) {
    let query = tables.selectFrom('search_words').where('tenant_id', '=', tenantId)
    if (q)
      query = query.where(
        sql<boolean>`(position(${q} in folded) > 0 or position(lower(${q}) in lower(others::text)) > 0)`,
      )
    if (kind) query = query.where('kind', '=', kind)
    if (language) query = query.where('language', 'in', [language, ''])
    return query
  }

  return {
    transaction: <Result>(work: (handle: DatabaseTransaction<Tables>) => Promise<Result>) =>
      tables.transaction().execute(work),

    async list(tenantId: string, filter: WordFilter): Promise<{ words: SearchWord[]; total: number }> {
      const rows = await matching(tenantId, filter)
        .selectAll()
        .orderBy('folded')
        .orderBy('id')
        .limit(filter.limit)
        .offset(filter.offset)
        .execute()
      const { total } = await matching(tenantId, filter)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { words: rows.map(toWord), total: Number(total) }
    },

    async all(tenantId: string, handle: Handle = tables): Promise<KeptWord[]> {
      const rows = await handle
        .selectFrom('search_words')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...toWord(row), folded: row.folded }))
    },

    async find(tenantId: string, id: string): Promise<SearchWord | undefined> {
      const query = tables.selectFrom('search_words').selectAll().where('tenant_id', '=', tenantId)
      const row = await query.where('id', '=', id).executeTakeFirst()
      return row && toWord(row)
    },

    /** False when the same word of that kind and language is there already. */
    async insert(tenantId: string, words: KeptWord[], handle: Handle = tables): Promise<boolean> {
      try {
        for (let start = 0; start < words.length; start += batch) {
          const rows = words.slice(start, start + batch).map((word) => ({ tenant_id: tenantId, ...toRow(word) }))
          await handle.insertInto('search_words').values(rows).execute()
        }
        return true
      } catch (error) {
        if (isUniqueViolation(error)) return false
        throw error
      }
    },

    /** Writes over the word with this id when it has this version: the changed word; `stale`; or `taken` by another. */
    async change(tenantId: string, word: KeptWord, handle: Handle = tables): Promise<SearchWord | 'stale' | 'taken'> {
      try {
        const { id, version, ...row } = toRow(word)
        const changed = await handle
          .updateTable('search_words')
          .set({ ...row, version: version + 1 })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
        return changed ? toWord(changed) : 'stale'
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken'
        throw error
      }
    },

    async remove(tenantId: string, id: string): Promise<boolean> {
      const query = tables.deleteFrom('search_words').where('tenant_id', '=', tenantId).where('id', '=', id)
      return (await query.returning('id').execute()).length > 0
    },
  }
}
export type WordsStore = ReturnType<typeof createWordsStore>

const toRow = ({ language, updatedAt, updatedBy, others, ...word }: KeptWord) => ({
  ...word,
  language: language ?? ('' as const),
  others: JSON.stringify(others),
  updated_at: updatedAt,
  updated_by: updatedBy,
})

const toWord = (row: Selectable<SearchWords>): SearchWord => ({
  id: row.id,
  kind: row.kind,
  language: row.language === '' ? null : row.language,
  text: row.text,
  others: row.others,
  weight: Math.round(row.weight * 1000) / 1000,
  version: row.version,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
})
