/**
 * What chooses between ways to go on, as it is kept: choices with how they turned out, versions of what was learnt of them, and
 * which of these is used. Promises: a version is never changed; one at most is in use; one comes in use only where it was judged
 * not to be worse, or was in use before. It knows nothing of how is learnt or chosen.
 */
import type { ChoicesTold, ChoosingChange, ChoosingOverview, ChoosingStanding } from '@lingxi/contract/choosing'
import type { ChoosingJudgement, ChoosingVersion } from '@lingxi/contract/choosing'
import { Problem } from '@lingxi/contract/problem'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import { createChoicesStore } from './choices-store.ts'
import { type Handle, openChoosingTables, type StateRow } from './choosing-store.ts'
import { tellChoices } from './tell-choices.ts'
import { createVersionsStore, type KeptVersion } from './versions-store.ts'

export type { ChoiceRow as KeptChoice } from './choosing-store.ts'
export type Choosing = ReturnType<typeof createChoosing>

type Parts = {
  database: Database
  clock: Clock
  ids: Ids
  /** Told after the change; who runs elsewhere has to be told by the caller. */
  onChange: (tenantId: string) => void
}
type Learnt = {
  learnt: string
  samples: number
  known: number
  judgement: ChoosingJudgement | null
  by: string | null
  /** What stood when it was begun: where either is another by now, somebody was quicker. */
  since: { standing: number; last: number }
}

export function createChoosing({ database, clock, ids, onChange }: Parts) {
  const store = openChoosingTables(database)
  const choices = createChoicesStore(store)
  const versions = createVersionsStore(store)

  const standing = async (tenantId: string): Promise<ChoosingStanding> => toStanding(await store.state(tenantId))

  async function set(
    tenantId: string,
    next: StateRow,
    { kinds, by, handle }: { kinds: ChoosingChange['kind'][]; by: string | null; handle: Handle },
  ): Promise<ChoosingStanding> {
    const at = isoInstant(clock)
    await store.setState(tenantId, next, handle)
    for (const kind of kinds)
      await versions.noteChange(tenantId, { id: ids.next('chc'), at, by, kind, number: next.used }, handle)
    if (kinds.includes('used')) await versions.noteUsed(tenantId, next.used, { at, handle })
    return toStanding(next)
  }

  /** Throws `changed-meanwhile` when what stands is not what was seen. */
  async function change(
    tenantId: string,
    seen: number,
    work: (handle: Handle, state: StateRow) => Promise<ChoosingStanding>,
  ): Promise<ChoosingStanding> {
    const changed = await store.hold(tenantId, async (handle, state) => {
      if (state.version !== seen) throw new Problem('changed-meanwhile')
      return work(handle, state)
    })
    onChange(tenantId)
    return changed
  }

  /** Throws `not-found`. */
  async function get(tenantId: string, number: number): Promise<ChoosingVersion> {
    const [kept, state] = await Promise.all([versions.find(tenantId, number), store.state(tenantId)])
    if (!kept) throw new Problem('not-found')
    return toVersion(kept, state)
  }

  return {
    standing,
    choices: {
      keep: choices.keep,
      toSettle: choices.toSettle,
      known: choices.known,
      count: choices.count,
      /** Of those made since a moment (ISO). */
      tell: async (tenantId: string, since: string): Promise<ChoicesTold> =>
        tellChoices(await choices.groups(tenantId, since)),
    },

    async overview(tenantId: string): Promise<ChoosingOverview> {
      const [now, counts, changes] = await Promise.all([
        standing(tenantId),
        choices.count(tenantId),
        versions.changes(tenantId),
      ])
      return { standing: now, choices: counts, changes }
    },

    get,
    async list(tenantId: string, page: { limit: number; offset: number }) {
      const [kept, last, state] = await Promise.all([
        versions.list(tenantId, page),
        versions.last(tenantId),
        store.state(tenantId),
      ])
      return { versions: kept.map((each) => toVersion(each, state)), total: last?.number ?? 0 }
    },
    last: (tenantId: string) => versions.last(tenantId),
    /** What was learnt, as it was given to `add`; undefined where there is no such version. */
    learnt: versions.learnt,

    /**
     * A new version. Where the company lets better ones come in use by themselves and this one is judged not to be worse, it
     * comes in use with it. Undefined where another was added or used since: nothing is kept.
     */
    async add(tenantId: string, { since, by, ...learnt }: Learnt): Promise<ChoosingVersion | undefined> {
      const number = await store.hold(tenantId, async (handle, state) => {
        const last = (await versions.last(tenantId, handle))?.number ?? 0
        if (last !== since.last || state.version !== since.standing) return undefined
        const made = last + 1
        const createdAt = isoInstant(clock)
        await versions.insert(tenantId, { ...learnt, number: made, createdAt, createdBy: by }, handle)
        if (state.by_itself && learnt.judgement?.verdict === 'not-worse') {
          const next = { ...state, version: state.version + 1, used: made }
          await set(tenantId, next, { kinds: ['used'], by: null, handle })
        }
        return made
      })
      if (number === undefined) return undefined
      onChange(tenantId)
      return get(tenantId, number)
    },

    /**
     * Lets a version choose. Throws `changed-meanwhile` when what stands is not `version`, `not-found`, `not-judged` where it was
     * never in use and is not judged to be no worse.
     */
    use: (tenantId: string, number: number, { version: seen, by }: { version: number; by: string }) =>
      change(tenantId, seen, async (handle, state) => {
        const wanted = number === 0 ? undefined : await versions.find(tenantId, number, handle)
        if (number !== 0 && !wanted) throw new Problem('not-found')
        if (state.used === number) return toStanding(state)
        if (wanted && wanted.usedAt === null && wanted.judgement?.verdict !== 'not-worse')
          throw new Problem('not-judged')
        const next = { ...state, version: seen + 1, used: number }
        return set(tenantId, next, { kinds: ['used'], by, handle })
      }),

    /** Throws `changed-meanwhile`. */
    change: (
      tenantId: string,
      { version: seen, frozen, byItself, by }: { version: number; frozen: boolean; byItself: boolean; by: string },
    ) =>
      change(tenantId, seen, async (handle, state) => {
        const kinds: ChoosingChange['kind'][] = []
        if (frozen !== state.frozen) kinds.push(frozen ? 'frozen' : 'let-try')
        if (byItself !== state.by_itself) kinds.push(byItself ? 'by-itself' : 'by-people')
        if (kinds.length === 0) return toStanding(state)
        const next = { ...state, version: seen + 1, frozen, by_itself: byItself }
        return set(tenantId, next, { kinds, by, handle })
      }),
  }
}

const toStanding = ({ by_itself: byItself, ...state }: StateRow): ChoosingStanding => ({ ...state, byItself })

function toVersion({ known: _known, usedAt, ...kept }: KeptVersion, { used }: StateRow): ChoosingVersion {
  return { ...kept, state: kept.number === used ? 'in-use' : usedAt === null ? 'candidate' : 'retired' }
}
