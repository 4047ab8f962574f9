/** The role that listens: HTTP, the channels' webhooks, and sockets. */
import { actionRoutes } from '@lingxi/contract/action-routes'
import { openaiRoutes, restRoutes, webRoutes } from '@lingxi/contract/channel-routes'
import { choosingRoutes } from '@lingxi/contract/choosing-routes'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { dialogueCaseRoutes } from '@lingxi/contract/dialogue-case-routes'
import { eventRoutes } from '@lingxi/contract/event-routes'
import { exchangeRoutes } from '@lingxi/contract/exchange'
import { flowDraftRoutes, flowVersionRoutes } from '@lingxi/contract/flow-routes'
import { flowSimulationRoutes } from '@lingxi/contract/flow-simulation'
import { evaluationRoutes } from '@lingxi/contract/evaluation-routes'
import { graphLearningRoutes } from '@lingxi/contract/graph-learning-routes'
import { graphRoutes } from '@lingxi/contract/graph-routes'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { learningRoutes } from '@lingxi/contract/learning-routes'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { reviewRoutes } from '@lingxi/contract/review-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { mcpServerRoutes } from '@lingxi/contract/mcp-server-routes'
import { mcpRoutes } from '@lingxi/contract/mcp-routes'
import { releaseReplayRoutes } from '@lingxi/contract/release-replays'
import { recordingRoutes } from '@lingxi/contract/recording-routes'
import { relationsRoutes } from '@lingxi/contract/relations-routes'
import { understandingRoutes } from '@lingxi/contract/understanding-routes'
import { labellingRoutes } from '@lingxi/contract/labelling-routes'
import { teachingRoutes } from '@lingxi/contract/teaching-routes'
import { lessonFileRoutes, trainingRoutes } from '@lingxi/contract/training-routes'
import { ticketRoutes } from '@lingxi/contract/ticket-routes'
import { wordsRoutes } from '@lingxi/contract/words-routes'
import { adaptMessage } from '#channels'
import { openaiAbilities, writeChunks, writeCompletion, writeModels } from '../capabilities/channels/openai/openai.ts'
import { writeRestMessages } from '../capabilities/channels/rest/rest.ts'
import { parseCursor, readMessage } from '../capabilities/channels/web/web.ts'
import { createGraphLearningRoutes } from '../capabilities/graph/graph-learning-routes.ts'
import { createGraphRoutes } from '../capabilities/graph/graph-routes.ts'
import { createKnowledgeRoutes } from '../capabilities/knowledge/knowledge-routes.ts'
import { createRelationsRoutes } from '../capabilities/knowledge/relations-routes.ts'
import { createWordsRoutes } from '../capabilities/knowledge/words-routes.ts'
import { createReviewRoutes } from '../capabilities/knowledge/review-routes.ts'
import { createStaffRoutes } from '../capabilities/staff/staff-routes.ts'
import { createUnderstandingRoutes } from '../capabilities/understanding/understanding-routes.ts'
import { createDesk } from '../journeys/desk/desk.ts'
import { createTicketRoutes } from '../journeys/desk/tickets.ts'
import { createLive } from '../journeys/desk/live.ts'
import { createExchangeRoutes } from '../journeys/exchange/exchange-routes.ts'
import { createHelpCentre } from '../journeys/help-centre/help-centre.ts'
import { createCollect } from '../journeys/turn/collect.ts'
import { createEventRoutes } from '../journeys/turn/event-routes.ts'
import { createPaced } from '../journeys/turn/paced.ts'
import { effectOf } from '../journeys/turn/perform.ts'
import { createRequestRoutes } from '../journeys/turn/request-routes.ts'
import { createSimulateFlows } from '../journeys/simulating/simulate-flows.ts'
import { createTryQuestion } from '../journeys/turn/try-question.ts'
import { createWebRoutes } from '../journeys/turn/web-routes.ts'
import { createWebSocket } from '../journeys/turn/web-socket.ts'
import { createAuthenticate } from './authenticate.ts'
import { createClose } from './close.ts'
import { mountDocs } from './docs.ts'
import { createEvaluation } from './evaluation.ts'
import { followHelpDomain, rewriteHelp } from './help-domain.ts'
import { mountHelpPages } from './help-pages.ts'
import { createHttpEdge } from './http-edge.ts'
import { countCallers, type Limits, perMinute } from './limits.ts'
import { createMcp } from './mcp.ts'
import { mount } from './mount.ts'
import { mountOperations } from './operations.ts'
import { mountPages } from './pages.ts'
import { mainTenant, type Parts, type Platform } from './parts.ts'
import { createRecordings } from './recordings.ts'
import { createRehearsing } from './rehearsing.ts'
import { createReview } from './review.ts'
import { mountSockets } from './sockets.ts'

