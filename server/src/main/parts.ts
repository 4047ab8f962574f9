/** The whole house put together: plain calls, in order. What names an adapter or looks behind a face does it here. */
import type { AllowedPrograms, Provider } from '#actions'
import { type Channel } from '#channels'
import { createAnswering } from '#answering'
import { createAssisting } from '#assisting'
import { createConversations } from '#conversations'
import { createCustomers } from '#customers'
import { byLearning, byPeople, createGraph } from '#graph'
import { createKnowledge, relationsChanged, wordsChanged } from '#knowledge'
import { createLearning } from '#learning'
import { createRecommending } from '#recommending'
import { createStaff } from '#staff'
import { createTickets } from '#tickets'
import { createConcepts } from '#understanding'
import type { Clock } from '#platform/clock'
import type { OpenDatabase } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import type { EmbeddingModel, LanguageModel, Reranker, ToolModel } from '#platform/models'
import type { Signals } from '#platform/signals'
import type { CreateIndex } from '#platform/search'
import { createOpenai } from '../capabilities/channels/openai/openai.ts'
import { createRest } from '../capabilities/channels/rest/rest.ts'
import { createWeb, toEntry } from '../capabilities/channels/web/web.ts'
import { recogniseLanguage } from '../capabilities/understanding/surface/language.ts'
import { createOpenTicketOf } from '../journeys/desk/tickets.ts'
import { createLeaveLine } from '../journeys/desk/leave-line.ts'
import { createWatchMood } from '../journeys/desk/watch-mood.ts'
import type { Backend } from '../capabilities/understanding/backends/backends.ts'
import { maskLanguageModel, maskToolModel } from '../capabilities/understanding/personal-data/masked-models.ts'
import { createFollowGraph } from '../journeys/knowledge/follow-graph.ts'
import { createWeighFound } from '../journeys/review/weigh-found.ts'
import { createFindAnswer } from '../journeys/turn/answer.ts'
import { createAnswerOrHelp } from '../journeys/turn/assist.ts'
import { withGraph } from '../journeys/turn/ask-graph.ts'
import { createCompose } from '../journeys/turn/compose.ts'
import { createDecideAndLook } from '../journeys/turn/decide-and-look.ts'
import { createDeliver, deliveryOf } from '../journeys/turn/deliver.ts'
import { createFindDifference } from '../journeys/turn/differences.ts'
import { createFollowers } from '../journeys/turn/followers.ts'
import { createGiveUp } from '../journeys/turn/give-up.ts'
import { createGuides } from '../journeys/turn/guides.ts'
import { createHotAnswers } from '../journeys/turn/hot-answers.ts'
import { createPerform, effectsOf } from '../journeys/turn/perform.ts'
import { createReadEntries } from '../journeys/turn/read-entries.ts'
import { createReceive } from '../journeys/turn/receive.ts'
import { createRecommendProducts } from '../journeys/turn/recommend.ts'
import { createTurn } from '../journeys/turn/turn.ts'
import { createTurns } from '../journeys/turn/turns.ts'
import { createMemoryIndex } from '../platform/search/memory/memory.ts'
import { createTokens } from '../platform/search/tokens.ts'
import { createActionParts } from './actions.ts'
import { createChoosingParts } from './choosing.ts'
import { createIngestion, type ReadingLimits } from './ingest.ts'
import { createFlowParts } from './flows.ts'
import { followOtherProcesses } from './follow-other-processes.ts'
import { createReplayParts } from './replays.ts'
import { createTeachingParts } from './teaching.ts'
import { createOpenUnderstanding } from './understanding.ts'

