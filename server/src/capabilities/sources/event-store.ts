/** Events of webhooks that were taken, in SQL. */
import type { SourceEventAnswer } from '@lingxi/contract/source'
import type { ColumnType } from 'kysely'
import { type Database, withTables } from '#platform/database'

type Events = {
  tenant_id: string
  source_id: string
  event_id: string
  answer: ColumnType<SourceEventAnswer, string, string>
  at: string
}

export function createEventStore(database: Database) {
  const tables = withTables<{ source_events: Events }>(database)
  return {
    async find(tenantId: string, sourceId: string, eventId: string): Promise<SourceEventAnswer | undefined> {
      const query = tables.selectFrom('source_events').select('answer').where('tenant_id', '=', tenantId)
      const row = await query.where('source_id', '=', sourceId).where('event_id', '=', eventId).executeTakeFirst()
      return row?.answer
    },
    async keep(
      tenantId: string,
      sourceId: string,
      { eventId, answer, at }: { eventId: string; answer: SourceEventAnswer; at: string },
    ) {
      await tables
        .insertInto('source_events')
        .values({ tenant_id: tenantId, source_id: sourceId, event_id: eventId, answer: JSON.stringify(answer), at })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'source_id', 'event_id']).doNothing())
        .execute()
    },
    async removeOfSource(tenantId: string, sourceId: string): Promise<void> {
      await tables
        .deleteFrom('source_events')
        .where('tenant_id', '=', tenantId)
        .where('source_id', '=', sourceId)
        .execute()
    },
    /** Nobody sends again what was answered so long ago; the sequence guards what is older still. */
    async sweep(tenantId: string, before: string): Promise<void> {
      await tables.deleteFrom('source_events').where('tenant_id', '=', tenantId).where('at', '<', before).execute()
    },
  }
}
