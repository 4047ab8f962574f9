/** Trainings, in SQL: one goes on at a time for each company. */
import type { Training } from '@lingxi/contract/training'
import { type Selectable, sql } from 'kysely'
import type { Handle, TeachingTables, TrainingRow } from './teaching-store.ts'

const mostListed = 50

export function createTrainingsStore({ tables }: TeachingTables) {
  const ofTenant = (tenantId: string) => tables.selectFrom('trainings').selectAll().where('tenant_id', '=', tenantId)
  /** A training that is over is never changed again. */
  const changing = (tenantId: string, id: string) =>
    tables
      .updateTable('trainings')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .where('state', '=', 'running')

  return {
    /** Newest first. */
    list: async (tenantId: string): Promise<Training[]> =>
      (await ofTenant(tenantId).orderBy('id', 'desc').limit(mostListed).execute()).map(toTraining),
    async find(tenantId: string, id: string): Promise<Training | undefined> {
      const row = await ofTenant(tenantId).where('id', '=', id).executeTakeFirst()
      return row && toTraining(row)
    },
    async last(tenantId: string): Promise<Training | undefined> {
      const row = await ofTenant(tenantId).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row && toTraining(row)
    },
    async running(tenantId: string): Promise<Training | undefined> {
      const row = await ofTenant(tenantId).where('state', '=', 'running').executeTakeFirst()
      return row && toTraining(row)
    },

    /** False when one goes on. */
    async insert(
      tenantId: string,
      given: { id: string; note: string; by: string | null; at: string },
      handle: Handle,
    ): Promise<boolean> {
      const fresh = { state: 'running', step: 'waiting', done: 0, attempts: 0 } as const
      const row = await handle
        .insertInto('trainings')
        .values({
          tenant_id: tenantId,
          id: given.id,
          ...fresh,
          failure: null,
          note: given.note,
          version_id: null,
          started_by: given.by,
          started_at: given.at,
          ended_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },

    /** A process takes it up: how often one has, this time included, whose it is, and what was kept of it; undefined when it is over. */
    async takeUp(tenantId: string, id: string) {
      const row = await changing(tenantId, id)
        .set({ step: 'reading', done: 0, attempts: sql`attempts + 1` })
        .returning(['attempts', 'note', 'started_by', 'version_id'])
        .executeTakeFirst()
      return row && { attempts: row.attempts, note: row.note, by: row.started_by, versionId: row.version_id }
    },

    /** False when it is over: cancelled meanwhile. */
    async tell(tenantId: string, id: string, { step, done }: Pick<Training, 'step' | 'done'>): Promise<boolean> {
      const { numUpdatedRows } = await changing(tenantId, id).set({ step, done }).executeTakeFirst()
      return Number(numUpdatedRows) > 0
    },

    /** False when it was over already. */
    async end(
      tenantId: string,
      id: string,
      ended: { state: Exclude<Training['state'], 'running'>; failure: Training['failure']; at: string },
    ): Promise<boolean> {
      const { state, failure, at } = ended
      const { numUpdatedRows } = await changing(tenantId, id).set({ state, failure, ended_at: at }).executeTakeFirst()
      return Number(numUpdatedRows) > 0
    },
  }
}

const toTraining = (row: Selectable<TrainingRow>): Training => ({
  id: row.id,
  state: row.state,
  step: row.step,
  done: row.done,
  failure: row.failure,
  versionId: row.version_id,
  startedBy: row.started_by,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})
