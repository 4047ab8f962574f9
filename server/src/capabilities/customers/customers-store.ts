import type { ProvenIdentity } from '@lingxi/contract/message'
import { type Database, withTables } from '#platform/database'
import { sql, type UpdateObject } from 'kysely'

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

type News = UpdateObject<{ customers: Row }, 'customers'>

export function createCustomersStore(database: Database) {
  const tables = withTables<{ customers: Row }>(database)

  /**
   * Makes the row. Both the id and the sender are unique, and a conflict that names only one of them is an error when two
   * connections meet at the other; so none is named, and what is news is written by another statement.
   */
  async function meet(tenantId: string, { id, channel, externalId, name }: Customer, at: string) {
    await sql`
      insert into customers (tenant_id, id, channel, external_id, name, created_at)
      values (${tenantId}, ${id}, ${channel}, ${externalId}, ${name}, ${at})
      on conflict do nothing`.execute(tables)
  }

  /** The row of this sender with what is news of them; it is made at the first word alone. */
  async function write(tenantId: string, customer: Customer, { at, news }: { at: string; news: News }) {
    const change = tables
      .updateTable('customers')
      .set(news)
      .where('tenant_id', '=', tenantId)
      .where('channel', '=', customer.channel)
      .where('external_id', '=', customer.externalId)
      .returningAll()
    const known = await change.executeTakeFirst()
    if (known) return fromRow(known)
    await meet(tenantId, customer, at)
    return fromRow(await change.executeTakeFirstOrThrow())
  }

  return {
    /** The row of this sender: the new one, or the one that was there, which keeps its region where none is told. */
    recognise(tenantId: string, customer: Customer, at: string): Promise<Customer> {
      return write(tenantId, customer, { at, news: { region: sql`coalesce(${customer.region}, region)` } })
    },
    /** The same for a sender who was proven to be somebody: what is said of them now replaces what was. */
    signIn(tenantId: string, signed: Customer & { identity: ProvenIdentity }, at: string): Promise<Customer> {
      const { tier, until } = signed.identity
      const region = signed.identity.region ?? signed.region
      return write(tenantId, signed, { at, news: { name: signed.name, tier, region, signed_in_until: until } })
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
