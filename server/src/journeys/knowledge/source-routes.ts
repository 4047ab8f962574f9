/** Sources over HTTP: set up, fed, run, looked into, told; and the originals, shown to whom their source is meant for. */
import { keeper, mayRead, type Reader } from '@lingxi/contract/audience'
import { parseJson } from '@lingxi/contract/json'
import type { Article } from '@lingxi/contract/knowledge'
import { Problem } from '@lingxi/contract/problem'
import type { Caller, Handlers } from '@lingxi/contract/route'
import { SourceEvent } from '@lingxi/contract/source'
import type { sourceRoutes } from '@lingxi/contract/source-routes'
import type { ArticleSource } from '#knowledge'
import { isSigned, presentItem, presentReport, presentRun, type Sources, type StoredItem } from '#sources'
import { excerptAt } from './excerpt-at.ts'
import type { createTakeEvent } from './take-event.ts'

type Staff = Extract<Caller, { kind: 'staff' }>
type Parts = {
  tenantId: string
  sources: Sources
  knowledge: {
    listArticlesOf(tenantId: string, itemIds: string[]): Promise<Map<string, string[]>>
    listSourceArticles(tenantId: string, sourceId: string, after?: string): Promise<string[]>
    findAll(tenantId: string, ids: string[]): Promise<Pick<Article, 'id' | 'audience' | 'body' | 'origin'>[]>
    restampSource(tenantId: string, change: { before: ArticleSource; source: ArticleSource }): Promise<void>
    remove(tenantId: string, id: string): Promise<void>
  }
  takeEvent: ReturnType<typeof createTakeEvent>
  clock: { now(): number }
}

