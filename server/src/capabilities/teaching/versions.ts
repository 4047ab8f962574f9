/** What was learnt, version by version: a person lets one of them read, and takes that back. */
import { Problem } from '@lingxi/contract/problem'
import type { Comparison, JudgedExample, LearntVersion, VersionEvaluation } from '@lingxi/contract/training'
import { isoInstant } from '#platform/clock'
import { compareVersions } from './compare-versions.ts'
import type { TeachingParts } from './intents.ts'
import { createJudgedStore, type JudgedFilter } from './judged-store.ts'
import type { Handle } from './teaching-store.ts'
import { createVersionsStore, type NewVersion } from './versions-store.ts'

/** Older ones go, but for what reads and what read before it. */
const mostKept = 20

type Judgement = { evaluation: NewVersion['evaluation']; judged: JudgedExample[] }
type Unjudged = Omit<NewVersion, 'id' | 'at' | 'evaluation'> & { trainingId: string }
export type LearntNow = Unjudged & Judgement
/** Of a version that was not judged yet. */
const notJudged: NewVersion['evaluation'] = {
  folds: 0,
  examples: 0,
  figures: {
    accuracy: null,
    macroF1: null,
    inScopeAccuracy: null,
    outOfScopeRecall: null,
    calibrationError: null,
    entityF1: null,
    sentimentAccuracy: null,
    emotionMacroF1: null,
  },
  intents: [],
  confusions: [],
  calibration: [],
  outOfScope: [],
  threshold: 0.5,
  entities: [],
  sentiments: [],
  emotions: [],
}
/** Another version reads, or none. */
export type OnRelease = (tenantId: string) => void

