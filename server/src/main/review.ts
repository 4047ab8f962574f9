/** What is learnt after conversations: the jobs that come round, and what people ask and decide about it. */
import type { JobKind } from '#platform/jobs'
import { createLearningRoutes } from '../capabilities/learning/learning-routes.ts'
import { createReviewConversations } from '../journeys/review/review-conversations.ts'
import { mainTenant, type Parts, type Platform } from './parts.ts'

export function createReview(platform: Platform, parts: Parts) {
  const { clock, log } = platform
  const { learning, conversations } = parts
  const reviewConversations = createReviewConversations({ conversations, learning, clock, log })

  const jobs: JobKind[] = [
    {
      name: 'review-conversations',
      run: async () => void (await reviewConversations(mainTenant)),
      schedule: '*/5 * * * *',
    },
  ]
  return { jobs, handlers: createLearningRoutes({ learning }) }
}
