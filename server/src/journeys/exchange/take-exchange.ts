/**
 * Takes an export in, in one transaction: all of it, or nothing. A preview is the same, taken back at the end, so that it
 * says exactly what would come of it.
 */
import { isDeepStrictEqual } from 'node:util'
import type { ExchangeFileReport } from '@lingxi/contract/exchange'
import { admitArticle, keepPast, knowledgeTables } from '#knowledge'
import { type Database, findRows, isWorthRetrying, type Row, type RowHandle, writeRows } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { ExchangeFile } from './exchange.ts'
import type { ReadExchange, ReadLine } from './read-exchange.ts'

type Given = {
  tenantId: string
  read: ReadExchange
  reviewed: boolean
  by: string
  at: string
  preview: boolean
  /** What belongs into the same transaction, once all rows are there. */
  within: (handle: RowHandle) => Promise<void>
}
type Outcome =
  | { line: number; id: string; kind: 'added' | 'changed' | 'same' }
  | { line: number; id: string; refused: string }
/** `ids`: by what id an article of the file is known here. `fresh`: which articles are new. */
type State = Given & { handle: RowHandle; ids: Map<unknown, unknown>; fresh: Set<unknown>; touched: string[] }

const batch = 500
const mostRefusals = 50
/** Thrown to take back what a preview has done. */
const takenBack = Symbol('taken back')

export function createTakeExchange({ database, ids }: { database: Database; ids: Ids }) {
  return async function takeExchange(given: Given): Promise<{ files: ExchangeFileReport[]; articleIds: string[] }> {
    const reports: ExchangeFileReport[] = []
    const touched: string[] = []
    try {
      await database.transaction().execute(async (handle) => {
        const state: State = { ...given, handle, ids: new Map(), fresh: new Set(), touched }
        for (const [table, lines] of given.read) reports.push(reportOf(table, await takeFile(table, lines, state)))
        await given.within(handle)
        if (given.preview) throw takenBack
      })
    } catch (error) {
      if (error !== takenBack) throw error
    }
    return { files: reports, articleIds: touched }
  }

  async function takeFile(table: ExchangeFile, lines: ReadLine[], state: State): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    for (let start = 0; start < lines.length; start += batch) {
      const some = lines.slice(start, start + batch)
      outcomes.push(...(await takeSome(table, some, state)))
    }
    return outcomes
  }

  async function takeSome(table: ExchangeFile, lines: ReadLine[], state: State): Promise<Outcome[]> {
    const { tenantId, handle } = state
    const isArticles = table.file === 'articles'
    const rows = lines.map(({ row }) => (isArticles ? row : withIds(table, row, state)))
    const there = await findRows(handle, table, { tenantId, rows })
    if (isArticles) rows.forEach((row, place) => noteId(row, there[place], state))
    const planned = rows.map((row, place) =>
      plan(table, { row: isArticles ? withIds(table, row, state) : row, before: there[place] }, state),
    )
    const good = planned.flatMap((each) => (typeof each === 'object' && 'row' in each ? [each] : []))
    if (isArticles) await keepHistory(good, state)
    await writeRows(handle, table, { tenantId, rows: good.map(({ row }) => row) })
    return planned.map((each, place) => {
      const { line, row } = lines[place]!
      const about = {
        line,
        id: table.key
          .map((name) => String(row[name]))
          .join(' ')
          .slice(0, 200),
      }
      if (each === 'same') return { ...about, kind: 'same' }
      if ('refused' in each) return { ...about, refused: each.refused }
      return { ...about, kind: each.before ? 'changed' : 'added' }
    })
  }

  /** What articles were is kept, and who changed them by an import is on record. */
  async function keepHistory(planned: Written[], { tenantId, handle, by, at, touched }: State): Promise<void> {
    const changed = planned.filter(({ before }) => before)
    touched.push(...planned.map(({ row }) => row['id'] as string))
    await keepPast(
      handle as Parameters<typeof keepPast>[0],
      tenantId,
      changed.map(({ row }) => row['id'] as string),
    )
    const events = changed.map(({ row }) => ({
      id: ids.next('aev'),
      article_id: row['id'],
      title: row['title'],
      kind: 'changed',
      version: row['version'],
      by_staff: by,
      at,
      comment: 'import',
    }))
    if (events.length > 0) await writeRows(handle, knowledgeTables.events, { tenantId, rows: events })
  }
}

type Written = { row: Row; before: Row | undefined }

function noteId(row: Row, before: Row | undefined, { ids, fresh }: State): void {
  const id = before?.['id'] ?? row['id']
  ids.set(row['id'], id)
  if (!before) fresh.add(id)
}

/** Articles by the ids under which they are known here. */
function withIds({ articles = [] }: ExchangeFile, row: Row, { ids }: State): Row {
  const here = (id: unknown) => ids.get(id) ?? id
  const named = articles.map((name) => {
    const value = row[name]
    return [name, Array.isArray(value) ? value.map(here) : here(value)]
  })
  return { ...row, ...Object.fromEntries(named) }
}

type Planned = Written | 'same' | { refused: string }

function plan(table: ExchangeFile, written: Written, state: State): Planned {
  if (table.file === 'articles') return planArticle(written, state)
  const { row, before } = written
  // The history and the newer text of an article that was here before are its own.
  const isHistory = table.file === 'revisions' || table.file === 'versions'
  if (isHistory && !state.fresh.has(row['article_id'])) return 'same'
  if (!before) return written
  if (table.onlyNew || isDeepStrictEqual(row, before)) return 'same'
  const isAnother = table.key.some((name) => before[name] !== row[name])
  return isAnother ? { refused: 'Another one of the same kind is there under another id.' } : written
}

function planArticle({ row, before }: Written, { reviewed, by, at }: State): Planned {
  const admitted = admitArticle({ row, before, reviewed, by, at })
  if (admitted === 'same') return 'same'
  return isRefusal(admitted) ? admitted : { row: admitted, before }
}
const isRefusal = (admitted: Row | { refused: string }): admitted is { refused: string } => 'refused' in admitted

function reportOf({ file }: ExchangeFile, outcomes: Outcome[]): ExchangeFileReport {
  const count = (kind: string) => outcomes.filter((each) => 'kind' in each && each.kind === kind).length
  const refused = outcomes.flatMap((each) => ('refused' in each ? [each] : []))
  return {
    file,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: refused.length,
    refusals: refused.slice(0, mostRefusals).map(({ line, id, refused: reason }) => ({ line, id, reason })),
  }
}

/** Whether another wrote meanwhile what this import found free, or held what it waited for: it may be tried again. */
export const cameBetween = isWorthRetrying
