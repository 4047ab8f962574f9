/** Every operation of the HTTP API, in one table. */
import { openaiRoutes, restRoutes, webRoutes } from './channel-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { exchangeRoutes } from './exchange.ts'
import { evaluationRoutes } from './evaluation-routes.ts'
import { graphRoutes } from './graph-routes.ts'
import { knowledgeRoutes } from './knowledge-routes.ts'
import { learningRoutes } from './learning-routes.ts'
import { relationsRoutes } from './relations-routes.ts'
import { sourceRoutes } from './source-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { wordsRoutes } from './words-routes.ts'

export const api = {
  ...staffRoutes,
  ...deskRoutes,
  ...knowledgeRoutes,
  ...sourceRoutes,
  ...graphRoutes,
  ...exchangeRoutes,
  ...learningRoutes,
  ...relationsRoutes,
  ...evaluationRoutes,
  ...wordsRoutes,
  ...reviewRoutes,
  ...webRoutes,
  ...restRoutes,
  ...openaiRoutes,
}
export type Api = typeof api
