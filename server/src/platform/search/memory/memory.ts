/**
 * The index in this process: documents in a small delta and in segments (`parts.ts`), which a thread builds and joins
 * (`upkeep.ts`). Scores are exact: what bounds leave unread could not have been among the best.
 */
import { rm } from 'node:fs/promises'
import { inverseFrequency, type SearchIndex } from '../search.ts'
import type { Tokens } from '../tokens.ts'
import { type Builder, sharedBuilder } from './builder.ts'
import { createClasses } from './classes.ts'
import { createNames } from './names.ts'
import { createPace } from './pace.ts'
import { createParts } from './parts.ts'
import { readDocument } from './read-document.ts'
import { createSearching } from './searching.ts'
import { createSimilarWords } from './similar-words.ts'
import { fromSnapshot, type SavedIndex, toSnapshot } from './snapshot.ts'
import { createUpkeep } from './upkeep.ts'
import { createVectors } from './vectors.ts'

type Options = {
  tokens: Tokens
  /** Where `save` puts the snapshot; without it nothing is saved. */
  file?: string | undefined
  /** Documents that the delta takes before a segment is built from it. */
  deltaSize?: number
  /** Vectors that are all looked at; more are divided into lists. */
  flatUpTo?: number
  builder?: Builder
  /** Whether a sound snapshot that `save` was told this with is of use. */
  accepts?: (reached: string) => boolean
  /** Told why a snapshot that was there was thrown away. */
  onRefused?: (reason: 'broken' | 'unreadable' | 'not accepted') => void
  /** Told when the building thread failed; the index goes on with what it has, and tries again at the next change. */
  onFailure?: (error: unknown) => void
}
export type MemoryIndex = SearchIndex & {
  /** Resolves when all that was added stands in segments, and nothing is left to join. */
  settle(): Promise<void>
  /** Takes what the snapshot holds, into an index that is empty. Without a sound snapshot nothing happens. */
  load(): Promise<void>
}

const mostSimilar = 5
const nothing = () => {}

/** An index with what its snapshot holds, if there is a sound one. */
export async function openMemoryIndex(options: Options): Promise<MemoryIndex> {
  const index = createMemoryIndex(options)
  await index.load()
  return index
}

export function createMemoryIndex({
  tokens,
  file,
  deltaSize = 4096,
  flatUpTo = 200_000,
  builder = sharedBuilder,
  accepts = () => true,
  onRefused = nothing,
  onFailure = nothing,
}: Options): MemoryIndex {
  const names = createNames()
  const similarWords = createSimilarWords(names.at)
  const classes = createClasses()
  const parts = createParts(deltaSize)
  const upkeep = createUpkeep({ parts, builder, onFailure })
  const vectors = createVectors({ builder, flatUpTo })
  const searching = createSearching({ tokens, names, classes, parts, vectors })
  const surroundings = { tokens, numberOf, classOf: classes.numberOf }
  let position: string | undefined
  /** Of ids that several callers change at once, who came last; kept while anyone is at work. */
  const changed = new Map<string, number>()
  let changes = 0
  let changing = 0

  function numberOf(term: string): number {
    const before = names.count
    const number = names.add(term)
    if (number === before) similarWords.add(term, number)
    return number
  }

  /** Applies changes one by one, gives way in between, and never puts an older one over a newer. */
  async function apply<Change>(all: Change[], idOf: (change: Change) => string, change: (each: Change) => void) {
    const order = ++changes
    const pace = createPace()
    changing++
    try {
      for (const each of all) {
        const id = idOf(each)
        if ((changed.get(id) ?? 0) > order) continue
        if (changing > 1 || all.length > 1) changed.set(id, order)
        change(each)
        if (parts.turnOver()) upkeep.look()
        if (!pace.isDue()) continue
        await upkeep.room()
        await pace.rest()
      }
      await upkeep.room()
    } finally {
      if (--changing === 0) changed.clear()
      upkeep.look()
      vectors.look(onFailure)
    }
  }

  async function settle(): Promise<void> {
    parts.close()
    await upkeep.settle()
    await vectors.settle()
  }

  async function readSaved(): Promise<SavedIndex | undefined> {
    if (file === undefined) return undefined
    const read = await builder('read', { file }).catch(() => 'unreadable' as const)
    if (read === 'absent') return undefined
    const saved = typeof read === 'string' ? undefined : fromSnapshot(read)
    if (saved && accepts(saved.position)) return saved
    onRefused(typeof read === 'string' ? read : 'not accepted')
    await rm(file, { force: true }).catch(onFailure)
    return undefined
  }

  function drop(id: string): void {
    const handle = parts.remove(id)
    if (handle >= 0) vectors.remove(handle)
  }

  return {
    upsert: (documents) =>
      apply(
        documents,
        ({ id }) => id,
        (document) => {
          const read = readDocument(document, surroundings)
          drop(document.id)
          const handle = parts.add(read)
          if (document.vector) vectors.add(handle, document.vector)
        },
      ),
    remove: (ids) => apply(ids, (id) => id, drop),
    search: async (query) => searching.search(query),
    async rarity(terms) {
      if (parts.size === 0) return terms.map(() => 1)
      const greatest = inverseFrequency(parts.size, 0)
      return terms.map((term) => searching.idf(names.find(term)) / greatest)
    },
    async similar(term) {
      if (parts.holding(names.find(term)) > 0) return []
      const known = similarWords.find(term).filter((number) => parts.holding(number) > 0)
      known.sort((one, other) => parts.holding(other) - parts.holding(one) || one - other)
      return known.slice(0, mostSimilar).map(names.at)
    },
    has: async (ids) => ids.map((id) => parts.find(id) >= 0),
    size: async () => parts.size,
    settle,
    position: async () => position,
    async save(reached) {
      if (file === undefined) return
      await settle()
      const kept = vectors.saved()
      const saved = { classes: classes.all, names: names.saved(), segments: parts.saved(), vectors: kept?.saved }
      try {
        await builder('write', { file, snapshot: toSnapshot({ position: reached, ...saved }) })
      } finally {
        kept?.done()
      }
      position = reached
    },
    async load() {
      const saved = await readSaved()
      if (!saved) return
      const pace = createPace()
      for (const each of saved.classes) classes.numberOf(each)
      await names.load(saved.names, pace, similarWords.add)
      await parts.load(saved.segments, pace)
      if (saved.vectors) vectors.load(saved.vectors, parts.isAlive)
      position = saved.position
    },
  }
}
