/** The role that listens: HTTP, the channels' webhooks, and sockets. */
import { openaiRoutes, restRoutes, webRoutes } from '@lingxi/contract/channel-routes'
import { deskRoutes } from '@lingxi/contract/desk-routes'
import { exchangeRoutes } from '@lingxi/contract/exchange'
import { evaluationRoutes } from '@lingxi/contract/evaluation-routes'
import { graphRoutes } from '@lingxi/contract/graph-routes'
import { knowledgeRoutes } from '@lingxi/contract/knowledge-routes'
import { learningRoutes } from '@lingxi/contract/learning-routes'
import { sourceRoutes } from '@lingxi/contract/source-routes'
import { reviewRoutes } from '@lingxi/contract/review-routes'
import { staffRoutes } from '@lingxi/contract/staff-routes'
import { relationsRoutes } from '@lingxi/contract/relations-routes'
import { wordsRoutes } from '@lingxi/contract/words-routes'
import { adaptMessage } from '#channels'
import { openaiAbilities, writeChunks, writeCompletion, writeModels } from '../capabilities/channels/openai/openai.ts'
import { writeRestMessages } from '../capabilities/channels/rest/rest.ts'
import { parseCursor, readMessage } from '../capabilities/channels/web/web.ts'
import { createGraphRoutes } from '../capabilities/graph/graph-routes.ts'
import { createKnowledgeRoutes } from '../capabilities/knowledge/knowledge-routes.ts'
import { createRelationsRoutes } from '../capabilities/knowledge/relations-routes.ts'
import { createWordsRoutes } from '../capabilities/knowledge/words-routes.ts'
import { createReviewRoutes } from '../capabilities/knowledge/review-routes.ts'
import { createStaffRoutes } from '../capabilities/staff/staff-routes.ts'
import { createDesk } from '../journeys/desk/desk.ts'
import { createLive } from '../journeys/desk/live.ts'
import { createExchangeRoutes } from '../journeys/exchange/exchange-routes.ts'
import { createHelpCentre } from '../journeys/help-centre/help-centre.ts'
import { createCollect } from '../journeys/turn/collect.ts'
import { createRequestRoutes } from '../journeys/turn/request-routes.ts'
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
import { mount } from './mount.ts'
import { mountOperations } from './operations.ts'
import { mountPages } from './pages.ts'
import { mainTenant, type Parts, type Platform } from './parts.ts'
import { createReview } from './review.ts'
import { mountSockets } from './sockets.ts'

type Options = { demo: boolean; trustProxy: boolean; version: string; isReady: () => boolean; pages: boolean }

/** Everything but listening: `inject` works on what is returned, and `listen` opens the port. */
export async function createGateway(platform: Platform, parts: Parts, options: Options) {
  const { clock, ids, log, metrics, signals, opened, model } = platform
  const { staff, knowledge, conversations, customers, followers, receive, readEntries, words } = parts
  const helpDomain = followHelpDomain(staff.getSettings, signals)
  const { trustProxy } = options
  const app = await createHttpEdge({ clock, log, metrics, trustProxy, rewrite: rewriteHelp(helpDomain) })
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
  const desk = createDesk({ conversations, settings, words, deliveryOf: parts.delivery, takeTurn, ids })
  mount(app, deskRoutes, { handlers: desk, authenticate })

  const understand = parts.understanding.understand
  const tryQuestion = createTryQuestion({ findAnswer: parts.findAnswer, knowledge, words, understand, clock })
  mount(app, knowledgeRoutes, {
    handlers: { ...createKnowledgeRoutes({ knowledge, clock }), tryQuestion },
    authenticate,
  })

  mount(app, relationsRoutes, { handlers: createRelationsRoutes({ relations: knowledge.relations }), authenticate })
  mount(app, wordsRoutes, { handlers: createWordsRoutes({ words: knowledge.words }), authenticate })

  mount(app, sourceRoutes, { handlers: parts.ingestion.handlers, authenticate })
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
  mount(app, webRoutes, { handlers: webHandlers, authenticate })

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
  await mountHelpPages(app, { helpCentre: createHelpCentre({ tenantId: mainTenant, knowledge, settings }), ids })
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
