/**
 * Rows of a table as JSON and back, for whoever moves all of it between databases. Only the named columns travel, the
 * tenant never does. Instants come out in UTC, whatever the time zone of the server is, so that equal rows are equal.
 */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { z } from 'zod'

export type Row = Record<string, unknown>
export type RowTable = {
  table: string
  /** The columns by which a row is known, within its tenant. */
  key: readonly string[]
  /** Other columns that no two rows share where they are not null. */
  also?: readonly (readonly string[])[]
  /** What a row from outside has to be; its columns are those that travel. */
  row: z.ZodObject
  /** Which of the columns are instants. */
  moments?: readonly string[]
  /** Only rows with these values travel. */
  only?: Row
  /** Which columns hold a row of another table as it was; it is normalised as one of these. */
  inside?: Record<string, RowTable>
}
/** A database or a transaction. */
export type RowHandle = QueryExecutorProvider

const page = 500
const columnsOf = ({ row }: RowTable) => Object.keys(row.shape)
const names = (columns: readonly string[]) => sql.join(columns.map((name) => sql.ref(name)))

/** As it travels: the named columns, instants in UTC. */
function normalised(table: RowTable, raw: Row): Row {
  const entries = columnsOf(table).map((name) => {
    const value = raw[name] ?? null
    const isMoment = value !== null && table.moments?.includes(name)
    const inner = table.inside?.[name]
    if (inner && value !== null) return [name, normalised(inner, value as Row)]
    return [name, isMoment ? new Date(value as string).toISOString() : value]
  })
  return Object.fromEntries(entries)
}

/** All rows of a tenant, in order of their keys, a page at a time. */
export async function* readRows(database: RowHandle, table: RowTable, tenantId: string): AsyncGenerator<Row[]> {
  const only = Object.entries(table.only ?? {}).map(([name, value]) => sql`and ${sql.ref(name)} = ${value}`)
  for (let last: Row | undefined; ; ) {
    const after = last ? sql`and (${names(table.key)}) > (${sql.join(table.key.map((name) => last![name]))})` : sql``
    const { rows } = await sql<{ row: Row }>`
      select to_jsonb(one) as row from ${sql.table(table.table)} as one
      where tenant_id = ${tenantId} ${only.length > 0 ? sql.join(only, sql` `) : sql``} ${after} order by ${names(table.key)} limit ${page}`.execute(
      database,
    )
    if (rows.length === 0) return
    const read = rows.map(({ row }) => normalised(table, row))
    yield read
    last = read.at(-1)!
  }
}

const keyOf = (columns: readonly string[], row: Row) => JSON.stringify(columns.map((name) => row[name]))

/** For each of these rows the one that is there under its key, or else under something else that no two rows share. */
export async function findRows(
  handle: RowHandle,
  table: RowTable,
  { tenantId, rows }: Of,
): Promise<(Row | undefined)[]> {
  const found: (Row | undefined)[] = rows.map(() => undefined)
  for (const columns of [table.key, ...(table.also ?? [])]) {
    const wanted = rows.filter((row, place) => !found[place] && columns.every((name) => row[name] !== null))
    if (wanted.length === 0) continue
    const keys = JSON.stringify(wanted.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]]))))
    const { rows: there } = await sql<{ row: Row }>`
      select to_jsonb(one) as row from ${sql.table(table.table)} as one
      where tenant_id = ${tenantId} and (${names(columns)}) in (
        select ${names(columns)} from jsonb_populate_recordset(null::${sql.table(table.table)}, ${keys}::jsonb)
      )`.execute(handle)
    const byKey = new Map(there.map(({ row }) => [keyOf(columns, row), normalised(table, row)]))
    rows.forEach((row, place) => (found[place] ??= byKey.get(keyOf(columns, row))))
  }
  return found
}
type Of = { tenantId: string; rows: Row[] }

/** Writes rows, over those with the same keys. What does not travel stays as it is, or is as in a new row. */
export async function writeRows(
  handle: RowHandle,
  table: RowTable,
  { tenantId, rows, besides = {} }: Of & { besides?: Row },
): Promise<void> {
  const columns = [...columnsOf(table), ...Object.keys(besides)]
  const rest = columnsOf(table).filter((name) => !table.key.includes(name))
  const update = rest.length
    ? sql`do update set ${sql.join(rest.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))}`
    : sql`do nothing`
  for (let start = 0; start < rows.length; start += page) {
    const some = rows.slice(start, start + page).map((row) => ({ ...besides, ...row }))
    await sql`
      insert into ${sql.table(table.table)} (tenant_id, ${names(columns)})
      select ${tenantId}, ${names(columns)}
      from jsonb_populate_recordset(null::${sql.table(table.table)}, ${JSON.stringify(some)}::jsonb)
      on conflict (tenant_id, ${names(table.key)}) ${update}`.execute(handle)
  }
}