type Options = {
  demo: boolean
  trustProxy: boolean
  version: string
  isReady: () => boolean
  pages: boolean
  limits: Limits
  /** Pages of these origins may speak the Model Context Protocol. */
  mcpOrigins?: readonly string[]
}

/** Everything but listening: `inject` works on what is returned, and `listen` opens the port. */
export async function createGateway(platform: Platform, parts: Parts, options: Options) {
  const { clock, ids, log, metrics, signals, opened, model } = platform
  const { staff, knowledge, conversations, customers, followers, readEntries, words } = parts
  const { sessionsPerMinute, messagesPerMinute, mcpPerMinute } = options.limits
  const receive = createPaced({ receive: parts.receive, perMinute: messagesPerMinute, clock })
  const helpDomain = followHelpDomain(staff.getSettings, signals)
  const { trustProxy } = options
  const app = await createHttpEdge({ clock, log, metrics, trustProxy, rewrite: rewriteHelp(helpDomain) })
  await countCallers(app)
  const authenticate = createAuthenticate(staff)
  const settings = staff.getSettings

  const installation = {
    version: options.version,
    database: opened.kind,
    model: { configured: model !== undefined, name: model?.name ?? null },
  }
  mount(app, staffRoutes, { handlers: createStaffRoutes({ staff, tenantId: mainTenant, installation }), authenticate })

  const takeTurn: Parameters<typeof createDesk>[0]['takeTurn'] = (tenantId, state) =>
    void parts.turns.take(tenantId, state)
  const deliveryOf = parts.delivery
  const desk = createDesk({ conversations, settings, words, deliveryOf, takeTurn, performOf: effectOf, ids })
  mount(app, deskRoutes, { handlers: desk, authenticate })
  const isStaff = async (tenantId: string, id: string) => (await staff.listStaff(tenantId)).some((one) => one.id === id)
  const tickets = createTicketRoutes({ tickets: parts.tickets, conversations, isStaff })
  mount(app, ticketRoutes, { handlers: tickets, authenticate })
  mount(app, actionRoutes, { handlers: parts.actionParts.handlers, authenticate })
  mount(app, mcpServerRoutes, { handlers: parts.actionParts.mcpServerHandlers, authenticate })

  /** What is requested is taken up at once, and not with the next round. */
  const soon = (request: (tenantId: string) => Promise<void>, job: string) => async (tenantId: string) => {
    await request(tenantId)
    await parts.jobs.runSoon(job)
  }
  const { understanding } = parts
  const tryQuestion = createTryQuestion({
    findAnswer: parts.findAnswer,
    recommendProducts: parts.recommendProducts,
    knowledge,
    words,
    readAct: understanding.readAct,
    clock,
  })
  mount(app, knowledgeRoutes, {
    handlers: { ...createKnowledgeRoutes({ knowledge, clock }), tryQuestion },
    authenticate,
  })

  mount(app, relationsRoutes, {
    handlers: createRelationsRoutes({
      relations: { ...knowledge.relations, request: soon(knowledge.relations.request, 'learn-relations') },
    }),
    authenticate,
  })
  mount(app, wordsRoutes, { handlers: createWordsRoutes({ words: knowledge.words }), authenticate })

  mount(app, sourceRoutes, { handlers: parts.ingestion.handlers, authenticate })
  const graphLearning = createGraphLearningRoutes({
    learning: { ...parts.graph.learning, request: soon(parts.graph.learning.request, 'learn-graph') },
  })
  mount(app, graphLearningRoutes, { handlers: graphLearning, authenticate })
  mount(app, graphRoutes, { handlers: createGraphRoutes({ graph: parts.graph, clock }), authenticate })

  const exchange = createExchangeRoutes({ ...platform, ...parts.exchange, database: opened.database })
  mount(app, exchangeRoutes, { handlers: exchange, authenticate })

  mount(app, reviewRoutes, { handlers: createReviewRoutes({ knowledge }), authenticate })

  const sessions = { issue: staff.issueCustomerToken, verify: staff.verifyCustomerToken, prove: parts.prove }
  const forWeb = { receive, readEntries, followers, customers, conversations, signals, clock, parseCursor }
  const webHandlers = createWebRoutes({
    ...forWeb,
    tenantId: mainTenant,
    sessions,
    settings,
    web: parts.web,
    knowledge,
    ids,
  })
  allowOtherOrigins(app)
  mount(app, learningRoutes, { handlers: createReview(platform, parts).handlers, authenticate })
  mount(app, evaluationRoutes, { handlers: createEvaluation(platform, parts).handlers, authenticate })
  mount(app, understandingRoutes, { handlers: createUnderstandingRoutes({ understanding, settings }), authenticate })
  mount(app, trainingRoutes, { handlers: parts.teaching.trainingHandlers, authenticate })
  mount(app, labellingRoutes, { handlers: parts.teaching.labellingHandlers, authenticate })
  mount(app, lessonFileRoutes, { handlers: parts.teaching.fileHandlers, authenticate })
  mount(app, flowDraftRoutes, { handlers: parts.flows.draftHandlers, authenticate })
  mount(app, releaseReplayRoutes, { handlers: parts.replays.handlers, authenticate })
  mount(app, recordingRoutes, { handlers: createRecordings(platform, parts), authenticate })
  mount(app, flowVersionRoutes, { handlers: parts.flows.versionHandlers, authenticate })
  const simulating = createSimulateFlows({
    draftOf: parts.flows.flows.draft.read,
    understand: understanding.understand,
    actionsOf: parts.actionParts.actions.list,
    policyOf: parts.choosing.policyOf,
    now: clock.now,
  })
  mount(app, choosingRoutes, { handlers: parts.choosing.handlers, authenticate })
  mount(app, flowSimulationRoutes, { handlers: simulating, authenticate })
  mount(app, dialogueCaseRoutes, { handlers: createRehearsing(platform, parts).handlers, authenticate })
  mount(app, teachingRoutes, { handlers: parts.teaching.lessonHandlers, authenticate })
  const configs = { openSession: perMinute(sessionsPerMinute) }
  mount(app, webRoutes, { handlers: webHandlers, authenticate, configs })

  const requests = createRequestRoutes({
    rest: parts.rest,
    openai: parts.openai,
    receive,
    detect: parts.detect,
    clock,
    sayWaiting: words.sayWaiting,
    collect: createCollect({ conversations }),
    write: {
      restMessages: writeRestMessages,
      openaiText: (message) =>
        adaptMessage(message, openaiAbilities)
          .map(({ text }) => text)
          .join('\n\n'),
      models: writeModels,
      completion: writeCompletion,
      chunks: writeChunks,
    },
  })
  mount(app, { ...restRoutes, ...openaiRoutes }, { handlers: requests, authenticate })
  const { version, mcpOrigins: origins = [] } = options
  const mcp = createMcp(platform, parts, { version, perMinute: mcpPerMinute, origins })
  mount(app, mcpRoutes, { handlers: mcp, authenticate })
  mount(app, eventRoutes, { handlers: createEventRoutes(parts), authenticate })

  const live = createLive({ verifyAccess: staff.verifyAccess, conversations, signals, clock, log })
  const acceptCustomer = createWebSocket({ ...forWeb, verifyCustomer: staff.verifyCustomerToken, readMessage, log })
  const sockets = mountSockets(app, { '/api/v1/web/socket': acceptCustomer, '/api/v1/live': live.accept })
  mountOperations(app, {
    opened,
    metrics,
    jobs: parts.jobs,
    isReady: options.isReady,
    sockets: () => ({ customers: followers.count(), staff: live.count() }),
  })
  mountDocs(app, options.version)
  await mountHelpPages(app, {
    helpCentre: createHelpCentre({ tenantId: mainTenant, knowledge, learning: parts.learning, settings }),
    ids,
  })
  if (options.pages) await mountPages(app, options)
  const close = createClose(app, { clock, sockets, endWaiting: followers.lookNow })
  return { app, close }
}

/** The widget lives on pages of other origins. It sends its token in a header and no cookies, so any origin may call. */
function allowOtherOrigins(app: Awaited<ReturnType<typeof createHttpEdge>>): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/v1/web/')) return
    reply.header('access-control-allow-origin', '*').header('access-control-max-age', '86400')
    reply
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-allow-methods', 'GET, POST')
  })
  app.options('/api/v1/web/*', (_request, reply) => reply.code(204).send())
}
