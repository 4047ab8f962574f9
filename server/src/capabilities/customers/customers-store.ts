import { type Database, withTables } from '#platform/database'
import { sql } from 'kysely'

export type Customer = { id: string; name: string; channel: string; externalId: string }
type Row = { tenant_id: string; id: string; channel: string; external_id: string; name: string; created_at: string }

export function createCustomersStore(database: Database) {
  const tables = withTables<{ customers: Row }>(database)
  return {
    /** The row of this sender: the new one, or the one that was there. */
    async recognise(tenantId: string, customer: Customer, at: string): Promise<Customer> {
      const { id, channel, externalId, name } = customer
      // An update that changes nothing makes the statement return the row in both cases.
      const { rows } = await sql<Row>`
        insert into customers (tenant_id, id, channel, external_id, name, created_at)
        values (${tenantId}, ${id}, ${channel}, ${externalId}, ${name}, ${at})
        on conflict (tenant_id, channel, external_id) do update set name = customers.name returning *`.execute(tables)
      return fromRow(rows[0]!)
    },
    async get(tenantId: string, id: string): Promise<Customer | undefined> {
      const rows = tables.selectFrom('customers').selectAll().where('tenant_id', '=', tenantId)
      const row = await rows.where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
  }
}

const fromRow = ({ id, name, channel, external_id: externalId }: Row): Customer => ({ id, name, channel, externalId })
