/**
 * An article changes, and the graph follows: the article alone is read again. One reading at a time for each article, and
 * always of its newest version. What was missed (a crash between the two) is found by the versions at the next start. A model,
 * where one is configured, reads after that and in a line of its own, so that nobody waits for it and no change does.
 */
import type { Article } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { Graph } from '#graph'
import type { Knowledge } from '#knowledge'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'

type Parts = {
  graph: Pick<Graph, 'read' | 'readFurther' | 'forget' | 'versions'>
  knowledge: Pick<Knowledge, 'get' | 'list'>
  clock: Pick<Clock, 'after'>
  log: Log
}
export type FollowGraph = ReturnType<typeof createFollowGraph>

const page = 500
/** Milliseconds; twice as long after each failure, until the article is given up until it changes. */
const shortestRest = 15_000
const longestRest = 480_000

export function createFollowGraph({ graph, knowledge, clock, log }: Parts) {
  /** Articles that are being read; true: changed again meanwhile. */
  const reading = new Map<string, boolean>()
  let working: Promise<void> = Promise.resolve()
  let readingFurther: Promise<void> = Promise.resolve()
  const stopped = new AbortController()

  async function readOnce(tenantId: string, articleId: string): Promise<void> {
    try {
      const article = await knowledge.get(tenantId, articleId)
      await graph.read(tenantId, article)
      readingFurther = readingFurther.then(() => readFurther(tenantId, article))
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error
      await graph.forget(tenantId, articleId)
    }
  }

  async function readFurther(tenantId: string, article: Article): Promise<void> {
    if (stopped.signal.aborted) return
    try {
      for (let rest = shortestRest; rest <= longestRest; rest *= 2) {
        if ((await graph.readFurther(tenantId, article, stopped.signal)) === 'done' || stopped.signal.aborted) return
        await restFor(rest)
      }
    } catch (error) {
      log.error('graph-reading-further-failed', { tenantId, articleId: article.id }, error)
    }
  }

  /** A model that is away is left alone for a while, with all that waits for it. */
  function restFor(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.after(milliseconds, resolve)
      stopped.signal.addEventListener('abort', () => (cancel(), resolve()), { once: true })
    })
  }

  async function follow(tenantId: string, articleId: string): Promise<void> {
    const key = `${tenantId} ${articleId}`
    if (reading.has(key)) {
      reading.set(key, true)
      return
    }
    try {
      do {
        reading.set(key, false)
        await readOnce(tenantId, articleId)
      } while (reading.get(key))
    } catch (error) {
      log.error('graph-following-failed', { tenantId, articleId }, error)
    } finally {
      reading.delete(key)
    }
  }

  return {
    /** Reads the changed articles one after another; nobody has to wait for it. */
    changed(tenantId: string, articleIds: readonly string[]): void {
      working = articleIds.reduce((before, id) => before.then(() => follow(tenantId, id)), working)
    },

    /** Resolves when all that was changed so far has been read. */
    idle: () => working,

    /** Resolves when a model has read that too. */
    async idleFurther(): Promise<void> {
      await working
      await readingFurther
    },

    /** Lets what is being read be read, and calls off what only a model would still read. */
    async stop(): Promise<void> {
      stopped.abort()
      await working
      await readingFurther
    },

    /** Reads what has changed since it was last read, and forgets what is gone; nobody has to wait for it. */
    catchUp(tenantId: string): void {
      const failed = (error: unknown) => log.error('graph-catching-up-failed', { tenantId }, error)
      working = working.then(() => catchUp(tenantId)).catch(failed)
    },
  }

  async function catchUp(tenantId: string): Promise<void> {
    const known = await graph.versions(tenantId)
    for (let offset = 0; ; offset += page) {
      const { articles } = await knowledge.list(tenantId, { status: 'published', limit: page, offset })
      for (const { id, version } of articles) {
        if (known.get(id) !== version) await follow(tenantId, id)
        known.delete(id)
      }
      if (articles.length < page) break
    }
    for (const id of known.keys()) await follow(tenantId, id)
  }
}
