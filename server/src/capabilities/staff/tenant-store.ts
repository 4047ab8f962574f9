import type { Settings, SettingsChange } from '@lingxi/contract/staff'
import { sql } from 'kysely'
import { type Database, withTables } from '#platform/database'
import type { StaffTables } from './staff-tables.ts'

/** The company: what it set, and the secret its tokens are signed with. */
export function createTenantStore(database: Database) {
  const tables = withTables<StaffTables>(database)
  return {
    async findSigningSecret(tenantId: string): Promise<string | undefined> {
      const row = await tables
        .selectFrom('tenants')
        .select('signing_secret')
        .where('id', '=', tenantId)
        .executeTakeFirst()
      return row?.signing_secret
    },
    /** The secret with which the company's site signs who its customer is, and since when it holds. */
    async findIdentitySecret(tenantId: string): Promise<{ secret: string; at: string } | undefined> {
      const row = await tables
        .selectFrom('tenants')
        .select(['identity_secret as secret', 'identity_secret_at as at'])
        .where('id', '=', tenantId)
        .executeTakeFirst()
      return row?.secret && row.at ? { secret: row.secret, at: row.at } : undefined
    },
    /** Undefined when there is no such company. */
    async putIdentitySecret(tenantId: string, { secret, at }: { secret: string; at: string }) {
      return tables
        .updateTable('tenants')
        .set({ identity_secret: secret, identity_secret_at: at })
        .where('id', '=', tenantId)
        .returning('id')
        .executeTakeFirst()
    },
    async findSettings(tenantId: string): Promise<Settings | undefined> {
      const row = await tables.selectFrom('tenants').select('settings').where('id', '=', tenantId).executeTakeFirst()
      return row?.settings
    },
    /** Those there are, changed in these; undefined when there is no such company. */
    async changeSettings(tenantId: string, change: SettingsChange): Promise<Settings | undefined> {
      const row = await tables
        .updateTable('tenants')
        .set({ settings: sql`settings || ${JSON.stringify(change)}::jsonb` })
        .where('id', '=', tenantId)
        .returning('settings')
        .executeTakeFirst()
      return row?.settings
    },
  }
}

export type TenantStore = ReturnType<typeof createTenantStore>
