/** The examples a company teaches with: what customers say, what is meant by it, and which words name what. */
import { Problem } from '@lingxi/contract/problem'
import {
  type Example,
  type ExampleChange,
  type ExampleDraft,
  type ExampleSource,
  type ExamplesChange,
  mostExamples,
} from '@lingxi/contract/teaching'
import { isoInstant } from '#platform/clock'
import { createExamplesStore, type ExampleFilter } from './examples-store.ts'
import type { TeachingParts } from './intents.ts'
import { createIntentsStore, type Stamp } from './intents-store.ts'
import type { Handle } from './teaching-store.ts'

type Adding = { examples: ExampleDraft[]; source: ExampleSource; by: string | null }

export function createExamples({ store, clock, ids }: TeachingParts) {
  const examples = createExamplesStore(store)
  const intents = createIntentsStore(store)
  const stamp = (by: string | null): Stamp => ({ at: isoInstant(clock), by })

  /** Throws `not-found` when one of the intents is gone. */
  async function checkIntents(tenantId: string, wanted: (string | null)[], handle: Handle): Promise<void> {
    const named = new Set(wanted.filter((id) => id !== null))
    if (named.size === 0) return
    const there = await intents.names(tenantId, handle)
    if (![...named].every((id) => there.has(id))) throw new Problem('not-found', { detail: 'The intent is not there.' })
  }

  return {
    list: (tenantId: string, filter: ExampleFilter & { limit: number; offset: number }) =>
      examples.list(tenantId, filter),
    count: (tenantId: string, filter: ExampleFilter = {}) => examples.count(tenantId, filter),
    /** All, in the order in which they were added, some at a time. */
    read: (tenantId: string) => examples.read(tenantId),

    /** What is there already under the same intent is told, and left as it is. Throws `not-found`, `too-large`. */
    async add(
      tenantId: string,
      { examples: drafts, source, by }: Adding,
    ): Promise<{ examples: Example[]; duplicates: string[] }> {
      if ((await examples.count(tenantId)) + drafts.length > mostExamples)
        throw new Problem('too-large', { detail: `At most ${mostExamples} examples.` })
      const given = drafts.map((draft) => ({ ...draft, id: ids.next('exa') }))
      const added = await store.change(tenantId, async (handle) => {
        await checkIntents(
          tenantId,
          drafts.map(({ intentId }) => intentId),
          handle,
        )
        return examples.insert(tenantId, { examples: given, source, ...stamp(by) }, handle)
      })
      const kept = { source, version: 1, updatedAt: isoInstant(clock), updatedBy: by }
      return {
        examples: given.filter(({ id }) => added.has(id)).map((draft) => ({ ...draft, ...kept })),
        duplicates: given.filter(({ id }) => !added.has(id)).map(({ text }) => text),
      }
    },

    /** Throws `changed-meanwhile`, `already-exists` or `not-found`. */
    async change(
      tenantId: string,
      id: string,
      { by, ...change }: ExampleChange & { by: string | null },
    ): Promise<Example> {
      await store.change(tenantId, async (handle) => {
        await checkIntents(tenantId, [change.intentId], handle)
        const outcome = await examples.change(tenantId, { ...change, id, ...stamp(by) }, handle)
        if (outcome === 'taken') throw new Problem('already-exists')
        if (outcome === 'stale')
          throw new Problem((await examples.find(tenantId, id, handle)) ? 'changed-meanwhile' : 'not-found')
      })
      const changed = await examples.find(tenantId, id)
      if (!changed) throw new Problem('not-found')
      return changed
    },

    /** How many were changed; what is gone meanwhile is none of them. Throws `not-found` for an intent that is not there. */
    changeMany: (
      tenantId: string,
      { ids: which, change, by }: { ids: string[]; change: ExamplesChange; by: string | null },
    ): Promise<number> =>
      store.change(tenantId, async (handle) => {
        if (change.kind === 'delete') return examples.remove(tenantId, { ids: which }, handle)
        const given = { ids: which, ...stamp(by) }
        if (change.kind === 'language')
          return examples.setLanguage(tenantId, { ...given, language: change.language }, handle)
        if (change.kind === 'unannotate') return examples.unannotate(tenantId, { ...given, type: change.type }, handle)
        if (change.kind === 'out-of-scope') return examples.move(tenantId, { ...given, to: 'out-of-scope' }, handle)
        await checkIntents(tenantId, [change.intentId], handle)
        return examples.move(tenantId, { ...given, to: change.intentId }, handle)
      }),
  }
}
export type Examples = ReturnType<typeof createExamples>
