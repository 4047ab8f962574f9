import { z } from 'zod'
import { Finding, FindingKind, FindingState, LearningSettings } from './learning.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const why = z.string().trim().min(1).max(500)
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

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
  lookNow: route({
    method: 'POST',
    path: '/api/v1/learning/runs',
    area: 'Learning',
    access: 'supervisor',
    summary: 'Read the newest conversations and look at the newest changes now instead of at the next round',
    ok: z.null(),
    status: 204,
  }),
  listFindings: route({
    method: 'GET',
    path: '/api/v1/learning/findings',
    area: 'Learning',
    access: 'staff',
    summary: 'What is wrong with articles or between them, the gravest first, with how many are open of each kind',
    query: z.strictObject({
      state: FindingState.default('open'),
      kind: FindingKind.optional(),
      articleId: z.string().max(80).optional(),
      ...page,
    }),
    ok: z.strictObject({ findings: z.array(Finding), total: z.int(), open: z.record(z.string(), z.int()) }),
  }),
  ignoreFinding: route({
    method: 'POST',
    path: '/api/v1/learning/findings/:id/ignore',
    area: 'Learning',
    access: 'supervisor',
    summary: 'Say that a finding is none, and why; it stays so until its articles say something else',
    params: byId,
    body: z.strictObject({ why }),
    ok: z.null(),
    status: 204,
  }),
  reopenFinding: route({
    method: 'POST',
    path: '/api/v1/learning/findings/:id/reopen',
    area: 'Learning',
    access: 'supervisor',
    summary: 'Take back that a finding was ignored',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
}