export function createSourceRoutes({
  tenantId: mainTenant,
  sources,
  knowledge,
  takeEvent,
  clock,
}: Parts): Handlers<typeof sourceRoutes> {
  async function present(tenantId: string, items: StoredItem[]) {
    const articles = await knowledge.listArticlesOf(
      tenantId,
      items.map(({ id }) => id),
    )
    return items.map((item) => presentItem(item, articles.get(item.id)?.length ?? 0))
  }

  async function removeArticles(tenantId: string, ids: string[]): Promise<void> {
    for (const id of ids) await knowledge.remove(tenantId, id)
  }

  /** Throws `not-found` also for what the caller may not read: that it is there is said to nobody else. */
  async function readableItem(caller: Staff, id: string): Promise<StoredItem> {
    const item = await sources.getItem(caller.tenantId, id)
    const { audience } = await sources.getSource(caller.tenantId, item.sourceId)
    const reader = readerOf(caller)
    if (!mayRead(reader, audience)) throw new Problem('not-found')
    if (reader.kind === 'keeper') return item
    // Who may not read all that was made of it may not read it whole either.
    const made = (await knowledge.listArticlesOf(caller.tenantId, [id])).get(id) ?? []
    const articles = await knowledge.findAll(caller.tenantId, made)
    if (!articles.every((article) => mayRead(reader, article.audience))) throw new Problem('not-found')
    return item
  }

  async function readableSource(caller: Staff, id: string): Promise<void> {
    const { audience } = await sources.getSource(caller.tenantId, id)
    if (!mayRead(readerOf(caller), audience)) throw new Problem('not-found')
  }

  return {
    async listSources(_asked, caller) {
      const all = await sources.listSources(caller.tenantId)
      return { sources: all.filter(({ audience }) => mayRead(readerOf(caller), audience)) }
    },
    addSource: ({ body }, { tenantId }) => sources.addSource(tenantId, body),
    async getSource({ params }, caller) {
      await readableSource(caller, params.id)
      return sources.presentSource(caller.tenantId, params.id)
    },

    async changeSource({ params, body }, { tenantId }) {
      const before = await sources.getSource(tenantId, params.id)
      const changed = await sources.changeSource(tenantId, params.id, body)
      await knowledge.restampSource(tenantId, { before, source: { ...before, ...body } })
      return changed
    },
    trustSource: ({ params, body }, { tenantId, staffId }) =>
      sources.trustSource(tenantId, params.id, { ...body, by: staffId }),
    listSourceTrust: async ({ params }, { tenantId }) => ({ said: await sources.listTrust(tenantId, params.id) }),

    async removeSource({ params, query }, { tenantId }) {
      await sources.getSource(tenantId, params.id)
      for (let after = ''; !query.keepArticles; ) {
        const some = await knowledge.listSourceArticles(tenantId, params.id, after)
        if (some.length === 0) break
        await removeArticles(tenantId, some)
        after = some.at(-1)!
      }
      await sources.removeSource(tenantId, params.id)
      return null
    },

    async uploadFile({ params, query, body }, { tenantId, staffId }) {
      const { place } = await sources.getSource(tenantId, params.id)
      if (place.kind !== 'upload')
        throw new Problem('invalid-request', { detail: 'files are given to sources of the kind upload' })
      const given = { sourceId: params.id, location: query.name, chunks: body, by: staffId }
      const { item, run } = await sources.receiveFile(tenantId, given)
      return { item: (await present(tenantId, [item]))[0]!, run: presentRun(run) }
    },

    async startRun({ params }, { tenantId, staffId }) {
      const source = await sources.getSource(tenantId, params.id)
      return presentRun(await sources.startRun(tenantId, source, { cause: 'person', by: staffId }))
    },
    async listRuns({ params, query }, caller) {
      await readableSource(caller, params.id)
      const { runs, total } = await sources.listRuns(caller.tenantId, params.id, query)
      return { runs: runs.map(presentRun), total }
    },
    async getRun({ params, query }, caller) {
      const run = await sources.getRun(caller.tenantId, params.id)
      await readableSource(caller, run.sourceId)
      return { run: presentRun(run), ...(await sources.listEntries(caller.tenantId, params.id, query)) }
    },
    async cancelRun({ params }, { tenantId }) {
      return presentRun(await sources.cancelRun(tenantId, params.id))
    },

    async listItems({ params, query }, caller) {
      await readableSource(caller, params.id)
      const { items, total } = await sources.listItems(caller.tenantId, params.id, query)
      return { items: await present(caller.tenantId, items), total }
    },
    async getItem({ params }, caller) {
      const item = await readableItem(caller, params.id)
      const articles = await knowledge.listArticlesOf(caller.tenantId, [item.id])
      return presentReport(item, articles.get(item.id) ?? [])
    },
    async removeItem({ params }, { tenantId }) {
      const item = await sources.getItem(tenantId, params.id)
      const articles = await knowledge.listArticlesOf(tenantId, [item.id])
      await removeArticles(tenantId, articles.get(item.id) ?? [])
      await sources.removeItem(tenantId, item.id)
      return null
    },

    async rotateSecret({ params }, { tenantId }) {
      return { secret: await sources.rotateSecret(tenantId, params.id) }
    },

    async takeEvent({ params, body }, _caller, { headers }) {
      const secrets = await sources.secretsOf(mainTenant, params.id)
      // Whether there is such a source is nobody's business who cannot sign for it.
      if (!isSigned(body, headers['lingxi-signature'], { secrets, now: clock.now() }))
        throw new Problem('not-signed-in', { detail: 'the signature does not fit' })
      const event = SourceEvent.safeParse(parseJson(new TextDecoder().decode(body)))
      if (!event.success) {
        const errors = event.error.issues.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message }))
        throw new Problem('invalid-request', { errors })
      }
      return takeEvent(mainTenant, await sources.getSource(mainTenant, params.id), event.data)
    },

    async readOriginal({ params }, caller, { sendFile }) {
      const { blobId, location, bytes, mediaType } = await readableItem(caller, params.id)
      if (!blobId) throw new Problem('not-found')
      const name =
        location
          .replace(/[?#].*$/, '')
          .split('/')
          .at(-1) || 'original'
      const chunks = sources.readOriginal(caller.tenantId, blobId)
      sendFile({ name, bytes, mediaType: mediaType ?? 'application/octet-stream', chunks })
      return null
    },
    async readOriginalText({ params }, caller) {
      const item = await readableItem(caller, params.id)
      const text = await sources.getText(caller.tenantId, item.id)
      return { item: (await present(caller.tenantId, [item]))[0]!, ...text, reports: item.pageReports }
    },
    async showInOriginal({ params, query }, caller) {
      const item = await readableItem(caller, params.id)
      const [article] = await knowledge.findAll(caller.tenantId, [query.articleId])
      if (article?.origin?.itemId !== item.id) throw new Problem('not-found')
      const [text, place] = await Promise.all([
        sources.getText(caller.tenantId, item.id),
        sources.findPlace(caller.tenantId, { ...query, itemId: item.id }),
      ])
      const shown = excerptAt(text, { quote: article.body.slice(query.start, query.end), place })
      return { item: (await present(caller.tenantId, [item]))[0]!, ...shown }
    },
  }
}

/** Who keeps the knowledge sees all of it. */
function readerOf(caller: Staff): Reader {
  if (caller.role !== 'staff') return keeper
  return { kind: 'staff', groups: 'groups' in caller ? (caller.groups as string[]) : [] }
}
