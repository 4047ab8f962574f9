import type { ProvenIdentity } from '@lingxi/contract/message'
import { type Database, withTables } from '#platform/database'
import { sql } from 'kysely'

export type Customer = { id: string; name: string; channel: string; externalId: string; region: string | null }
/** What the company's own site says of a customer who is signed in there. */
export type Signed = { tier: string | null; region: string | null; signedInUntil: string | null }
type Row = {
  tenant_id: string
  id: string
  channel: string
  external_id: string
  name: string
  created_at: string
  tier: string | null
  region: string | null
  signed_in_until: string | null
}

export function createCustomersStore(database: Database) {
  const tables = withTables<{ customers: Row }>(database)
  return {
    /** The row of this sender: the new one, or the one that was there. */
    async recognise(tenantId: string, customer: Customer, at: string): Promise<Customer> {
      const { id, channel, externalId, name, region } = customer
      // The update makes the statement return the row in both cases.
      const { rows } = await sql<Row>`
        insert into customers (tenant_id, id, channel, external_id, name, created_at, region)
        values (${tenantId}, ${id}, ${channel}, ${externalId}, ${name}, ${at}, ${region})
        on conflict (tenant_id, channel, external_id) do update
          set region = coalesce(excluded.region, customers.region) returning *`.execute(tables)
      return fromRow(rows[0]!)
    },
    /** The same for a sender who was proven to be somebody: what is said of them now replaces what was. */
    async signIn(tenantId: string, signed: Customer & { identity: ProvenIdentity }, at: string): Promise<Customer> {
      const { id, channel, externalId, name, identity } = signed
      const { tier, until } = identity
      const region = identity.region ?? signed.region
      const { rows } = await sql<Row>`
        insert into customers (tenant_id, id, channel, external_id, name, created_at, tier, region, signed_in_until)
        values (${tenantId}, ${id}, ${channel}, ${externalId}, ${name}, ${at}, ${tier}, ${region}, ${until})
        on conflict (tenant_id, channel, external_id) do update
          set name = excluded.name, tier = excluded.tier, region = excluded.region,
            signed_in_until = excluded.signed_in_until returning *`.execute(tables)
      return fromRow(rows[0]!)
    },
    async get(tenantId: string, id: string): Promise<Customer | undefined> {
      const rows = tables.selectFrom('customers').selectAll().where('tenant_id', '=', tenantId)
      const row = await rows.where('id', '=', id).executeTakeFirst()
      return row && fromRow(row)
    },
    findSigned(tenantId: string, id: string): Promise<Signed | undefined> {
      return tables
        .selectFrom('customers')
        .select(['tier', 'region', 'signed_in_until as signedInUntil'])
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    },
  }
}

const fromRow = ({ id, name, channel, external_id: externalId, region }: Row): Customer => ({
  id,
  name,
  channel,
  externalId,
  region,
})
