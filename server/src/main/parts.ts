/** The whole house put together: plain calls, in order. What names an adapter or looks behind a face does it here. */
import { type Channel } from '#channels'
import { createAnswering } from '#answering'
import { createConversations } from '#conversations'
import { createCustomers } from '#customers'
import { byPeople, createGraph } from '#graph'
import { createKnowledge, wordsChanged } from '#knowledge'
import { createLearning } from '#learning'
import { createRecommending } from '#recommending'
import { createStaff } from '#staff'
import { createConcepts, createUnderstanding } from '#understanding'
import type { Clock } from '#platform/clock'
import type { OpenDatabase } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createJobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import type { EmbeddingModel, LanguageModel, Reranker } from '#platform/models'
import type { Signals } from '#platform/signals'
import type { CreateIndex } from '#platform/search'
import { createOpenai } from '../capabilities/channels/openai/openai.ts'
import { createRest } from '../capabilities/channels/rest/rest.ts'
import { createWeb, toEntry } from '../capabilities/channels/web/web.ts'
import { recogniseLanguage } from '../capabilities/understanding/language.ts'
import { createFollowGraph } from '../journeys/knowledge/follow-graph.ts'
import { createWeighFound } from '../journeys/review/weigh-found.ts'
import { createFindAnswer } from '../journeys/turn/answer.ts'
import { withGraph } from '../journeys/turn/ask-graph.ts'
import { createCompose } from '../journeys/turn/compose.ts'
import { createDeliver, deliveryOf } from '../journeys/turn/deliver.ts'
import { createFindDifference } from '../journeys/turn/differences.ts'
import { createFollowers } from '../journeys/turn/followers.ts'
import { createGiveUp } from '../journeys/turn/give-up.ts'
import { createGuides } from '../journeys/turn/guides.ts'
import { createHotAnswers } from '../journeys/turn/hot-answers.ts'
import { createReadEntries } from '../journeys/turn/read-entries.ts'
import { createReceive } from '../journeys/turn/receive.ts'
import { createRecommendProducts } from '../journeys/turn/recommend.ts'
import { createTurn } from '../journeys/turn/turn.ts'
import { createTurns } from '../journeys/turn/turns.ts'
import { createMemoryIndex } from '../platform/search/memory/memory.ts'
import { createTokens } from '../platform/search/tokens.ts'
import { createIngestion, type ReadingLimits } from './ingest.ts'

export type Platform = {
  opened: OpenDatabase
  signals: Signals
  clock: Clock
  ids: Ids
  log: Log
  metrics: Metrics
  model: LanguageModel | undefined
  /** Models of meaning, each with the milliseconds that a question waits for it. */
  embedding?: { model: EmbeddingModel; within: number } | undefined
  reranking?: { model: Reranker; within: number } | undefined
  /** Another search engine than the index in this process. */
  createIndex?: CreateIndex | undefined
  reading?: ReadingLimits | undefined
}
export type Parts = Awaited<ReturnType<typeof createParts>>

export const mainTenant = 'tnt_main'

export function createParts(platform: Platform, extraChannels: Channel[] = []) {
  const { opened, signals, clock, ids, log, metrics, model } = platform
  const { database } = opened

  const jobs = createJobs({ opened, log })
  const staff = createStaff({ database, clock, ids, log })
  const customers = createCustomers({ database, clock })
  const conversations = createConversations({ database, jobs, signals, clock, ids })
  const understanding = createUnderstanding()
  const tokens = createTokens()
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
  const { words } = answering

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
  const compose = createCompose({
    ...speaking,
    readerOf,
    recommendProducts,
    beginGuide,
    followGuide,
    findAnswer,
    draft: followers.draft,
  })
  const turns = createTurns({
    conversations,
    signals,
    takeTurn: createTurn({ conversations, understanding, compose, clock, metrics, log }),
    giveUp: createGiveUp(speaking),
    clock,
    log,
    metrics,
  })
  const detect = async (text: string) => recogniseLanguage(text, (await settings(mainTenant)).defaultLanguage)
  const receive = createReceive({ customers, conversations, turns, detect })
  const readEntries = createReadEntries({ conversations, toEntry })
  const deliver = createDeliver({ channels, conversations, customers, metrics })

  const ingestion = createIngestion(platform, { jobs, knowledge, tenantId: mainTenant })

  /** What an import of all knowledge brought is searched and asked from now on, here and in other processes. */
  async function follow(tenantId: string, articleIds: string[]): Promise<void> {
    await knowledge.catchUp(tenantId)
    await graph.catchUp(tenantId)
    for (const id of articleIds) signals.tell('articles', tenantId, { id })
    signals.tell('articles', tenantId, { id: wordsChanged })
    signals.tell('graph', tenantId, { id: byPeople })
    followGraph.changed(tenantId, articleIds)
  }

  followOtherProcesses()

  /** Who does not work here any more has no conversations: they go back to the line. */
  async function release(tenantId: string, staffId: string): Promise<void> {
    try {
      const { active } = await staff.getStaff(tenantId, staffId)
      if (!active) await conversations.releaseAll(tenantId, staffId)
    } catch (error) {
      log.error('releasing-failed', { staff: staffId }, error)
    }
  }
  function followOtherProcesses() {
    signals.follow(({ topic, tenantId, id, remote }) => {
      if (!remote) return
      const failed = (error: unknown) => log.error('following-failed', { topic }, error)
      if (topic === 'articles') knowledge.reload(tenantId, id).catch(failed)
      if (topic === 'graph') graph.reload(tenantId, id).catch(failed)
      if (topic === 'staff' && id === 'settings') staff.reloadSettings(tenantId).catch(failed)
      else if (topic === 'staff') staff.forgetAccess({ kind: 'people', tenantId, staffId: id })
      if (topic !== 'missed') return
      staff.reloadSettings(mainTenant).catch(failed)
      knowledge.catchUp(mainTenant).catch(failed)
      graph.catchUp(mainTenant).catch(failed)
    })
    staff.onChange((change) => {
      if (change.kind === 'people') void release(change.tenantId, change.staffId)
      signals.tell('staff', change.tenantId, { id: change.kind === 'people' ? change.staffId : change.kind })
    })
  }

  return {
    jobs,
    staff,
    customers,
    conversations,
    understanding,
    knowledge,
    graph,
    followGraph,
    learning,
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
    ingestion,
    exchange: { reviewRequired, follow },
  }
}
