/**
 * What the graph learns for each company: which words ask for which way. Learnt in a thread, on request or each night, from
 * what people say and from what customers were answered; put to work only where held-out questions are answered better.
 */
import type {
  AddedExample,
  GraphExample,
  GraphExampleDraft,
  GraphModelFigures,
  GraphModelVersion,
} from '@lingxi/contract/graph-learning'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import { type Database, withTables } from '#platform/database'
import { createLearntVersions } from '#platform/learnt-versions'
import type { Log } from '#platform/log'
import type { Lesson, Model } from '../asking/learn.ts'
import { keyOf } from '../asking/units.ts'
import type { TenantGraph } from '../tenant-graph.ts'
import { createExampleStore, idOfExample } from './example-store.ts'
import { lessonOf } from './lesson-of.ts'
import { type KeptModel, readModel } from './model-as-json.ts'
import { teachInThread } from './teach-in-thread.ts'

/** A question that was answered over the graph, without personal data, and how that served: 1 helped, 0 did not. */
export type ServedPath = GraphExampleDraft & { value: number }
type Parts = {
  database: Database
  clock: Clock
  log: Log
  graphOf: (tenantId: string) => Promise<TenantGraph>
  /** Puts a model to work in this process, or the untaught one, and tells the others. */
  follow: (tenantId: string) => Promise<void>
}

const mostLessons = 4000
const mostExamples = 20_000
/** From here on an answer is taken to have helped. */
const helped = 0.7

export function createGraphLearning({ database, clock, log, graphOf, follow }: Parts) {
  const models = createLearntVersions<KeptModel, GraphModelFigures>(withTables(database), 'graph_models')
  const examples = createExampleStore(database)

  /** What people say comes first; a question that comes again teaches once. */
  async function lessonsOf(tenantId: string, served: ServedPath[]) {
    const tenant = await graphOf(tenantId)
    const given = await examples.list(tenantId, { limit: mostLessons, offset: 0 })
    const asked = served.filter(({ value }) => value >= helped)
    const lessons = new Map<string, { lesson: Lesson; asked: boolean }>()
    for (const [place, draft] of [...given, ...asked].entries()) {
      const key = keyOf(draft.question)
      const found = lessons.has(key) || lessons.size >= mostLessons ? undefined : lessonOf(tenant, draft)
      if (found && 'lesson' in found) lessons.set(key, { lesson: found.lesson, asked: place >= given.length })
    }
    return [...lessons.values()]
  }

  async function learn(tenantId: string, version: number, served: ServedPath[]): Promise<void> {
    const begun = clock.reading()
    const { graph } = await graphOf(tenantId)
    const lessons = await lessonsOf(tenantId, served)
    const edges = [...graph.edges()].filter(({ verdict }) => verdict !== 'rejected')
    const taught = await teachInThread({
      entities: [...graph.entities()],
      edges: edges.map(({ id, subject, relation, object }) => ({ id, subject, relation, object })),
      lessons: lessons.map(({ lesson }) => lesson),
    }).catch((error: unknown) => {
      log.error('learning-graph-failed', { tenantId }, error)
      return undefined
    })
    const asked = lessons.filter((each) => each.asked).length
    const outcome = taught && { learnt: taught.model, figures: { ...taught.figures, asked } }
    await models.record(tenantId, version, outcome)
    log.info('graph-learnt', { tenantId, version, milliseconds: Math.round(clock.reading() - begun) })
    if (outcome?.figures.helps) await activate(tenantId, version)
  }

  async function activate(tenantId: string, version: number | null): Promise<void> {
    if (!(await models.activate(tenantId, version))) throw new Problem('not-found')
    await follow(tenantId)
  }

  async function request(tenantId: string): Promise<void> {
    if ((await models.requested(tenantId)) === undefined) await models.request(tenantId, isoInstant(clock))
  }

  return {
    /** The model at work by the database; undefined: the untaught one. */
    async findModel(tenantId: string): Promise<Model | undefined> {
      const kept = await models.active(tenantId)
      return kept && readModel(kept)
    },

    /** Every version, the newest first, with its figures. */
    list: (tenantId: string): Promise<GraphModelVersion[]> => models.list(tenantId),

    /** Asks for learning; a worker takes it up within a minute. One request at a time is enough. */
    request,

    /** Asks for learning where there is something new to learn from. */
    async requestWhereTaught(tenantId: string, served: () => Promise<ServedPath[]>): Promise<void> {
      const [newest] = await models.list(tenantId)
      const lessons = await lessonsOf(tenantId, await served())
      if (lessons.length > 0 && newest?.figures?.questions !== lessons.length) await request(tenantId)
    },

    /** Learns what was requested, if anything. What does not help is kept with its figures and stays off. */
    async learnRequested(tenantId: string, served: () => Promise<ServedPath[]> = async () => []): Promise<void> {
      const version = await models.requested(tenantId)
      if (version !== undefined) await learn(tenantId, version, await served())
    },

    /** Puts one version to work, or none. Throws `not-found`. */
    activate,

    async listExamples(
      tenantId: string,
      page: { limit: number; offset: number },
    ): Promise<{ examples: GraphExample[]; total: number }> {
      const tenant = await graphOf(tenantId)
      const [kept, total] = await Promise.all([examples.list(tenantId, page), examples.count(tenantId)])
      const faultOf = (draft: GraphExampleDraft) => {
        const found = lessonOf(tenant, draft)
        return 'fault' in found ? found.fault : null
      }
      return { examples: kept.map((each) => ({ ...each, fault: faultOf(each) })), total }
    },

    /** What the graph does not hold is refused, each by itself. Throws `invalid-request` when there would be too many. */
    async addExamples(tenantId: string, drafts: GraphExampleDraft[], by: string): Promise<AddedExample[]> {
      if ((await examples.count(tenantId)) + drafts.length > mostExamples)
        throw new Problem('invalid-request', { detail: `there are at most ${mostExamples} examples` })
      const tenant = await graphOf(tenantId)
      const at = isoInstant(clock)
      const judged = drafts.map((draft) => ({ draft, id: idOfExample(draft), found: lessonOf(tenant, draft) }))
      const good = new Map(judged.flatMap(({ draft, id, found }) => ('lesson' in found ? [[id, draft]] : [])))
      const added = await examples.insert(
        tenantId,
        [...good].map(([id, draft]) => ({ ...draft, id, by, at })),
      )
      return judged.map(({ id, found }) => {
        if ('fault' in found) return { outcome: 'refused', fault: found.fault }
        return { outcome: added.delete(id) ? 'added' : 'unchanged', fault: null }
      })
    },

    /** Throws `not-found`. */
    async removeExample(tenantId: string, id: string): Promise<void> {
      if (!(await examples.remove(tenantId, id))) throw new Problem('not-found')
    },
  }
}
export type GraphLearning = ReturnType<typeof createGraphLearning>
