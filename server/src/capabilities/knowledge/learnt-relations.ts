/**
 * What the search learns for each company: word relations, how much each sign of a passage counts, how well articles have
 * served. Learnt on request or each night, put to work only where held-out questions are found better with it, swapped as
 * one in every process, and taken back by one call.
 */
import { Problem } from '@lingxi/contract/problem'
import type { RelationsFigures, RelationsVersion } from '@lingxi/contract/relations'
import { type Clock, isoInstant } from '#platform/clock'
import { type Database, withTables } from '#platform/database'
import { createLearntVersions } from '#platform/learnt-versions'
import type { Log } from '#platform/log'
import { createRelations } from '#platform/relations'
import type { CreateIndex } from '#platform/search'
import { type Kept, learnFromBase, type ServedAnswer } from './learn-from-base.ts'
import { unknownSuccess } from './ranking/rank-passages.ts'
import { defaultWeights } from './ranking/ranking-weights.ts'
import type { Shelf } from './shelf.ts'

type Parts = {
  database: Database
  shelfOf: (tenantId: string) => Promise<Shelf>
  /** What is measured with is emptied again. */
  createIndex: CreateIndex
  clock: Clock
  log: Log
  /** Another version is at work. */
  onChange: (tenantId: string) => void
}
export type LearntRelationsOfCompany = ReturnType<typeof createLearntRelations>

export function createLearntRelations({ database, shelfOf, createIndex, clock, log, onChange }: Parts) {
  const versions = createLearntVersions<Kept, RelationsFigures>(withTables(database), 'word_relations')

  /** Puts what is at work by the database to work here. */
  async function load(tenantId: string, shelf: Pick<Shelf, 'learnt'>): Promise<void> {
    const learnt = await versions.active(tenantId)
    if (!learnt) {
      shelf.learnt = undefined
      return
    }
    const { relations, weights, success } = learnt
    const shares = new Map(success)
    shelf.learnt = {
      weights: weights ?? defaultWeights,
      relations: relations ? createRelations(relations) : undefined,
      success: (articleId) => shares.get(articleId) ?? unknownSuccess,
    }
  }

  async function activate(tenantId: string, version: number | null): Promise<void> {
    if (!(await versions.activate(tenantId, version))) throw new Problem('not-found')
    await load(tenantId, await shelfOf(tenantId))
    onChange(tenantId)
  }

  async function learn(tenantId: string, version: number, served: ServedAnswer[]): Promise<void> {
    const begun = clock.reading()
    const shelf = await shelfOf(tenantId)
    const base = { passages: shelf.openPassages(), served, tokens: shelf.own.tokens }
    const outcome = await learnFromBase(base, await createIndex(base.tokens, `${tenantId}-measuring`)).catch(
      (error: unknown) => {
        log.error('learning-relations-failed', { tenantId }, error)
        return undefined
      },
    )
    await versions.record(tenantId, version, outcome)
    log.info('relations-learnt', { tenantId, version, milliseconds: Math.round(clock.reading() - begun) })
    if (outcome?.figures.helps || outcome?.figures.ranking.helps) await activate(tenantId, version)
  }

  return {
    load,

    /** Every version, the newest first, with its figures. */
    list: (tenantId: string): Promise<RelationsVersion[]> => versions.list(tenantId),

    /** Asks for learning; a worker takes it up within a minute. One request at a time is enough. */
    async request(tenantId: string): Promise<void> {
      if ((await versions.requested(tenantId)) === undefined) await versions.request(tenantId, isoInstant(clock))
    },

    /** Learns what was requested, if anything, also from how answers have `served`. What does not help is kept with its figures and stays off. */
    async learnRequested(tenantId: string, served: () => Promise<ServedAnswer[]> = async () => []): Promise<void> {
      const version = await versions.requested(tenantId)
      if (version !== undefined) await learn(tenantId, version, await served())
    },

    /** Puts one version to work, or none. Throws `not-found`. */
    activate,

    /** The version learnt before the one at work takes its place; without one, none does. */
    async rollBack(tenantId: string): Promise<void> {
      const all = await versions.list(tenantId)
      const active = all.find((each) => each.active)
      const before = all.find(({ version, state }) => state === 'learnt' && active && version < active.version)
      await activate(tenantId, before?.version ?? null)
    },
  }
}
