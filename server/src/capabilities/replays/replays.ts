/**
 * Before something goes to customers it is held against what is at work, over conversations that took place. Promises: a replay
 * is of one state of it and one that was at work, and counts for no other; what it found to be worse, or did not come to, passes
 * only with somebody's word, which holds wherever the same is found of the same. It knows nothing of what is replayed, nor of how
 * a conversation is taken again.
 */
import { Problem } from '@lingxi/contract/problem'
import {
  countOpen,
  cutShort,
  isCutShort,
  isOpenlyCutShort,
  openGroups,
  type ReleaseReplay,
} from '@lingxi/contract/release-replays'
import type { ReplayReport } from '@lingxi/contract/replay'
import { type Clock, isoInstant } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Ids } from '#platform/ids'
import type { Jobs } from '#platform/jobs'
import { createReplaysStore, type KeptAcceptance, type KeptReplay } from './replays-store.ts'

export const replayJob = 'replay-conversations'
/** Milliseconds after which nobody is at it any more: its job has been given up. */
const lostAfter = 600_000

/** Each by what names its state; `against` null: nothing is at work. */
export type Standing = { candidate: string; against: string | null }
type Parts = {
  database: Database
  jobs: Pick<Jobs, 'addWithin' | 'wake'>
  clock: Clock
  ids: Ids
  /** Throws `not-found` where there is no such thing. */
  standingOf: (tenantId: string, what: string) => Promise<Standing>
  /** Whether it may go to customers without a replay: it is what is at work or was before, or nobody has written yet. May be slow. */
  isFree: (tenantId: string, what: string) => Promise<boolean>
}
/** `none`: nothing stands in its way; `replay`: it has not been replayed; `word`: somebody has to accept what that found. */
type Needs = 'none' | 'replay' | 'word'
/** `subject` names what was replayed by what stands in it. */
type Replayed = { report: ReplayReport; subject: string }
export type Replays = ReturnType<typeof createReplays>

