/** The role that works: the jobs by name, and what goes round by the clock. The other of the two places that catch. */
import type { JobKind } from '#platform/jobs'
import { createCloseQuiet } from '../journeys/desk/close-quiet.ts'
import { createLookAfterFlows } from '../journeys/turn/look-after-flows.ts'
import { createEvaluation } from './evaluation.ts'
import { createRehearsing } from './rehearsing.ts'
import { createReplaying } from './replaying.ts'
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
  async function endLost(): Promise<void> {
    const count = await parts.perform.endLost(mainTenant)
    if (count > 0) platform.log.warn('lost-actions-ended', { count })
  }
  const lookAfterFlows = createLookAfterFlows({
    conversations,
    flows: parts.flows.flows,
    turns: parts.turns,
    timeZoneOf: async (tenantId) => (await staff.getSettings(tenantId)).timeZone,
    clock: platform.clock,
    log: platform.log,
  })
  const { relations } = parts.knowledge
  const learnRelations = () => relations.learnRequested(mainTenant, () => parts.learning.servedAnswers(mainTenant))
  const servedPaths = () => parts.learning.servedPaths(mainTenant)
  const { learning: graph } = parts.graph
  const kinds: JobKind[] = [
    { name: 'deliver', run: parts.deliver },
    { ...parts.perform.job, atOnce: 6 },
    { name: 'forget-action-runs', run: () => parts.actionParts.actions.forgetOld(mainTenant), schedule: '37 3 * * *' },
    { name: 'end-lost-actions', run: endLost, schedule: '*/10 * * * *' },
    { name: 'look-after-articles', run: () => lookAfterArticles(mainTenant), schedule: '7 * * * *' },
    { name: 'learn-relations', run: learnRelations, schedule: '* * * * *' },
    { name: 'learn-nightly', run: () => relations.request(mainTenant), schedule: '23 3 * * *' },
    { name: 'learn-graph', run: () => graph.learnRequested(mainTenant, servedPaths), schedule: '* * * * *' },
    {
      name: 'teach-graph-nightly',
      run: () => graph.requestWhereTaught(mainTenant, servedPaths),
      schedule: '53 3 * * *',
    },
    { name: 'gather-messages', run: () => parts.teaching.gather(mainTenant), schedule: '*/10 * * * *' },
    { name: 'look-after-flows', run: () => lookAfterFlows(mainTenant), schedule: '* * * * *' },
    { name: 'close-quiet', run: () => closeQuiet(mainTenant), schedule: '*/10 * * * *' },
  ]
  kinds.push(...createReview(platform, parts).jobs, ...createEvaluation(platform, parts).jobs, ...parts.ingestion.kinds)
  kinds.push(...parts.teaching.kinds)
  kinds.push(...parts.flows.kinds, ...createRehearsing(platform, parts).jobs, createReplaying(platform, parts))
  kinds.push(...parts.choosing.kinds)
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
