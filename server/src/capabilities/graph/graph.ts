/**
 * The knowledge graph: entities, relations and attributes taken from articles, each edge with its place there, and what
 * people say of it laid over. Promises: an article read again changes only what it states; a person's word outlasts every
 * reading; nobody is answered over an edge, or by a name, that they may not read or that does not hold now; asking calls no
 * model. The database is the only truth: the graph in memory is made from it, and `reload` follows other processes.
 */
import { marksOfAudience, type Audience } from '@lingxi/contract/audience'
import { type Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { type Log, silentLog } from '#platform/log'
import type { LanguageModel } from '#platform/models'
import { askGraph, type AskedPath, type FoundAnswer } from './ask-graph.ts'
import { createAsking } from './asking/asking.ts'
import { untaught } from './asking/untaught.ts'
import { createBrowsing } from './browsing.ts'
import { createCuratedStore } from './curated-store.ts'
import { createCurating } from './curating.ts'
import { extractStatements } from './extraction/extract.ts'
import { readWithModel } from './extraction/from-model.ts'
import { createGraphStore } from './graph-store.ts'
import type { ArticleStatements, ReadableArticle } from './statements.ts'
import { createGraphLearning } from './learning/learning.ts'
import { createTenantGraph, type TenantGraph } from './tenant-graph.ts'

export { graphTables } from './graph-tables.ts'
export type { FoundAnswer, PathHop } from './ask-graph.ts'
export type { ServedPath } from './learning/learning.ts'

export type GraphArticle = ReadableArticle & {
  status: string
  audience: Audience
  validFrom: string | null
  validUntil: string | null
}
type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  log?: Log | undefined
  /** Reads what rules do not see, after them; what it says has to quote the article. */
  model?: LanguageModel | undefined
  /** Called after a commit of this process, so that other processes can be told to `reload`. */
  onChange?: ((tenantId: string, id: string) => void) | undefined
}
/** `over`: only in the place of what this very version states: it may be another by now, or forgotten. */
type Putting = { article: GraphArticle; stated: ArticleStatements; over?: boolean }
export type Graph = ReturnType<typeof createGraph>

/** What `reload` is told when people changed something, in place of an article. */
export const byPeople = 'people'
/** The same when another model is at work. */
export const byLearning = 'learning'