export function createReplays({ database, jobs, clock, ids, standingOf, isFree }: Parts) {
  const store = createReplaysStore(database)

  const isLost = ({ state, created_at: at }: KeptReplay) =>
    state === 'running' && clock.now() - Date.parse(at) >= lostAfter
  const present = (row: KeptReplay, accepted: ReleaseReplay['accepted']): ReleaseReplay => ({
    id: row.id,
    what: row.what,
    state: isLost(row) ? 'lost' : row.state,
    report: row.report,
    accepted,
    by: row.created_by,
    at: row.created_at,
  })
  async function withAccepted(tenantId: string, row: KeptReplay): Promise<ReleaseReplay> {
    const { report, subject } = row
    return present(row, report && subject ? holding(await store.accepted(tenantId, subject), report) : [])
  }

  async function standingAndLast(tenantId: string, what: string) {
    const [standing, row] = await Promise.all([standingOf(tenantId, what), store.last(tenantId, what)])
    return { standing, replay: row && isOf(row, standing) ? await withAccepted(tenantId, row) : null }
  }

  async function needsOf(
    tenantId: string,
    what: string,
    { standing, replay }: { standing: Standing; replay: ReleaseReplay | null },
  ): Promise<Needs> {
    if (standing.against === null) return 'none'
    const isReplayed = replay?.state === 'done'
    if (isReplayed && countOpen(replay) === 0) return 'none'
    if (await isFree(tenantId, what)) return 'none'
    return isReplayed ? 'word' : 'replay'
  }

  return {
    /** The replay of how things stand. While it goes on, which is asked for again and again, it `needs` that replay without a closer look. */
    async look(tenantId: string, what: string): Promise<{ needs: Needs; replay: ReleaseReplay | null }> {
      const { standing, replay } = await standingAndLast(tenantId, what)
      if (replay?.state === 'running') return { needs: 'replay', replay }
      return { needs: await needsOf(tenantId, what, { standing, replay }), replay }
    },

    /** A replay whose job is added with it, or the one of the same two that goes on. Throws `invalid-request` where nothing is at work. */
    async start(tenantId: string, what: string, by: string): Promise<ReleaseReplay> {
      const { candidate, against } = await standingOf(tenantId, what)
      if (against === null) throw new Problem('invalid-request', { detail: 'nothing is at work to be held against' })
      const row = await store.transaction(tenantId, async (handle) => {
        const going = await store.last(tenantId, what, handle)
        if (going && isOf(going, { candidate, against }) && going.state === 'running' && !isLost(going)) return going
        const id = ids.next('rpl')
        await store.insert(tenantId, { id, what, candidate, against, by, at: isoInstant(clock) }, handle)
        await jobs.addWithin(handle, [{ name: replayJob, key: tenantId, body: { tenantId, id } }])
        return (await store.find(tenantId, id, handle))!
      })
      jobs.wake(replayJob)
      return present(row, [])
    },

    /** Once. Where it changed meanwhile the replay counts for none: no state comes twice. One that is gone is no mistake. */
    async run(
      tenantId: string,
      id: string,
      replay: (of: { what: string; against: string }) => Promise<Replayed>,
    ): Promise<void> {
      const row = await store.find(tenantId, id)
      if (!row || row.state === 'done') return
      await store.end(tenantId, { id, ...(await replay(row)), at: isoInstant(clock) })
    },

    /** It broke each time: whoever looks may begin another. */
    giveUp: (tenantId: string, id: string): Promise<void> => store.giveUp(tenantId, { id, at: isoInstant(clock) }),

    /** Throws `not-found` for a replay, or a change of it, that is not there. */
    async accept(
      tenantId: string,
      { what, id }: Pick<ReleaseReplay, 'what' | 'id'>,
      { keys, reason, by }: { keys: string[]; reason: string; by: string },
    ): Promise<ReleaseReplay> {
      return store.transaction(tenantId, async (handle) => {
        const row = await store.find(tenantId, id, handle)
        const { report, subject } = row ?? {}
        if (row?.what !== what || !report || !subject) throw new Problem('not-found')
        const found = countsOf(report)
        const at = isoInstant(clock)
        const given = [...new Set(keys)].map((key): KeptAcceptance => {
          const counts = found.get(key)
          if (!counts) throw new Problem('not-found')
          return { key, ...counts, reason, by, at }
        })
        await store.accept(tenantId, { subject, given }, handle)
        return present(row, holding(await store.accepted(tenantId, subject, handle), report))
      })
    },

    /** Throws `not-replayed`, or `not-accepted` with what nobody has accepted; `not-found` where there is no such thing. */
    async check(tenantId: string, what: string): Promise<void> {
      const standing = await standingAndLast(tenantId, what)
      const needs = await needsOf(tenantId, what, standing)
      if (needs === 'replay') throw new Problem('not-replayed')
      if (needs === 'word') throw new Problem('not-accepted', { errors: tellOpen(standing.replay!) })
    },
  }
}

const isOf = (row: KeptReplay, { candidate, against }: Standing): boolean =>
  row.candidate === candidate && row.against === against

type Counts = Pick<KeptAcceptance, 'turns' | 'conversations'>

/** How often each thing was found that may be accepted. */
function countsOf(report: ReplayReport): Map<string, Counts> {
  const { groups, turns, conversations } = report
  const found = new Map<string, Counts>(groups.map((group) => [group.key, group]))
  if (isCutShort(report)) found.set(cutShort, { turns, conversations })
  return new Map([...found].map(([key, of]) => [key, { turns: of.turns, conversations: of.conversations }]))
}

/** Somebody's word holds where the same is found as often as when it was given. */
function holding(accepted: KeptAcceptance[], report: ReplayReport): ReleaseReplay['accepted'] {
  const found = countsOf(report)
  return accepted.flatMap(({ turns, conversations, ...word }) => {
    const counts = found.get(word.key)
    return counts?.turns === turns && counts.conversations === conversations ? [word] : []
  })
}

function tellOpen(replay: ReleaseReplay): { path: string; message: string }[] {
  const { of, conversations, unlisted } = replay.report!
  const errors = openGroups(replay).map(({ key, kind, before, after, turns }) => ({
    path: key,
    message: `${kind}: ${before ?? 'nothing'} → ${after ?? 'nothing'}, ${turns} turns`,
  }))
  if (isOpenlyCutShort(replay))
    errors.push({
      path: cutShort,
      message: `the time was up when ${conversations} of ${of} conversations had been taken again`,
    })
  if (unlisted.open > 0)
    errors.push({ path: 'unlisted', message: `${unlisted.open} more kinds of change than can be listed` })
  return errors
}