export function createVersions({ store, clock, ids, onRelease }: TeachingParts & { onRelease: OnRelease }) {
  const versions = createVersionsStore(store)
  const judged = createJudgedStore(store)

  /** Throws `not-found`. */
  async function get(tenantId: string, id: string): Promise<LearntVersion> {
    const version = await versions.find(tenantId, id)
    if (!version) throw new Problem('not-found')
    return version
  }
  async function running(tenantId: string): Promise<LearntVersion | undefined> {
    const id = await versions.runningId(tenantId)
    return id === null ? undefined : versions.find(tenantId, id)
  }

  /** The versions that a roll-back leads to stay as well. */
  async function removeOld(tenantId: string, handle: Handle): Promise<void> {
    const runs = await versions.holdRunningId(tenantId, handle)
    const [, before] = await versions.releases(tenantId, handle)
    const old = (await versions.list(tenantId, handle)).slice(mostKept)
    for (const { id } of old) if (id !== runs && id !== before?.versionId) await versions.remove(tenantId, id, handle)
  }

  /** From now on it reads. */
  async function setRunning(tenantId: string, { id, by }: { id: string; by: string | null }, handle: Handle) {
    await versions.setRunning(tenantId, id, handle)
    await versions.insertRelease(tenantId, { id: ids.next('rel'), versionId: id, at: isoInstant(clock), by }, handle)
  }

  return {
    get,
    running,
    list: (tenantId: string) => versions.list(tenantId),

    /** Ends the training with a new version; undefined when it was cancelled meanwhile. */
    async keep(tenantId: string, learnt: LearntNow): Promise<LearntVersion | undefined> {
      const id = ids.next('ver')
      const at = isoInstant(clock)
      const kept = await store.transaction(async (handle) => {
        if (!(await versions.endTraining(tenantId, { trainingId: learnt.trainingId, versionId: id, at }, handle)))
          return false
        await versions.insert(tenantId, { ...learnt, id, at }, handle)
        await judged.insert(tenantId, { versionId: id, judged: learnt.judged }, handle)
        await removeOld(tenantId, handle)
        return true
      })
      return kept ? get(tenantId, id) : undefined
    },

    /**
     * Where nothing reads, what was learnt does from now on, before it is judged, and the training goes on. Its id; undefined
     * when something reads, or the training was cancelled meanwhile.
     */
    async readFirst(tenantId: string, learnt: Unjudged): Promise<string | undefined> {
      const id = ids.next('ver')
      const reads = await store.transaction(async (handle) => {
        if ((await versions.holdRunningId(tenantId, handle)) !== null) return false
        if (!(await versions.tellVersion(tenantId, { trainingId: learnt.trainingId, versionId: id }, handle)))
          return false
        await versions.insert(tenantId, { ...learnt, evaluation: notJudged, id, at: isoInstant(clock) }, handle)
        await setRunning(tenantId, { id, by: null }, handle)
        return true
      })
      if (reads) onRelease(tenantId)
      return reads ? id : undefined
    },
    /** Ends the training of what reads already; false when it was cancelled, or the version removed, meanwhile. */
    judge: (
      tenantId: string,
      of: { trainingId: string; versionId: string },
      { evaluation, judged: some }: Judgement,
    ): Promise<boolean> =>
      store.transaction(async (handle) => {
        if (!(await versions.endTraining(tenantId, { ...of, at: isoInstant(clock) }, handle))) return false
        if (!(await versions.judge(tenantId, { id: of.versionId, evaluation }, handle))) return false
        await judged.insert(tenantId, { versionId: of.versionId, judged: some }, handle)
        return true
      }),

    /** From now on it reads. The one that does already stays. Throws `not-found`. */
    async release(tenantId: string, id: string, by: string | null): Promise<LearntVersion> {
      await store.transaction(async (handle) => {
        const runs = await versions.holdRunningId(tenantId, handle)
        if (!(await versions.find(tenantId, id, handle))) throw new Problem('not-found')
        if (runs !== id) await setRunning(tenantId, { id, by }, handle)
      })
      onRelease(tenantId)
      return get(tenantId, id)
    },

    /** What read before it reads again; without one, none does. */
    async rollBack(tenantId: string): Promise<LearntVersion | undefined> {
      await store.transaction(async (handle) => {
        await versions.holdRunningId(tenantId, handle)
        const [last, before] = await versions.releases(tenantId, handle)
        if (last) await versions.removeRelease(tenantId, last.id, handle)
        await versions.setRunning(tenantId, before?.versionId ?? null, handle)
      })
      onRelease(tenantId)
      return running(tenantId)
    },

    /** Throws `not-found`, and `invalid-request` for the one that reads. */
    remove: (tenantId: string, id: string): Promise<void> =>
      store.transaction(async (handle) => {
        const runs = await versions.holdRunningId(tenantId, handle)
        if (!(await versions.find(tenantId, id, handle))) throw new Problem('not-found')
        if (runs === id) throw new Problem('invalid-request', { detail: 'it reads messages now' })
        await versions.remove(tenantId, id, handle)
      }),

    /** The bytes of a version; undefined: there is none. */
    artefact: versions.artefact,
    /** What reads now, with its bytes; undefined: none. */
    async released(tenantId: string): Promise<{ id: string; artefact: Uint8Array } | undefined> {
      const id = await versions.runningId(tenantId)
      const artefact = id === null ? undefined : await versions.artefact(tenantId, id)
      return id !== null && artefact ? { id, artefact } : undefined
    },

    /** Whether what is taught was changed since the running version read it; true without one. */
    async changedSince(tenantId: string): Promise<boolean> {
      const id = await versions.runningId(tenantId)
      const changes = id === null ? undefined : await versions.changes(tenantId, id)
      return changes !== (await store.changes(tenantId))
    },

    /** Throws `not-found`. */
    async evaluation(tenantId: string, id: string): Promise<VersionEvaluation> {
      const evaluation = await versions.evaluation(tenantId, id)
      if (!evaluation) throw new Problem('not-found')
      return evaluation
    },
    async judged(tenantId: string, id: string, filter: JudgedFilter) {
      await get(tenantId, id)
      return judged.list(tenantId, id, filter)
    },
    /** With the running version unless another is named. Throws `not-found`, also when none runs. */
    async compare(tenantId: string, versionId: string, other?: string): Promise<Comparison> {
      await get(tenantId, versionId)
      const withVersionId = other ?? (await running(tenantId))?.id
      if (withVersionId === undefined) throw new Problem('not-found', { detail: 'No version runs.' })
      await get(tenantId, withVersionId)
      return compareVersions(await judged.pairs(tenantId, versionId, withVersionId), { versionId, withVersionId })
    },
  }
}
export type Versions = ReturnType<typeof createVersions>
