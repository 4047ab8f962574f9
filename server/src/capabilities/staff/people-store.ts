import { type RawBuilder, sql } from 'kysely'
import type { Role } from '@lingxi/contract/staff'
import { type Database, type DatabaseTransaction, isUniqueViolation, withTables } from '#platform/database'
import { isActiveAdmin, type StaffRow, type StaffTables } from './staff-tables.ts'

/** The people of a company. */
export function createPeopleStore(database: Database) {
  const tables = withTables<StaffTables>(database)
  return {
    list: (tenantId: string): Promise<StaffRow[]> =>
      tables
        .selectFrom('staff')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),

    find: (tenantId: string, id: string): Promise<StaffRow | undefined> =>
      tables.selectFrom('staff').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst(),

    async add(tenantId: string, person: Omit<StaffRow, 'tenant_id'>): Promise<StaffRow | 'already-exists'> {
      try {
        return await tables
          .insertInto('staff')
          .values({ tenant_id: tenantId, ...person, groups: asDocument(person.groups) })
          .returningAll()
          .executeTakeFirstOrThrow()
      } catch (error) {
        if (isUniqueViolation(error)) return 'already-exists'
        throw error
      }
    },

    /** Refuses to leave a company without an active admin; whoever is made inactive is signed out everywhere. */
    change(tenantId: string, id: string, change: Change): Promise<StaffRow | 'not-found' | 'last-admin'> {
      return tables.transaction().execute(async (transaction) => {
        await lockCompany(transaction, tenantId)
        const admins = await transaction
          .selectFrom('staff')
          .select('id')
          .where('tenant_id', '=', tenantId)
          .where('role', '=', 'admin')
          .where('active', '=', true)
          .execute()
        const changed = await transaction
          .selectFrom('staff')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (!changed) return 'not-found'
        const row = { ...changed, ...change }
        if (!isActiveAdmin(row) && admins.every((admin) => admin.id === id) && isActiveAdmin(changed))
          return 'last-admin'
        // The person first, their sign-ins after: a sign-in that is being opened locks them in the same order.
        const written = await transaction
          .updateTable('staff')
          .set({ name: row.name, role: row.role, active: row.active, groups: asDocument(row.groups) })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow()
        if (!written.active) await endSignIns(transaction, written)
        return written
      })
    },

    /** False when there is no such person or, given `instead`, when that is no longer their password's hash. */
    setPassword(tenantId: string, id: string, password: NewPassword): Promise<boolean> {
      return tables.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('staff')
          .set({ password_hash: password.hash })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', id)
          .$if(password.instead !== undefined, (query) => query.where('password_hash', '=', password.instead!))
          .returningAll()
          .executeTakeFirst()
        if (row) await endSignIns(transaction, row, password.exceptSignIn)
        return row !== undefined
      })
    },
  }
}

/** The driver takes a list for an array of SQL, which the column is not. */
const asDocument = (list: string[]): RawBuilder<string[]> => sql`${JSON.stringify(list)}::jsonb`

/** Whoever changes who the admins are does so one after the other. */
async function lockCompany(transaction: DatabaseTransaction<StaffTables>, tenantId: string): Promise<void> {
  await transaction.selectFrom('tenants').select('id').where('id', '=', tenantId).forUpdate().execute()
}

async function endSignIns(
  transaction: DatabaseTransaction<StaffTables>,
  { tenant_id, id }: StaffRow,
  except?: string,
): Promise<void> {
  await transaction
    .deleteFrom('sign_ins')
    .where('tenant_id', '=', tenant_id)
    .where('staff_id', '=', id)
    .$if(except !== undefined, (query) => query.where('id', '!=', except!))
    .execute()
}

export type PeopleStore = ReturnType<typeof createPeopleStore>
type Change = { name?: string; role?: Role; active?: boolean; groups?: string[] }
type NewPassword = { hash: string; instead?: string; exceptSignIn?: string }
