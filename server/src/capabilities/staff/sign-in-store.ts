import { type Database, withTables } from '#platform/database'
import type { StaffRow, StaffTables } from './staff-tables.ts'

/** What became of a refresh token: replaced at `at`, a copy that ended the sign-in, or of no sign-in that lasts. */
export type Rotation =
  | { kind: 'rotated'; at: string; person: StaffRow }
  | { kind: 'reused'; staffId: string }
  | { kind: 'gone' }

/** Who is signed in, on which device, until when. */
export function createSignInStore(database: Database) {
  const tables = withTables<StaffTables>(database)
  return {
    findByEmail: (tenantId: string, email: string): Promise<StaffRow | undefined> =>
      tables
        .selectFrom('staff')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('email', '=', email)
        .executeTakeFirst(),

    /**
     * Opens a sign-in for the person whose password was just verified. Undefined when the password was changed or the
     * person made inactive since: the row's lock puts this wholly before or wholly after such a change.
     */
    open(tenantId: string, person: StaffRow, opening: Opening): Promise<StaffRow | undefined> {
      return tables.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('staff')
          .set({ last_sign_in_at: opening.at })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', person.id)
          .where('password_hash', '=', person.password_hash)
          .where('active', '=', true)
          .returningAll()
          .executeTakeFirst()
        if (!row) return
        await transaction
          .insertInto('sign_ins')
          .values({
            tenant_id: tenantId,
            id: opening.signInId,
            staff_id: row.id,
            token_hash: opening.tokenHash,
            created_at: opening.at,
            expires_at: opening.expiresAt,
          })
          .execute()
        return row
      })
    },

    /** Replaces the token, alone with its row: of two who come at once one replaces, the other sees it replaced. */
    rotate(tenantId: string, signInId: string, turn: Turn): Promise<Rotation> {
      return tables.transaction().execute(async (transaction): Promise<Rotation> => {
        const row = await transaction
          .selectFrom('sign_ins')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('id', '=', signInId)
          .where('expires_at', '>', turn.at)
          .forUpdate()
          .executeTakeFirst()
        if (!row) return { kind: 'gone' }
        const person = await transaction
          .selectFrom('staff')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('id', '=', row.staff_id)
          .where('active', '=', true)
          .executeTakeFirst()
        if (!person) return { kind: 'gone' }

        if (row.token_hash === turn.tokenHash) {
          await transaction
            .updateTable('sign_ins')
            .set({
              token_hash: turn.nextHash,
              previous_token_hash: turn.tokenHash,
              rotated_at: turn.at,
              expires_at: turn.expiresAt,
            })
            .where('tenant_id', '=', tenantId)
            .where('id', '=', signInId)
            .execute()
          return { kind: 'rotated', at: turn.at, person }
        }
        const isSecondTab = row.previous_token_hash === turn.tokenHash
        if (isSecondTab && row.rotated_at && row.rotated_at >= turn.toleratedSince)
          return { kind: 'rotated', at: row.rotated_at, person }

        await transaction.deleteFrom('sign_ins').where('tenant_id', '=', tenantId).where('id', '=', signInId).execute()
        return { kind: 'reused', staffId: row.staff_id }
      })
    },

    /** The person as they are now, while this sign-in of theirs lasts. */
    findSignedIn(tenantId: string, staffId: string, signInId: string): Promise<SignedInState | undefined> {
      return tables
        .selectFrom('sign_ins')
        .innerJoin('staff', (join) =>
          join
            .onRef('staff.tenant_id', '=', 'sign_ins.tenant_id')
            .onRef('staff.id', '=', 'sign_ins.staff_id')
            .on('staff.active', '=', true),
        )
        .select(['staff.role', 'staff.name', 'staff.groups', 'sign_ins.expires_at as expiresAt'])
        .where('sign_ins.tenant_id', '=', tenantId)
        .where('sign_ins.id', '=', signInId)
        .where('sign_ins.staff_id', '=', staffId)
        .executeTakeFirst()
    },

    /** Returns whose it was. */
    async end(tenantId: string, signInId: string): Promise<string | undefined> {
      const row = await tables
        .deleteFrom('sign_ins')
        .where('tenant_id', '=', tenantId)
        .where('id', '=', signInId)
        .returning('staff_id')
        .executeTakeFirst()
      return row?.staff_id
    },

    /** Rows someone else has in hand are left for the next time, so that two who clean never wait for each other. */
    async removeExpired(tenantId: string, at: string): Promise<void> {
      await tables
        .deleteFrom('sign_ins')
        .where('tenant_id', '=', tenantId)
        .where('id', 'in', (expired) =>
          expired
            .selectFrom('sign_ins')
            .select('id')
            .where('tenant_id', '=', tenantId)
            .where('expires_at', '<=', at)
            .limit(1000)
            .forUpdate()
            .skipLocked(),
        )
        .execute()
    },
  }
}

export type SignInStore = ReturnType<typeof createSignInStore>
export type SignedInState = Pick<StaffRow, 'role' | 'name' | 'groups'> & { expiresAt: string }
type Opening = { signInId: string; tokenHash: string; at: string; expiresAt: string }
type Turn = { tokenHash: string; nextHash: string; at: string; toleratedSince: string; expiresAt: string }