export type Platform = {
  opened: OpenDatabase
  signals: Signals
  clock: Clock
  ids: Ids
  log: Log
  metrics: Metrics
  model: LanguageModel | undefined
  /** The same, or another, that may ask for tools. */
  toolModel?: ToolModel | undefined
  /** Models of meaning, each with the milliseconds that a question waits for it. */
  embedding?: { model: EmbeddingModel; within: number } | undefined
  reranking?: { model: Reranker; within: number } | undefined
  /** Who reads intents where what was learnt is unsure: a transformer, the language model; milliseconds for both together. */
  intents?: { transformer: Backend | undefined; byModel: boolean; within: number } | undefined
  /** Another search engine than the index in this process. */
  createIndex?: CreateIndex | undefined
  /** With what secrets are sealed in the database. */
  secretKey?: string | undefined
  reading?: ReadingLimits | undefined
  /** Actions beside those that are built in and those that people described. */
  providers?: Provider[] | undefined
  /** Programs that may serve tools, by name; and what servers are told of our version. */
  mcpPrograms?: AllowedPrograms | undefined
  version?: string | undefined
  /** Private addresses that tools may call, beside those that may be read. */
  toolAddresses?: string[] | undefined
}
export type Parts = Awaited<ReturnType<typeof createParts>>

export const mainTenant = 'tnt_main'

