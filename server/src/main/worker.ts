/** The role that works: the jobs by name, and what goes round by the clock. The other of the two places that catch. */
import type { JobKind } from '#platform/jobs'
import { createCloseQuiet } from '../journeys/desk/close-quiet.ts'
import { createEvaluation } from './evaluation.ts'
import { createReview } from './review.ts'
import { mainTenant, type Parts, type Platform } from './parts.ts'

export async function startWorker(platform: Platform, parts: Parts): Promise<{ stop(): Promise<void> }> {
  const { conversations, words, staff, delivery } = parts
  const closeQuiet = createCloseQuiet({
    conversations,
    words,
    settings: staff.getSettings,
    deliveryOf: delivery,
    clock: platform.clock,
    ids: platform.ids,
  })
  /** Reminds of what is due, and takes what is over off the shelf. */
  async function lookAfterArticles(tenantId: string): Promise<void> {
    platform.log.info('articles-looked-after', { tenantId, ...(await parts.knowledge.remindAndExpire(tenantId)) })
  }
  const { relations } = parts.knowledge
  const learnRelations = () => relations.learnRequested(mainTenant, () => parts.learning.servedAnswers(mainTenant))
  const kinds: JobKind[] = [
    { name: 'deliver', run: parts.deliver },
    { name: 'look-after-articles', run: () => lookAfterArticles(mainTenant), schedule: '7 * * * *' },
    { name: 'learn-relations', run: learnRelations, schedule: '* * * * *' },
    { name: 'learn-nightly', run: () => relations.request(mainTenant), schedule: '23 3 * * *' },
    { name: 'close-quiet', run: () => closeQuiet(mainTenant), schedule: '*/10 * * * *' },
  ]
  kinds.push(...createReview(platform, parts).jobs, ...createEvaluation(platform, parts).jobs, ...parts.ingestion.kinds)
  await parts.jobs.start(kinds)
  await parts.turns.start(mainTenant)
  await parts.ingestion.begin()
  return {
    async stop() {
      await parts.turns.stop()
      await parts.jobs.stop()
      await parts.ingestion.stop()
    },
  }
}
