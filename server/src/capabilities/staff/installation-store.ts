import type { Settings } from '@lingxi/contract/staff'
import { sql } from 'kysely'
import { type Database, type DatabaseTransaction, withTables } from '#platform/database'
import { isActiveAdmin, type StaffRow, type StaffTables } from './staff-tables.ts'

/** What is there: any active admin, and the account of one address. */
export type Seen = { hasAdmin: boolean; account: StaffRow | undefined }

/** The first start, and each start after it. */
export function createInstallationStore(database: Database) {
  const tables = withTables<StaffTables>(database)
  return {
    see: (tenantId: string, email: string): Promise<Seen> => see(tables, tenantId, email),

    /**
     * Makes the company where it is missing, and `admin` an active admin with that password. Does nothing and returns
     * undefined when the people are no longer as they were seen: another process was quicker, so look again.
     */
    install(tenantId: string, plan: Plan): Promise<StaffRow | undefined> {
      return tables.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('tenants')
          .values({ id: tenantId, ...plan.company })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        await transaction.selectFrom('tenants').select('id').where('id', '=', tenantId).forUpdate().execute()
        if (!isSame(plan.seen, await see(transaction, tenantId, plan.admin.email))) return
        const { account } = plan.seen
        if (!account) return addAdmin(transaction, { tenant_id: tenantId, ...plan.admin })
        return readmit(transaction, account, plan.admin.password_hash)
      })
    },
  }
}

export type InstallationStore = ReturnType<typeof createInstallationStore>
type Plan = {
  company: { settings: Settings; signing_secret: string; created_at: string }
  admin: Omit<StaffRow, 'tenant_id' | 'groups'>
  seen: Seen
}
type Handle = Pick<DatabaseTransaction<StaffTables>, 'selectFrom'>

async function see(handle: Handle, tenantId: string, email: string): Promise<Seen> {
  const rows = await handle
    .selectFrom('staff')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where((either) => either.or([either('email', '=', email), either('role', '=', 'admin')]))
    .execute()
  return { hasAdmin: rows.some(isActiveAdmin), account: rows.find((row) => row.email === email) }
}

function isSame(before: Seen, now: Seen): boolean {
  const facts = ({ hasAdmin, account }: Seen) =>
    JSON.stringify([hasAdmin, account?.password_hash, account?.role, account?.active])
  return facts(before) === facts(now)
}

const addAdmin = (transaction: DatabaseTransaction<StaffTables>, admin: Omit<StaffRow, 'groups'>): Promise<StaffRow> =>
  transaction
    .insertInto('staff')
    .values({ ...admin, groups: sql`'[]'::jsonb` })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Another password ends what was opened with the old one. */
async function readmit(
  transaction: DatabaseTransaction<StaffTables>,
  { tenant_id, id }: StaffRow,
  hash: string,
): Promise<StaffRow> {
  const row = await transaction
    .updateTable('staff')
    .set({ password_hash: hash, role: 'admin', active: true })
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await transaction.deleteFrom('sign_ins').where('tenant_id', '=', tenant_id).where('staff_id', '=', id).execute()
  return row
}
