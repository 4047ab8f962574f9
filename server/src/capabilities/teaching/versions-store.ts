/** What was learnt, version by version, and which of them reads, in SQL. */
import type { LearntVersion, VersionEvaluation } from '@lingxi/contract/training'
import { type Selectable, sql, type Updateable } from 'kysely'
import type { Handle, TeachingTables, TrainingRow, VersionRow } from './teaching-store.ts'

export type NewVersion = {
  id: string
  note: string
  taught: LearntVersion['taught']
  evaluation: Omit<VersionEvaluation, 'versionId'>
  artefact: Uint8Array
  seconds: number
  /** How often what is taught had been changed when it was read. */
  changes: number
  at: string
  by: string | null
}

type MadeOf = { trainingId: string; versionId: string }

export function createVersionsStore({ tables }: TeachingTables) {
  const listed = (tenantId: string, handle: Handle = tables) =>
    handle
      .selectFrom('learnt_versions')
      .select(['id', 'number', 'note', 'taught', 'figures', 'bytes', 'seconds', 'created_at', 'created_by'])
      .select(({ selectFrom }) => [
        selectFrom('learnt_releases')
          .select('released_at')
          .whereRef('learnt_releases.tenant_id', '=', 'learnt_versions.tenant_id')
          .whereRef('learnt_releases.version_id', '=', 'learnt_versions.id')
          .orderBy('learnt_releases.id', 'desc')
          .limit(1)
          .as('released_at'),
        selectFrom('learnt_releases')
          .select('released_by')
          .whereRef('learnt_releases.tenant_id', '=', 'learnt_versions.tenant_id')
          .whereRef('learnt_releases.version_id', '=', 'learnt_versions.id')
          .orderBy('learnt_releases.id', 'desc')
          .limit(1)
          .as('released_by'),
        selectFrom('teaching')
          .select('running_version')
          .whereRef('teaching.tenant_id', '=', 'learnt_versions.tenant_id')
          .as('running'),
      ])
      .where('tenant_id', '=', tenantId)

  /** False when it is over. */
  async function changeTraining(
    tenantId: string,
    id: string,
    { handle, to }: { handle: Handle; to: Updateable<TrainingRow> },
  ): Promise<boolean> {
    const changing = handle.updateTable('trainings').set(to).where('tenant_id', '=', tenantId).where('id', '=', id)
    const { numUpdatedRows } = await changing.where('state', '=', 'running').executeTakeFirst()
    return Number(numUpdatedRows) > 0
  }

  return {
    /** Newest first. */
    list: async (tenantId: string, handle: Handle = tables): Promise<LearntVersion[]> =>
      (await listed(tenantId, handle).orderBy('number', 'desc').execute()).map(toVersion),

    async find(tenantId: string, id: string, handle: Handle = tables): Promise<LearntVersion | undefined> {
      const row = await listed(tenantId, handle).where('id', '=', id).executeTakeFirst()
      return row && toVersion(row)
    },

    async evaluation(tenantId: string, id: string): Promise<VersionEvaluation | undefined> {
      const query = tables.selectFrom('learnt_versions').select(['evaluation', 'figures'])
      const row = await query.where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
      return row && { versionId: id, ...row.evaluation, figures: row.figures }
    },

    async artefact(tenantId: string, id: string): Promise<Uint8Array | undefined> {
      const query = tables.selectFrom('learnt_versions').select('artefact').where('tenant_id', '=', tenantId)
      const row = await query.where('id', '=', id).executeTakeFirst()
      return row && new Uint8Array(row.artefact)
    },

    /** How often what is taught had been changed when this version read it. */
    async changes(tenantId: string, id: string): Promise<number | undefined> {
      const query = tables.selectFrom('learnt_versions').select('changes').where('tenant_id', '=', tenantId)
      const row = await query.where('id', '=', id).executeTakeFirst()
      return row && Number(row.changes)
    },

    async insert(tenantId: string, version: NewVersion, handle: Handle): Promise<void> {
      const { figures, ...evaluation } = version.evaluation
      const highest = handle
        .selectFrom('learnt_versions')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('tenant_id', '=', tenantId)
      const number = ((await highest.executeTakeFirst())?.number ?? 0) + 1
      await handle
        .insertInto('learnt_versions')
        .values({
          tenant_id: tenantId,
          id: version.id,
          number,
          note: version.note,
          taught: JSON.stringify(version.taught),
          figures: JSON.stringify(figures),
          evaluation: JSON.stringify(evaluation),
          artefact: version.artefact,
          bytes: version.artefact.length,
          seconds: version.seconds,
          changes: version.changes,
          created_at: version.at,
          created_by: version.by,
        })
        .execute()
    },

    /** False when it is gone. */
    async judge(
      tenantId: string,
      { id, evaluation: judged }: Pick<NewVersion, 'id' | 'evaluation'>,
      handle: Handle,
    ): Promise<boolean> {
      const { figures, ...evaluation } = judged
      const { numUpdatedRows } = await handle
        .updateTable('learnt_versions')
        .set({ figures: JSON.stringify(figures), evaluation: JSON.stringify(evaluation) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return Number(numUpdatedRows) > 0
    },

    async remove(tenantId: string, id: string, handle: Handle): Promise<void> {
      for (const table of ['judged_examples', 'learnt_releases'] as const)
        await handle.deleteFrom(table).where('tenant_id', '=', tenantId).where('version_id', '=', id).execute()
      await handle.deleteFrom('learnt_versions').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },

    async runningId(tenantId: string, handle: Handle = tables): Promise<string | null> {
      const query = handle.selectFrom('teaching').select('running_version').where('tenant_id', '=', tenantId)
      return (await query.executeTakeFirst())?.running_version ?? null
    },
    /** The same, and until the transaction ends nobody else changes it: releases follow one another. */
    async holdRunningId(tenantId: string, handle: Handle): Promise<string | null> {
      await sql`insert into teaching (tenant_id) values (${tenantId}) on conflict do nothing`.execute(handle)
      const query = handle.selectFrom('teaching').select('running_version').where('tenant_id', '=', tenantId)
      return (await query.forUpdate().executeTakeFirstOrThrow()).running_version
    },
    async setRunning(tenantId: string, id: string | null, handle: Handle): Promise<void> {
      await sql`insert into teaching (tenant_id, running_version) values (${tenantId}, ${id})
        on conflict (tenant_id) do update set running_version = ${id}`.execute(handle)
    },
    /** Newest first: which versions were let read, one after the other. */
    async releases(tenantId: string, handle: Handle): Promise<{ id: string; versionId: string }[]> {
      const query = handle.selectFrom('learnt_releases').select(['id', 'version_id']).where('tenant_id', '=', tenantId)
      return (await query.orderBy('id', 'desc').limit(200).execute()).map(({ id, version_id: versionId }) => ({
        id,
        versionId,
      }))
    },
    async insertRelease(
      tenantId: string,
      { id, versionId, at, by }: { id: string; versionId: string; at: string; by: string | null },
      handle: Handle,
    ): Promise<void> {
      const row = { tenant_id: tenantId, id, version_id: versionId, released_at: at, released_by: by }
      await handle.insertInto('learnt_releases').values(row).execute()
    },
    async removeRelease(tenantId: string, id: string, handle: Handle): Promise<void> {
      await handle.deleteFrom('learnt_releases').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
    },
    /** What was made of a training that goes on: false when it is over. */
    tellVersion: (tenantId: string, { trainingId, versionId }: MadeOf, handle: Handle): Promise<boolean> =>
      changeTraining(tenantId, trainingId, { handle, to: { version_id: versionId } }),
    /** False when it is over. */
    endTraining: (tenantId: string, { trainingId, versionId, at }: MadeOf & { at: string }, handle: Handle) =>
      changeTraining(tenantId, trainingId, {
        handle,
        to: { state: 'done', step: 'keeping', done: 1, version_id: versionId, ended_at: at },
      }),
  }
}
export type VersionsStore = ReturnType<typeof createVersionsStore>

type ListedRow = Omit<Selectable<VersionRow>, 'tenant_id' | 'artefact' | 'evaluation' | 'changes'> & {
  released_at: string | null
  released_by: string | null
  running: string | null
}
const toVersion = (row: ListedRow): LearntVersion => ({
  id: row.id,
  number: row.number,
  running: row.running === row.id,
  note: row.note,
  taught: row.taught,
  figures: row.figures,
  bytes: row.bytes,
  seconds: row.seconds,
  createdAt: row.created_at,
  createdBy: row.created_by,
  releasedAt: row.released_at,
  releasedBy: row.released_by,
})