export function createGraph({ database, clock, ids, log = silentLog, model, onChange }: Parts) {
  const store = createGraphStore(database)
  const people = createCuratedStore(database)
  const graphs = new Map<string, Promise<TenantGraph>>()
  const plain = createAsking(untaught())
  /** Of companies whose graph has learnt. */
  const taught = new Map<string, typeof plain>()

  async function fill(tenantId: string): Promise<TenantGraph> {
    const begun = clock.reading()
    const tenant = createTenantGraph()
    for (let page = await store.sources(tenantId, {}); page.length > 0; ) {
      for (const source of page) tenant.put(source)
      page = await store.sources(tenantId, { after: page.at(-1)!.articleId })
    }
    tenant.lay(await people.overlay(tenantId))
    await loadModel(tenantId)
    log.info('graph-loaded', { tenantId, ...tenant.graph.size(), milliseconds: Math.round(clock.reading() - begun) })
    return tenant
  }
  function graphOf(tenantId: string): Promise<TenantGraph> {
    const there = graphs.get(tenantId)
    if (there) return there
    const loading = fill(tenantId)
    graphs.set(tenantId, loading)
    loading.catch(() => graphs.delete(tenantId))
    return loading
  }
  async function loadModel(tenantId: string): Promise<void> {
    const model = await learning.findModel(tenantId)
    if (model) taught.set(tenantId, createAsking(model))
    else taught.delete(tenantId)
  }
  const learning = createGraphLearning({
    database,
    clock,
    log,
    graphOf,
    async follow(tenantId) {
      await loadModel(tenantId)
      onChange?.(tenantId, byLearning)
    },
  })
  async function follow(tenantId: string): Promise<void> {
    ;(await graphOf(tenantId)).lay(await people.overlay(tenantId))
    onChange?.(tenantId, byPeople)
  }

  async function forget(tenantId: string, articleId: string): Promise<void> {
    const tenant = await graphOf(tenantId)
    await store.forget(tenantId, articleId)
    tenant.remove(articleId)
    onChange?.(tenantId, articleId)
  }

  async function put(tenantId: string, { article, stated, over = false }: Putting): Promise<void> {
    const tenant = await graphOf(tenantId)
    const source = {
      articleId: article.id,
      version: article.version,
      title: article.title,
      language: article.language,
      readers: marksOfAudience(article.audience),
      from: article.validFrom === null ? null : Date.parse(article.validFrom),
      until: article.validUntil === null ? null : Date.parse(article.validUntil),
      ...stated,
    }
    if (!(await store.replace(tenantId, source, over))) return
    tenant.put(source)
    onChange?.(tenantId, article.id)
  }

  return {
    ...createBrowsing({ graphOf, store: people }),
    ...createCurating({ graphOf, store: people, clock, ids, follow }),

    /** Which words ask for which way: learnt from examples and from what customers were answered. */
    learning,

    /** Builds the tenant's graph from the database. */
    async load(tenantId: string): Promise<void> {
      await graphOf(tenantId)
    },

    /** Follows what another process changed: an article's statements, `byPeople`, or `byLearning`. */
    async reload(tenantId: string, id: string): Promise<void> {
      const tenant = await graphOf(tenantId)
      if (id === byPeople) return tenant.lay(await people.overlay(tenantId))
      if (id === byLearning) return loadModel(tenantId)
      const [source] = await store.sources(tenantId, { articleId: id })
      if (source) tenant.put(source)
      else tenant.remove(id)
    },

    /** Reads an article as it is now: what it states is in the graph when this returns; one that is not published states nothing. */
    async read(tenantId: string, article: GraphArticle): Promise<void> {
      if (article.status !== 'published') return forget(tenantId, article.id)
      await put(tenantId, { article, stated: extractStatements(article) })
    },

    /** Adds what a model reads in an article beside that, where one is configured; it takes as long as the model does. `failed`: try again later. */
    async readFurther(tenantId: string, article: GraphArticle, signal?: AbortSignal): Promise<'done' | 'failed'> {
      if (!model || article.status !== 'published') return 'done'
      const stated = extractStatements(article)
      const more = await readWithModel(model, { article, stated, log, signal })
      if (!more) return 'failed'
      await put(tenantId, { article, stated: more, over: true })
      return 'done'
    },

    /** Forgets what an article stated. */
    forget,

    /** Makes the graph in memory what the database says, after changes may have been missed. */
    async catchUp(tenantId: string): Promise<void> {
      const tenant = await graphOf(tenantId)
      const versions = await store.versions(tenantId)
      for (const articleId of tenant.sources().keys()) if (!versions.has(articleId)) tenant.remove(articleId)
      for (let page = await store.sources(tenantId, {}); page.length > 0; ) {
        // What a model read further is of the same version, so the statements are counted as well.
        for (const source of page) {
          const known = tenant.sources().get(source.articleId)
          if (known?.version !== source.version || known.edges.length !== source.edges.length) tenant.put(source)
        }
        page = await store.sources(tenantId, { after: page.at(-1)!.articleId })
      }
      tenant.lay(await people.overlay(tenantId))
      await loadModel(tenantId)
    },

    /** Which version of each article was read: what else there is has to be read. */
    versions: (tenantId: string): Promise<Map<string, number>> => store.versions(tenantId),

    /** The ways that answer best, best first; none when nothing that may be seen is named. */
    async ask(tenantId: string, asked: Omit<AskedPath, 'at'>): Promise<FoundAnswer[]> {
      const tenant = await graphOf(tenantId)
      return askGraph(tenant, taught.get(tenantId) ?? plain, { ...asked, at: clock.now() })
    },
  }
}
