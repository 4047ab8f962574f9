/** What is learnt after conversations: the jobs that come round, and what people ask and decide about it. */
import { keeper } from '@lingxi/contract/audience'
import type { learningRoutes } from '@lingxi/contract/learning-routes'
import type { Handlers } from '@lingxi/contract/route'
import type { JobKind } from '#platform/jobs'
import { createLearningRoutes } from '../capabilities/learning/learning-routes.ts'
import { createCheckLinks } from '../journeys/review/check-links.ts'
import { createDraftArticle } from '../journeys/review/draft-article.ts'
import { createExamineArticles } from '../journeys/review/examine-articles.ts'
import { createProposeArticle } from '../journeys/review/propose-article.ts'
import { createProposeRevision } from '../journeys/review/propose-revision.ts'
import { createScoreArticles } from '../journeys/review/score-articles.ts'
import { createShowContributors } from '../journeys/review/show-contributors.ts'
import { createShowHealth } from '../journeys/review/show-health.ts'
import { createReviewConversations } from '../journeys/review/review-conversations.ts'
import { createShowFindings } from '../journeys/review/show-findings.ts'
import { createSourceChanged } from '../journeys/review/source-changed.ts'
import { mainTenant, type Parts, type Platform } from './parts.ts'

export function createReview(platform: Platform, parts: Parts) {
  const { clock, log } = platform
  const { learning, answering, conversations, knowledge, staff, ingestion } = parts
  const reviewConversations = createReviewConversations({ conversations, learning, clock, log })
  const { examineArticles, examineThese } = createExamineArticles({
    knowledge,
    learning,
    sourceChanged: createSourceChanged({ sources: ingestion.sources }),
    clock,
    log,
  })
  const checkLinks = createCheckLinks({ knowledge, learning, http: ingestion.http, examine: examineThese, clock, log })
  const proposals = createProposeArticle({ knowledge, learning, clock })
  const draftArticle = createDraftArticle({ learning, answering, model: parts.model })
  const revising = createProposeRevision({ knowledge, learning })
  const scoring = createScoreArticles({ knowledge, learning, clock, log })
  const showHealth = createShowHealth({ learning })
  const showContributors = createShowContributors({ knowledge, learning, staff, clock })
  const showFindings = createShowFindings({ knowledge, learning })

  async function learn(tenantId: string, quiet?: number): Promise<void> {
    await reviewConversations(tenantId, quiet)
    await learning.gaps.group(tenantId)
    await proposals.follow(tenantId)
  }

  async function examine(tenantId: string): Promise<void> {
    await examineArticles(tenantId)
    await revising.correctPrices(tenantId)
  }

  const jobs: JobKind[] = [
    {
      name: 'review-conversations',
      run: () => learn(mainTenant),
      schedule: '*/5 * * * *',
    },
    { name: 'examine-articles', run: () => examine(mainTenant), schedule: '*/10 * * * *' },
    { name: 'check-links', run: async () => void (await checkLinks(mainTenant)), schedule: '41 * * * *' },
    { name: 'score-articles', run: () => scoring.scoreArticles(mainTenant), schedule: '17 * * * *' },
  ]
  const handlers: Handlers<typeof learningRoutes> = {
    ...createLearningRoutes({ learning }),
    async citationOpened({ body: { articleId } }, { tenantId, externalId }) {
      // What nobody could have been shown was not opened.
      const article = await knowledge.getPublished(tenantId, articleId, { reader: keeper })
      if (article) await learning.recordOpened(tenantId, { articleId, readerId: externalId })
      return null
    },
    async lookNow(_asked, { tenantId }) {
      await learn(tenantId, 0)
      await examine(tenantId)
      await scoring.scoreArticles(tenantId)
      return null
    },
    async draftFromGap({ params }, { tenantId }, { signal }) {
      const draft = await draftArticle(tenantId, params.id, signal)
      return { ...draft, near: await revising.near(tenantId, params.id) }
    },
    async extendFromGap({ params, body }, { tenantId, staffId }) {
      // What was released in the meantime is seen before the next proposal takes its place.
      await proposals.follow(tenantId)
      return revising.extend(tenantId, params.id, { ...body, by: staffId })
    },
    correctFinding: ({ params, body }, { tenantId, staffId }) =>
      revising.correct(tenantId, params.id, { ...body, who: staffId }),
    proposeFromGap: ({ params, body }, { tenantId, staffId }) =>
      proposals.propose(tenantId, params.id, { ...body, by: staffId }),
    listHealth: ({ query }, { tenantId }) => showHealth(tenantId, query),
    listActs: ({ query }, { tenantId }) => learning.quality.listActs(tenantId, query),
    async undoAct({ params }, { tenantId, staffId }) {
      await scoring.undo(tenantId, params.id, staffId)
      return null
    },
    listContributors: async ({ query }, { tenantId }) => {
      return { contributors: await showContributors(tenantId, query.days) }
    },
    listFindings: ({ query }, { tenantId }) => showFindings(tenantId, query),
  }
  return { jobs, handlers }
}