export function createParts(platform: Platform, extraChannels: Channel[] = []) {
  const { opened, signals, clock, ids, log, metrics } = platform
  const { database } = opened
  // Whoever asks a model asks this one: it is not told who somebody is.
  const model = platform.model && maskLanguageModel(platform.model)
  const toolModel = platform.toolModel && maskToolModel(platform.toolModel)

  const jobs = createJobs({ opened, log })
  const staff = createStaff({ database, clock, ids, log })
  const customers = createCustomers({ database, clock })
  const conversations = createConversations({ database, jobs, signals, clock, ids })
  const tokens = createTokens()
  const timeZoneOf = async (tenantId: string) => (await staff.getSettings(tenantId)).timeZone
  const openUnderstanding = createOpenUnderstanding(platform, { tokens, timeZoneOf, model })
  const understanding = openUnderstanding()
  const readConcepts = createConcepts({ tokens })
  const reviewRequired = async (tenantId: string) => (await staff.getSettings(tenantId)).reviewRequired
  const knowledge = createKnowledge({
    database,
    clock,
    ids,
    tokens,
    log,
    readConcepts,
    createIndex: platform.createIndex ?? ((own) => createMemoryIndex({ tokens: own })),
    embedding: platform.embedding && {
      ...platform.embedding,
      onOutcome: (of, outcome) => metrics.countMeaning({ of, outcome }),
    },
    reranking: platform.reranking && {
      ...platform.reranking,
      onOutcome: (outcome) => metrics.countMeaning({ of: 'reranking', outcome }),
    },
    reviewRequired,
    onChange: (tenantId, changed) => {
      for (const id of changed) signals.tell('articles', tenantId, { id })
      followGraph.changed(tenantId, changed)
    },
  })
  const graph = createGraph({
    database,
    clock,
    ids,
    log,
    model,
    onChange: (tenantId, id) => signals.tell('graph', tenantId, { id }),
  })
  const followGraph = createFollowGraph({ graph, knowledge, clock, log })
  const answering = createAnswering({ tokens, readConcepts })
  const learning = createLearning({ database, clock, ids, tokens })
  const checkReplay = (tenantId: string, what: string) => replays.replays.check(tenantId, what)
  const teaching = createTeachingParts(platform, { jobs, understanding, conversations, cursors: learning, checkReplay })
  const choosing = createChoosingParts(platform, { conversations, cursors: learning, tenantId: mainTenant })
  const { words } = answering
  const tickets = createTickets({ database, clock, ids })
  const actionParts = createActionParts(platform, { openTicket: createOpenTicketOf({ tickets, conversations }) })
  const { actions } = actionParts
  const flows = createFlowParts(platform, { teaching: teaching.teaching, actions, checkReplay, tenantId: mainTenant })
  const { versions } = teaching.teaching
  const replays = createReplayParts(platform, { jobs, conversations, flows: flows.flows, versions })

  const prove = async (tenantId: string, token: string) =>
    customers.senderOf(await staff.verifyIdentity(tenantId, token))
  const web = createWeb({ verifyCustomer: staff.verifyCustomerToken })
  const rest = createRest({ tenantId: mainTenant, ids, prove })
  const openai = createOpenai({ verifyApiKey: staff.verifyApiKey, ids, prove })
  const channels = new Map([web, rest, openai, ...extraChannels].map((channel) => [channel.name, channel]))
  const delivery = (channel: string, conversationId: string, messageId: string) =>
    deliveryOf(channels.get(channel), conversationId, messageId)

  const followers = createFollowers({ signals })
  const settings = staff.getSettings
  const speaking = { words, settings, conversations, deliveryOf: delivery, ids }
  const weighed = createWeighFound({ knowledge, learning, clock })
  const hotAnswers = createHotAnswers({
    editionOf: async (tenantId) => `${await weighed.edition(tenantId)}/${knowledge.edition(tenantId)}`,
    holdsUntil: knowledge.holdsUntil,
    clock,
    onOutcome: metrics.countHotAnswer,
  })
  const findPlain = createFindAnswer({
    knowledge: { ...knowledge, find: weighed.find },
    answering,
    model,
    findDifference: createFindDifference({ knowledge, clashesBetween: learning.findings.clashesBetween }),
    hotAnswers,
  })
  const findAnswer = withGraph({ findAnswer: findPlain, graph, knowledge })
  const { readerOf } = customers
  const { begin: beginGuide, follow: followGuide } = createGuides({ knowledge })
  const recommendProducts = createRecommendProducts({ knowledge, recommend: createRecommending({ readConcepts }) })
  const decideAndLook = createDecideAndLook({ flows: flows.flows, actions, customers })
  const compose = createCompose({
    ...speaking,
    readerOf,
    recommendProducts,
    beginGuide,
    followGuide,
    findAnswer,
    answerOrHelp: createAnswerOrHelp({
      findAnswer,
      model: toolModel,
      assisting: createAssisting({ clock, ids }),
      answering,
      knowledge: { ...knowledge, find: weighed.find },
      actions,
      flows: flows.flows,
      settings,
      clock,
      metrics,
    }),
    draft: followers.draft,
    performing: effectsOf,
  })
  const turns = createTurns({
    conversations,
    signals,
    takeTurn: createTurn({
      conversations,
      understanding,
      settings,
      decideAndLook,
      policyOf: choosing.policyOf,
      hasModel: model !== undefined,
      compose,
      clock,
      metrics,
      log,
    }),
    giveUp: createGiveUp(speaking),
    clock,
    log,
    metrics,
  })
  const detect = async (text: string) => recogniseLanguage(text, (await settings(mainTenant)).defaultLanguage)
  const watch = createWatchMood({ conversations, understanding, log })
  const leaveLine = createLeaveLine({ ...speaking, understanding, log })
  const receive = createReceive({ customers, conversations, turns, detect, leaveLine, watch })
  const readEntries = createReadEntries({ conversations, toEntry })
  const deliver = createDeliver({ channels, conversations, customers, metrics })

  const perform = createPerform({ actions, conversations, turns, clock })

  const ingestion = createIngestion(platform, { jobs, knowledge, tenantId: mainTenant })

  /** What an import of all knowledge brought is searched and asked from now on, here and in other processes. */
  async function follow(tenantId: string, articleIds: string[]): Promise<void> {
    await knowledge.catchUp(tenantId)
    await graph.catchUp(tenantId)
    await flows.flows.broughtIn(tenantId)
    for (const id of articleIds) signals.tell('articles', tenantId, { id })
    signals.tell('articles', tenantId, { id: wordsChanged })
    signals.tell('articles', tenantId, { id: relationsChanged })
    signals.tell('graph', tenantId, { id: byPeople })
    signals.tell('graph', tenantId, { id: byLearning })
    followGraph.changed(tenantId, articleIds)
  }

  const followed = { staff, conversations, knowledge, graph, teaching, flows, choosing, actionParts }
  followOtherProcesses(platform, { ...followed, tenantId: mainTenant })

  return {
    jobs,
    model,
    actionParts,
    tickets,
    staff,
    customers,
    conversations,
    understanding,
    openUnderstanding,
    knowledge,
    graph,
    followGraph,
    learning,
    teaching,
    flows,
    replays,
    choosing,
    answering,
    words,
    web,
    rest,
    openai,
    channels,
    delivery,
    followers,
    findAnswer,
    recommendProducts,
    turns,
    detect,
    prove,
    receive,
    readEntries,
    deliver,
    perform,
    decideAndLook,
    ingestion,
    exchange: { reviewRequired, follow },
  }
}
