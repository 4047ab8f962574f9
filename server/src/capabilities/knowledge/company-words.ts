/**
 * A company's own words: its dictionary, synonyms and stop words, kept in the database and held ready for every question.
 * A change holds from the next question on; `onChange` is told, so that other processes `reload`. What was indexed with
 * other words is found all the same (own words are added to the general ones), and is cut again in the background.
 */
import { Problem } from '@lingxi/contract/problem'
import type { Language } from '@lingxi/contract/message'
import {
  type CutSentence,
  mostSearchWords,
  type SearchWord,
  type SearchWordDraft,
  type SearchWordsReport,
} from '@lingxi/contract/search-words'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { Tokens } from '#platform/search'
import { type ReadWord, readWords } from './importing/read-words.ts'
import { createSynonyms, type SynonymsOf } from './synonyms.ts'
import type { KeptWord, WordFilter, WordsStore } from './words-store.ts'

export type { Synonym, SynonymsOf } from './synonyms.ts'
/** One company's words at work. `tokens` stays the same object while its words change. */
export type OwnWords = { tokens: Tokens; synonyms: SynonymsOf }
/** What came or went, folded: texts that hold one of these are cut again. */
export type ChangedWords = (tenantId: string, words: string[]) => void

type Parts = { store: WordsStore; tokens: Tokens; clock: Clock; ids: Ids; onChange: ChangedWords }
type Held = { tokens: Tokens; synonyms: SynonymsOf; together: Set<string>; reading: Promise<string[]> }

