/**
 * What another system tells of a document, taken at once: when this resolves, customers find it. An event that comes again
 * is answered as before; one that is older than what is known changes nothing. Events about one document wait for each
 * other; should another process have taken a newer one meanwhile, the newer one is put again, so that it stands last.
 */
import type { SourceEvent, SourceEventAnswer } from '@lingxi/contract/source'
import { type Documents, refuse, textToMarkdown } from '#platform/documents'
import type { Sources, StoredItem, StoredSource } from '#sources'
import type { Knowledge } from './read-item.ts'

type Parts = {
  sources: Sources
  knowledge: Knowledge & { withdrawDocuments(tenantId: string, itemIds: string[]): Promise<string[]> }
  /** Of its own, so that an event never waits for a large file. */
  documents: Pick<Documents, 'read'>
}
type Told = { source: StoredSource; item: StoredItem; event: SourceEvent }
type Found = { text: string; title: string | null; notes: StoredItem['notes'] }
type Answer = Omit<SourceEventAnswer, 'repeated'>

const firstPage = [{ page: 1, start: 0 }]
const mediaTypes = { markdown: 'text/markdown', html: 'text/html', text: 'text/plain' } as const

export function createTakeEvent({ sources, knowledge, documents }: Parts) {
  const waiting = new Map<string, Promise<unknown>>()

  /** One after the other for each key. */
  async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = waiting.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    waiting.set(key, settled)
    try {
      return await mine
    } finally {
      if (waiting.get(key) === settled) waiting.delete(key)
    }
  }

  async function read({
    event,
  }: Told): Promise<{ text: string; title: string | null; notes: StoredItem['notes'] } | undefined> {
    const content = event.content ?? ''
    if (event.format === 'text') return { text: textToMarkdown(content), title: event.title ?? null, notes: [] }
    if (event.format === 'markdown') return { text: content, title: event.title ?? headingOf(content), notes: [] }
    let text = ''
    const input = {
      name: 'event.html',
      bytes: Buffer.from(content),
      mediaType: 'text/html; charset=utf-8',
      address: event.url,
    }
    const outcome = await documents.read(input, (part) => {
      if (part.kind === 'page') text += part.text
    })
    return outcome.outcome === 'read' ? { text, title: event.title ?? outcome.title, notes: outcome.notes } : undefined
  }

  async function put(tenantId: string, told: Told): Promise<Answer> {
    const { source, item, event } = told
    const none = { itemId: item.id, articleIds: [] }
    const chunks = once(Buffer.from(event.content ?? ''))
    const kept = await sources.keepItem(
      tenantId,
      { sourceId: source.id, location: item.location, chunks },
      { mediaType: mediaTypes[event.format] },
    )
    const found = await read(told)
    if (!found || found.text.trim() === '') {
      await sources.changeItem(tenantId, item.id, {
        refusal: refuse('no-text'),
        ...(!item.readHash && { state: 'refused' }),
      })
      return { ...none, outcome: 'refused', reason: 'no-text' }
    }
    const report = await putText(tenantId, told, found)
    const refusal = report.outcome === 'refused' ? refuse('nothing-for-articles') : null
    const readHash = refusal ? {} : ({ state: 'read', readHash: kept.contentHash } as const)
    const at = sources.now()
    const about = {
      title: found.title,
      format: event.format,
      notes: found.notes,
      rows: report.rows,
      readAt: at,
      checkedAt: at,
    }
    await sources.writeText(tenantId, item.id, { text: found.text, pages: firstPage, places: report.spans })
    await sources.changeItem(tenantId, item.id, { ...about, ...readHash, refusal })
    return { itemId: item.id, articleIds: report.articleIds, outcome: report.outcome, reason: refusal?.code ?? null }
  }

  function putText(tenantId: string, { source, item, event }: Told, { text, title }: Found) {
    // Never as a Markdown file, whose front matter could say other things than the event.
    const document = { text, pages: firstPage, format: 'text', location: event.url ?? item.location, title, tables: [] }
    const language = event.language ?? source.language
    const { alternatives } = event
    return knowledge.putDocument(tenantId, {
      source: { ...source, language },
      itemId: item.id,
      document,
      changed: true,
      alternatives,
    })
  }

  async function withdraw(tenantId: string, item: StoredItem): Promise<Answer> {
    const articleIds = await knowledge.withdrawDocuments(tenantId, [item.id])
    await sources.changeItem(tenantId, item.id, { state: 'withdrawn', readHash: null, checkedAt: sources.now() })
    return { itemId: item.id, articleIds, outcome: 'withdrawn', reason: null }
  }

  /** Another process has taken something newer while this was put: that has to stand last. */
  async function putNewer(tenantId: string, told: Told): Promise<void> {
    const item = await sources.getItem(tenantId, told.item.id)
    if (item.state === 'withdrawn') return void (await withdraw(tenantId, item))
    const text = await sources.findText(tenantId, item.id)
    if (!text) return
    const document = { ...text, format: 'text', location: item.location, title: item.title, tables: [] }
    await knowledge.putDocument(tenantId, { source: told.source, itemId: item.id, document, changed: true })
  }

  async function apply(tenantId: string, source: StoredSource, event: SourceEvent): Promise<SourceEventAnswer> {
    const before = await sources.findEvent(tenantId, source.id, event.id)
    if (before) return { ...before, repeated: true }
    const item = await sources.ensureItem(tenantId, source.id, event.document)
    const version = event.sequence + 1
    const told = { source, item, event }
    const answer =
      item.version >= version
        ? olderThan(item)
        : await (event.type === 'put' ? put(tenantId, told) : withdraw(tenantId, item))
    if (answer.outcome !== 'ignored-older' && !(await sources.advanceItem(tenantId, item.id, version)))
      await putNewer(tenantId, told)
    const whole = { ...answer, repeated: false }
    await sources.keepEvent(tenantId, source.id, { eventId: event.id, answer: whole })
    return whole
  }

  return function takeEvent(tenantId: string, source: StoredSource, event: SourceEvent): Promise<SourceEventAnswer> {
    return inTurn(`${source.id} ${event.document}`, () => apply(tenantId, source, event))
  }
}

const olderThan = (item: StoredItem): Answer => ({
  itemId: item.id,
  articleIds: [],
  outcome: 'ignored-older',
  reason: null,
})

const headingOf = (text: string) => /^#{1,6} +(.+?)[ #]*$/m.exec(text)?.[1] ?? null

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
