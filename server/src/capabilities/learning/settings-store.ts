/** What a company lets the machine do by itself, in SQL. */
import { LearningSettings } from '@lingxi/contract/learning'
import { type Database, withTables } from '#platform/database'

type Tables = { learning_settings: { tenant_id: string; body: unknown } }

export function createSettingsStore(database: Database) {
  const tables = withTables<Tables>(database)
  return {
    async find(tenantId: string): Promise<LearningSettings> {
      const query = tables.selectFrom('learning_settings').select('body').where('tenant_id', '=', tenantId)
      const row = await query.executeTakeFirst()
      return LearningSettings.parse(row?.body ?? {})
    },
    async keep(tenantId: string, settings: LearningSettings): Promise<LearningSettings> {
      const body = JSON.stringify(settings)
      await tables
        .insertInto('learning_settings')
        .values({ tenant_id: tenantId, body })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ body }))
        .execute()
      return settings
    },
  }
}
