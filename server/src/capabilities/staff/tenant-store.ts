import type { Settings } from '@lingxi/contract/staff'
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
    async findSettings(tenantId: string): Promise<Settings | undefined> {
      const row = await tables.selectFrom('tenants').select('settings').where('id', '=', tenantId).executeTakeFirst()
      return row?.settings
    },
    /** Undefined when there is no such company. */
    async changeSettings(tenantId: string, settings: Settings): Promise<Settings | undefined> {
      const row = await tables
        .updateTable('tenants')
        .set({ settings })
        .where('id', '=', tenantId)
        .returning('settings')
        .executeTakeFirst()
      return row?.settings
    },
  }
}

export type TenantStore = ReturnType<typeof createTenantStore>