export function createCompanyWords({ store, tokens: general, clock, ids, onChange }: Parts) {
  const held = new Map<string, Promise<Held>>()

  async function read(tenantId: string, into: Held): Promise<string[]> {
    const before = into.together
    const words = await store.all(tenantId)
    into.together = new Set(
      words
        .filter(({ kind }) => kind !== 'stop-word')
        .flatMap(wordingsOf)
        .map(general.fold),
    )
    into.tokens.change({
      words: [...into.together],
      stopWords: words.filter(({ kind }) => kind === 'stop-word').map(({ text }) => text),
    })
    into.synonyms = createSynonyms(words, (wording) => into.tokens.words(wording).join(' '))
    return [...before.symmetricDifference(into.together)]
  }

  /** Read once, at the first need; a failed reading is tried again by the next who asks. */
  function heldOf(tenantId: string): Promise<Held> {
    const there = held.get(tenantId)
    if (there) return there
    const empty: Held = {
      tokens: general.fresh(),
      synonyms: () => [],
      together: new Set(),
      reading: Promise.resolve([]),
    }
    const reading = read(tenantId, empty).then(() => empty)
    held.set(tenantId, reading)
    reading.catch(() => held.delete(tenantId))
    return reading
  }

  /** One reading after the other: an earlier state never comes last. */
  async function reload(tenantId: string): Promise<string[]> {
    const mine = await heldOf(tenantId)
    const reading = mine.reading.catch(() => []).then(() => read(tenantId, mine))
    mine.reading = reading
    return reading
  }

  async function follow(tenantId: string): Promise<void> {
    onChange(tenantId, await reload(tenantId))
  }

  const kept = (draft: SearchWordDraft, more: Pick<SearchWord, 'id' | 'version' | 'updatedBy'>): KeptWord => ({
    ...draft,
    ...more,
    folded: general.fold(draft.text),
    updatedAt: isoInstant(clock),
  })

  return {
    /** A company's words at work, for whoever cuts its texts and questions. */
    async of(tenantId: string): Promise<OwnWords> {
      const mine = await heldOf(tenantId)
      return { tokens: mine.tokens, synonyms: (word, language) => mine.synonyms(word, language) }
    },

    /** Follows what another process changed: the words that came or went. */
    reload,

    /** By the words in order. */
    list: (tenantId: string, filter: WordFilter) =>
      store.list(tenantId, { ...filter, ...(filter.q && { q: general.fold(filter.q) }) }),

    /** How a sentence is cut now, and what the company's words make of each of its own. */
    async cut(tenantId: string, { q, language }: { q: string; language: Language }): Promise<CutSentence> {
      const { tokens, synonyms } = await heldOf(tenantId)
      const words = tokens.words(q).map((word) => ({
        word,
        says: !tokens.isFiller(word),
        synonyms: [...synonyms(word, language)],
      }))
      return { words }
    },

    /** Throws `already-exists` for the same word of that kind and language. */
    async add(tenantId: string, draft: SearchWordDraft, by: string | null): Promise<SearchWord> {
      const word = kept(draft, { id: ids.next('wrd'), version: 1, updatedBy: by })
      if (!(await store.insert(tenantId, [word]))) throw new Problem('already-exists')
      await follow(tenantId)
      return toShown(word)
    },

    /** Throws `changed-meanwhile`, `already-exists` or `not-found`. */
    async change(
      tenantId: string,
      id: string,
      { version, by, ...draft }: SearchWordDraft & { version: number; by: string | null },
    ): Promise<SearchWord> {
      const changed = await store.change(tenantId, kept(draft, { id, version, updatedBy: by }))
      if (changed === 'taken') throw new Problem('already-exists')
      if (changed === 'stale') throw new Problem((await store.find(tenantId, id)) ? 'changed-meanwhile' : 'not-found')
      await follow(tenantId)
      return changed
    },

    /** Throws `not-found`. */
    async remove(tenantId: string, id: string): Promise<void> {
      if (!(await store.remove(tenantId, id))) throw new Problem('not-found')
      await follow(tenantId)
    },

    /** Imports a CSV; what is there already is replaced, broken rows are reported. All or nothing of what is sound. */
    async importFile(tenantId: string, bytes: Uint8Array, by: string | null): Promise<SearchWordsReport> {
      const rows = readWords(bytes)
      if (rows.length > mostSearchWords)
        throw new Problem('too-large', { detail: `At most ${mostSearchWords} words can be imported at once.` })
      const report = await store.transaction(async (handle) => {
        const there = new Map((await store.all(tenantId, handle)).map((word) => [keyOf(word), word]))
        const { fresh, changed, report: told } = sort(rows, there)
        const added = fresh.map((draft) => kept(draft, { id: ids.next('wrd'), version: 1, updatedBy: by }))
        if (!(await store.insert(tenantId, added, handle))) throw new Problem('changed-meanwhile')
        for (const { draft, id, version } of changed)
          await store.change(tenantId, kept(draft, { id, version, updatedBy: by }), handle)
        return told
      })
      if (report.created + report.updated > 0) await follow(tenantId)
      return report
    },
  }

  /** What of the rows is new, what replaces something, and what is left as it is. The last of equal rows counts. */
  function sort(rows: ReadWord[], there: Map<string, KeptWord>) {
    const sound = new Map(
      rows.flatMap((row) =>
        'draft' in row ? [[keyOf({ ...row.draft, folded: general.fold(row.draft.text) }), row.draft] as const] : [],
      ),
    )
    const fresh = [...sound].filter(([key]) => !there.has(key)).map(([, draft]) => draft)
    const changed = [...sound].flatMap(([key, draft]) => {
      const old = there.get(key)
      return old && !isSame(old, draft) ? [{ draft, id: old.id, version: old.version }] : []
    })
    const refused = rows.flatMap((row) => ('reason' in row ? [row] : []))
    const report = {
      created: fresh.length,
      updated: changed.length,
      unchanged: sound.size - fresh.length - changed.length,
      refused,
    }
    return { fresh, changed, report }
  }
}
export type CompanyWords = ReturnType<typeof createCompanyWords>

const wordingsOf = ({ text, others }: SearchWord) => [text, ...others]
const keyOf = ({ kind, language, folded }: Pick<KeptWord, 'kind' | 'language' | 'folded'>) =>
  `${kind} ${language ?? ''} ${folded}`
const isSame = (old: SearchWord, { text, others, weight }: SearchWordDraft) =>
  old.text === text && Math.abs(old.weight - weight) < 0.001 && old.others.join('\n') === others.join('\n')
function toShown(word: KeptWord): SearchWord {
  const { id, kind, language, text, others, weight, version, updatedAt, updatedBy } = word
  return { id, kind, language, text, others, weight, version, updatedAt, updatedBy }
}
