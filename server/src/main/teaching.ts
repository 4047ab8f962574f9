/** Teaching put together: what is taught is learnt by a job, and what is released reads messages in every process. */
import { join } from 'node:path'
import type { Conversations } from '#conversations'
import type { Learning } from '#learning'
import { createTeaching, findingsJob, suggestionsJob, trainingJob } from '#teaching'
import { trainUnderstanding, type Understanding } from '#understanding'
import type { JobKind, Jobs } from '#platform/jobs'
import { createLabellingRoutes } from '../capabilities/teaching/labelling-routes.ts'
import { createLessonFileRoutes } from '../capabilities/teaching/lesson-file-routes.ts'
import { createTeachingRoutes } from '../capabilities/teaching/teaching-routes.ts'
import { createTrainingRoutes } from '../capabilities/teaching/training-routes.ts'
import { findPersonalData } from '../capabilities/understanding/personal-data/find-personal-data.ts'
import { tokenisePersonalData } from '../capabilities/understanding/personal-data/tokens.ts'
import { createFollowReleases } from '../journeys/training/follow-releases.ts'
import { createGatherMessages } from '../journeys/training/gather-messages.ts'
import { createTrain } from '../journeys/training/train.ts'
import type { Platform } from './parts.ts'

type Parts = {
  jobs: Jobs
  understanding: Pick<Understanding, 'use' | 'understand' | 'readAgain'>
  conversations: Conversations
  /** Where the reading of conversations stands. */
  cursors: Learning
  /** Throws why a version may not read customers' messages yet. */
  checkReplay: (tenantId: string, version: string) => Promise<void>
}

const released = 'released'
const longestTraining = 4 * 3_600
/** Longer than the thread that looks is given, and what is handed to it takes. */
const longestLook = 600

export function createTeachingParts(
  platform: Platform,
  { jobs, understanding, conversations, cursors, checkReplay }: Parts,
) {
  const { opened, clock, ids, log, signals } = platform
  const teaching = createTeaching({
    database: opened.database,
    jobs,
    clock,
    ids,
    packsFolder: join(import.meta.dirname, '../../../packs'),
    onRelease(tenantId) {
      follow(tenantId)
      signals.tell('understanding', tenantId, { id: released })
    },
    onCancel: (tenantId, trainingId) => signals.tell('understanding', tenantId, { id: trainingId }),
  })

  const followReleases = createFollowReleases({ versions: teaching.versions, use: understanding.use, log })
  const follow = (tenantId: string) =>
    void followReleases(tenantId).catch((error: unknown) => log.error('releases-not-followed', { tenantId }, error))

  const train = createTrain({
    teaching,
    learn: trainUnderstanding,
    onTrainingChanged: (listener) =>
      signals.follow(({ topic, id }) => {
        if (topic === 'understanding') listener(id)
      }),
    clock,
    log,
  })
  const gather = createGatherMessages({
    conversations,
    cursors,
    inbox: teaching.inbox,
    mask: (text) => tokenisePersonalData(text, findPersonalData(text)).text,
    understand: understanding.understand,
    readAgain: understanding.readAgain,
    clock,
    log,
  })
  const kinds: JobKind[] = [
    {
      name: trainingJob,
      expireInSeconds: longestTraining,
      async run(body, { stopping }) {
        const { tenantId, trainingId } = body as { tenantId: string; trainingId: string }
        await train(tenantId, trainingId, stopping)
      },
    },
    lookingJob(findingsJob, teaching.findings),
    lookingJob(suggestionsJob, teaching.suggestions),
  ]
  return {
    teaching,
    lessonHandlers: createTeachingRoutes({ teaching }),
    labellingHandlers: createLabellingRoutes({ teaching, gather }),
    fileHandlers: createLessonFileRoutes({ teaching }),
    trainingHandlers: createTrainingRoutes({ teaching, mayRelease: checkReplay }),
    kinds,
    gather,
    /** Lets read what is released now; again whenever another process tells of it. Rejects when the database is away. */
    load: followReleases,
  }
}

type Looks = { look(tenantId: string): Promise<void>; giveUp(tenantId: string): Promise<void> }

/** One that breaks for good must not be waited for. */
function lookingJob(name: string, { look, giveUp }: Looks): JobKind {
  return {
    name,
    expireInSeconds: longestLook,
    async run(body, { last }) {
      const { tenantId } = body as { tenantId: string }
      try {
        await look(tenantId)
      } catch (error) {
        if (last) await giveUp(tenantId)
        throw error
      }
    },
  }
}
