import { z } from 'zod'
import { LearningSettings } from './learning.ts'
import { route } from './route.ts'

/** What is learnt from conversations about the knowledge, and what people decide about it. */
export const learningRoutes = {
  citationOpened: route({
    method: 'POST',
    path: '/api/v1/web/opened',
    area: 'Web channel',
    access: 'customer',
    summary: 'Say that the customer opened an article that an answer cites; once a day each counts',
    body: z.strictObject({ articleId: z.string().min(1).max(80) }),
    ok: z.null(),
    status: 204,
  }),
  getLearningSettings: route({
    method: 'GET',
    path: '/api/v1/learning/settings',
    area: 'Learning',
    access: 'supervisor',
    summary: 'What the machine may do to articles by itself, and when',
    ok: LearningSettings,
  }),
  changeLearningSettings: route({
    method: 'PUT',
    path: '/api/v1/learning/settings',
    area: 'Learning',
    access: 'supervisor',
    summary: 'Change what the machine may do to articles by itself',
    body: LearningSettings,
    ok: LearningSettings,
  }),
}
