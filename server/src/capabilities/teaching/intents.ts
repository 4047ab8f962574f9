/** The intents a company teaches, and what is done to whole intents. */
import { Problem } from '@lingxi/contract/problem'
import {
  type BothLanguages,
  type Intent,
  type IntentChange,
  type IntentDraft,
  mostIntents,
} from '@lingxi/contract/teaching'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import { createExamplesStore } from './examples-store.ts'
import { createIntentsStore } from './intents-store.ts'
import type { TeachingTables } from './teaching-store.ts'

export type TeachingParts = { store: TeachingTables; clock: Clock; ids: Ids }

export function createIntents({ store, clock, ids }: TeachingParts) {
  const intents = createIntentsStore(store)
  const examples = createExamplesStore(store)
  const stamp = (by: string | null) => ({ at: isoInstant(clock), by })

  /** Throws `not-found`. */
  async function get(tenantId: string, id: string): Promise<Intent> {
    const intent = await intents.find(tenantId, id)
    if (!intent) throw new Problem('not-found')
    return intent
  }

  return {
    get,
    list: (tenantId: string, { archived = false } = {}) => intents.list(tenantId, { archived }),
    count: (tenantId: string) => intents.count(tenantId),

    /** Throws `already-exists`; `too-large` when there are 1,000. */
    async add(tenantId: string, draft: IntentDraft, by: string | null): Promise<Intent> {
      const id = ids.next('int')
      await store.change(tenantId, async (handle) => {
        if ((await intents.count(tenantId, handle)) >= mostIntents)
          throw new Problem('too-large', { detail: `At most ${mostIntents} intents.` })
        const added = await intents.insert(tenantId, { intents: [{ ...draft, id }], ...stamp(by) }, handle)
        if (added.size === 0) throw new Problem('already-exists')
      })
      return get(tenantId, id)
    },

    /** Throws `changed-meanwhile`, `already-exists` or `not-found`. */
    async change(
      tenantId: string,
      id: string,
      { by, ...change }: IntentChange & { by: string | null },
    ): Promise<Intent> {
      const outcome = await store.change(tenantId, async (handle) => {
        const changed = await intents.change(tenantId, { ...change, id, ...stamp(by) }, handle)
        if (changed === 'taken') throw new Problem('already-exists')
        return changed
      })
      if (outcome === 'changed') return get(tenantId, id)
      await get(tenantId, id)
      throw new Problem('changed-meanwhile')
    },

    /** With its examples. Throws `not-found`. */
    remove: (tenantId: string, id: string): Promise<void> =>
      store.change(tenantId, async (handle) => {
        if (!(await intents.remove(tenantId, id, handle))) throw new Problem('not-found')
        await examples.remove(tenantId, { intentId: id }, handle)
      }),

    /** All examples of one go to the other, which is returned; the one is gone. Throws `not-found`; `invalid-request` with itself. */
    async merge(tenantId: string, id: string, { into, by }: { into: string; by: string | null }): Promise<Intent> {
      if (id === into) throw new Problem('invalid-request', { detail: 'an intent cannot be merged with itself' })
      await store.change(tenantId, async (handle) => {
        if (!(await intents.find(tenantId, into, handle))) throw new Problem('not-found')
        if (!(await intents.remove(tenantId, id, handle))) throw new Problem('not-found')
        await examples.move(tenantId, { from: id, to: into, ...stamp(by) }, handle)
      })
      return get(tenantId, into)
    },

    /** A new intent of some examples of this one. Throws `not-found`, also when none of the examples is of it, and `already-exists`. */
    async split(
      tenantId: string,
      id: string,
      asked: { name: string; title: BothLanguages; exampleIds: string[]; by: string | null },
    ): Promise<Intent> {
      const fresh = { id: ids.next('int'), name: asked.name, title: asked.title, description: { zh: '', en: '' } }
      await store.change(tenantId, async (handle) => {
        if (!(await intents.find(tenantId, id, handle))) throw new Problem('not-found')
        const added = await intents.insert(tenantId, { intents: [fresh], ...stamp(asked.by) }, handle)
        if (added.size === 0) throw new Problem('already-exists')
        const moving = { ids: asked.exampleIds, from: id, to: fresh.id, ...stamp(asked.by) }
        if ((await examples.move(tenantId, moving, handle)) === 0) throw new Problem('not-found')
      })
      return get(tenantId, fresh.id)
    },
  }
}
export type Intents = ReturnType<typeof createIntents>
