/** Trainings and versions, over HTTP. */
import type { Handlers } from '@lingxi/contract/route'
import type { trainingRoutes } from '@lingxi/contract/training-routes'
import type { Teaching } from './teaching.ts'

type Parts = {
  teaching: Teaching
  /** Throws why a version may not read customers' messages yet. */
  mayRelease: (tenantId: string, id: string) => Promise<void>
}

export function createTrainingRoutes({ teaching, mayRelease }: Parts): Handlers<typeof trainingRoutes> {
  const { trainings, versions } = teaching
  return {
    getTeaching: (_asked, { tenantId }) => teaching.overview(tenantId),
    startTraining: ({ body }, { tenantId, staffId: by }) => trainings.start(tenantId, { ...body, by }),
    listTrainings: async (_asked, { tenantId }) => ({ trainings: await trainings.list(tenantId) }),
    getTraining: ({ params }, { tenantId }) => trainings.get(tenantId, params.id),
    cancelTraining: ({ params }, { tenantId }) => trainings.cancel(tenantId, params.id),

    listLearntVersions: async (_asked, { tenantId }) => ({ versions: await versions.list(tenantId) }),
    async releaseVersion({ params }, { tenantId, staffId }) {
      await mayRelease(tenantId, params.id)
      return versions.release(tenantId, params.id, staffId)
    },
    rollBackVersion: async (_asked, { tenantId }) => ({ running: (await versions.rollBack(tenantId)) ?? null }),
    async removeVersion({ params }, { tenantId }) {
      await versions.remove(tenantId, params.id)
      return null
    },
    getVersionEvaluation: ({ params }, { tenantId }) => versions.evaluation(tenantId, params.id),
    listJudgedExamples: ({ params, query }, { tenantId }) => versions.judged(tenantId, params.id, query),
    compareVersions: ({ params, query }, { tenantId }) => versions.compare(tenantId, params.id, query.with),
  }
}
