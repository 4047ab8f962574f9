/** Every operation of the HTTP API, in one table. */
import { actionRoutes } from './action-routes.ts'
import { openaiRoutes, restRoutes, webRoutes } from './channel-routes.ts'
import { choosingRoutes } from './choosing-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { dialogueCaseRoutes } from './dialogue-case-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { exchangeRoutes } from './exchange.ts'
import { evaluationRoutes } from './evaluation-routes.ts'
import { flowDraftRoutes, flowVersionRoutes } from './flow-routes.ts'
import { flowSimulationRoutes } from './flow-simulation.ts'
import { graphLearningRoutes } from './graph-learning-routes.ts'
import { graphRoutes } from './graph-routes.ts'
import { knowledgeRoutes } from './knowledge-routes.ts'
import { learningRoutes } from './learning-routes.ts'
import { mcpServerRoutes } from './mcp-server-routes.ts'
import { mcpRoutes } from './mcp-routes.ts'
import { recordingRoutes } from './recording-routes.ts'
import { relationsRoutes } from './relations-routes.ts'
import { releaseReplayRoutes } from './release-replays.ts'
import { sourceRoutes } from './source-routes.ts'
import { reviewRoutes } from './review-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { understandingRoutes } from './understanding-routes.ts'
import { lessonFileRoutes, trainingRoutes } from './training-routes.ts'
import { labellingRoutes } from './labelling-routes.ts'
import { teachingRoutes } from './teaching-routes.ts'
import { ticketRoutes } from './ticket-routes.ts'
import { wordsRoutes } from './words-routes.ts'

export const api = {
  ...staffRoutes,
  ...deskRoutes,
  ...actionRoutes,
  ...mcpServerRoutes,
  ...ticketRoutes,
  ...knowledgeRoutes,
  ...sourceRoutes,
  ...graphRoutes,
  ...graphLearningRoutes,
  ...eventRoutes,
  ...exchangeRoutes,
  ...learningRoutes,
  ...relationsRoutes,
  ...evaluationRoutes,
  ...wordsRoutes,
  ...teachingRoutes,
  ...trainingRoutes,
  ...lessonFileRoutes,
  ...labellingRoutes,
  ...flowDraftRoutes,
  ...flowVersionRoutes,
  ...flowSimulationRoutes,
  ...choosingRoutes,
  ...dialogueCaseRoutes,
  ...releaseReplayRoutes,
  ...recordingRoutes,
  ...reviewRoutes,
  ...understandingRoutes,
  ...webRoutes,
  ...restRoutes,
  ...openaiRoutes,
  ...mcpRoutes,
}
export type Api = typeof api
