/** The draft of a company's flows: parts that people change one at a time, each with a version of its own. */
import type { FlowSet } from '@lingxi/contract/flow'
import { checkFlows, type FlowsKnown } from '@lingxi/contract/flow-checks'
import { partOf, partsOf } from '@lingxi/contract/flow-comparison'
import { type FlowFinding, type FlowPartKind, flowPartKinds } from '@lingxi/contract/flow-finding'
import {
  type FlowPart,
  type FlowPartChange,
  type FlowPartName,
  type FlowPartSummary,
  mostSlots,
  mostTables,
} from '@lingxi/contract/flow-versions'
import { mostFlows } from '@lingxi/contract/flow'
import { Problem } from '@lingxi/contract/problem'
import { isDeepStrictEqual } from 'node:util'
import { type Clock, isoInstant } from '#platform/clock'
import type { FlowTables, Handle, PartRow } from './flows-store.ts'
import { createPartsStore } from './parts-store.ts'
import { renameIn } from './rename-part.ts'

const most: Record<FlowPartKind, number> = { flow: mostFlows, slot: mostSlots, table: mostTables }
/** Names that every object of JavaScript has. */
const reserved = new Set(['constructor', 'prototype'])

/** What is known outside of the flows, for the checks. */
export type KnownOf = (tenantId: string) => Promise<FlowsKnown>
type Parts = { store: FlowTables; clock: Clock; knownOf: KnownOf; liveSet: (tenantId: string) => Promise<FlowSet> }

export function createDraft({ store, clock, knownOf, liveSet }: Parts) {
  const parts = createPartsStore(store)
  const stamp = (by: string | null) => ({ at: isoInstant(clock), by })

  /** In one transaction, and counted. */
  const change = <Result>(tenantId: string, work: (handle: Handle, draft: number) => Promise<Result>) =>
    store.hold(tenantId, async (handle, { draft }) => {
      const result = await work(handle, draft)
      await store.setState(tenantId, { draft: draft + 1 }, handle)
      return result
    })

  async function get(tenantId: string, named: FlowPartName, handle?: Handle): Promise<FlowPart> {
    const row = await parts.find(tenantId, named, handle)
    if (!row) throw new Problem('not-found')
    return toPart(row)
  }

  async function admit(tenantId: string, { kind, name }: FlowPartName, handle: Handle): Promise<void> {
    if (reserved.has(name)) throw new Problem('invalid-request', { detail: `nothing can be called ${name}` })
    if ((await parts.count(tenantId, kind, handle)) >= most[kind])
      throw new Problem('too-large', { detail: `At most ${most[kind]} of this kind.` })
  }

  async function read(tenantId: string, handle?: Handle): Promise<FlowSet> {
    return setOf(await parts.list(tenantId, handle))
  }
  const check = async (tenantId: string, set: FlowSet) => checkFlows(set, await knownOf(tenantId))

  return {
    read,
    check,
    knownOf,
    /** Throws `not-found`. */
    get: (tenantId: string, named: FlowPartName) => get(tenantId, named),

    async list(tenantId: string, kind?: FlowPartKind): Promise<FlowPartSummary[]> {
      const rows = await parts.list(tenantId)
      const set = setOf(rows)
      const [findings, live] = await Promise.all([check(tenantId, set), liveSet(tenantId)])
      const found = Map.groupBy(findings, (each) => `${each.kind} ${each.name}`)
      return rows
        .filter((row) => kind === undefined || row.kind === kind)
        .map((row) => toSummary(row, { live, found: found.get(`${row.kind} ${row.name}`) ?? [] }))
    },

    /** Throws `changed-meanwhile`, `already-exists` for a new one, `not-found`, `too-large`. */
    save: (tenantId: string, { version, ...part }: FlowPartChange, by: string): Promise<FlowPart> =>
      change(tenantId, async (handle) => {
        if (version === null) {
          await admit(tenantId, part, handle)
          if (!(await parts.insert(tenantId, { ...part, ...stamp(by) }, handle))) throw new Problem('already-exists')
        } else if (!(await parts.change(tenantId, { ...part, ...stamp(by), version }, handle))) {
          await get(tenantId, part, handle)
          throw new Problem('changed-meanwhile')
        }
        return get(tenantId, part, handle)
      }),

    /** Other parts that name it follow; they are told. Throws `not-found`, `changed-meanwhile`, `already-exists`. */
    rename: (
      tenantId: string,
      { kind, name }: FlowPartName,
      { to, version, by }: { to: string; version: number; by: string },
    ): Promise<{ part: FlowPart; changed: FlowPartName[] }> =>
      change(tenantId, async (handle) => {
        const before = await get(tenantId, { kind, name }, handle)
        if (before.version !== version) throw new Problem('changed-meanwhile')
        if (to === name) return { part: before, changed: [] }
        if (reserved.has(to)) throw new Problem('invalid-request', { detail: `nothing can be called ${to}` })
        if (await parts.find(tenantId, { kind, name: to }, handle)) throw new Problem('already-exists')
        const set = await read(tenantId, handle)
        const renamed = renameIn(set, { kind, name }, to)
        const changed: FlowPartName[] = []
        for (const each of namesOf(set)) {
          const content = partOf(renamed, each)!
          const isItself = each.kind === kind && each.name === name
          if (isItself || isDeepStrictEqual(content, partOf(set, each))) continue
          await parts.change(tenantId, { ...each, content, ...stamp(by) }, handle)
          changed.push(each)
        }
        await parts.change(tenantId, { kind, name, content: partOf(renamed, { kind, name })!, ...stamp(by) }, handle)
        await parts.rename(tenantId, { kind, name, to }, handle)
        return { part: await get(tenantId, { kind, name: to }, handle), changed }
      }),

    /** Throws `not-found`, `already-exists`, `too-large`. */
    copy: (tenantId: string, { kind, name }: FlowPartName, { to, by }: { to: string; by: string }): Promise<FlowPart> =>
      change(tenantId, async (handle) => {
        const { content } = await get(tenantId, { kind, name }, handle)
        await admit(tenantId, { kind, name: to }, handle)
        if (!(await parts.insert(tenantId, { kind, name: to, content, ...stamp(by) }, handle)))
          throw new Problem('already-exists')
        return get(tenantId, { kind, name: to }, handle)
      }),

    /** Throws `not-found`, `changed-meanwhile`. */
    remove: (tenantId: string, named: FlowPartName & { version: number }): Promise<void> =>
      change(tenantId, async (handle) => {
        if (await parts.remove(tenantId, named, handle)) return
        await get(tenantId, named, handle)
        throw new Problem('changed-meanwhile')
      }),

    /**
     * Makes the draft of what is in the set. `replace`: what is not in it goes. Parts that are the same keep their version.
     * Throws `changed-meanwhile` when the draft is in another state than `draft`, if that is given; the new state is returned.
     */
    take: (
      tenantId: string,
      given: { set: FlowSet; replace: boolean; draft?: number | undefined; by: string | null },
    ): Promise<number> =>
      change(tenantId, async (handle, draft) => {
        if (given.draft !== undefined && given.draft !== draft) throw new Problem('changed-meanwhile')
        const there = await read(tenantId, handle)
        for (const each of namesOf(given.set)) {
          const content = partOf(given.set, each)!
          const before = partOf(there, each)
          if (!before) await parts.insert(tenantId, { ...each, content, ...stamp(given.by) }, handle)
          else if (JSON.stringify(before) !== JSON.stringify(content))
            await parts.change(tenantId, { ...each, content, ...stamp(given.by) }, handle)
        }
        if (given.replace)
          for (const each of namesOf(there)) if (!partOf(given.set, each)) await parts.remove(tenantId, each, handle)
        for (const kind of flowPartKinds)
          if ((await parts.count(tenantId, kind, handle)) > most[kind])
            throw new Problem('too-large', { detail: `At most ${most[kind]} of this kind.` })
        return draft + 1
      }),
  }
}
export type Draft = ReturnType<typeof createDraft>

const toPart = ({ kind, name, content, version, updated_at, updated_by }: PartRow) =>
  ({ kind, name, content: JSON.parse(content), version, updatedAt: updated_at, updatedBy: updated_by }) as FlowPart

function setOf(rows: PartRow[]): FlowSet {
  const of = (kind: FlowPartKind) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ name, content }) => [name, JSON.parse(content)]))
  return { slots: of('slot'), tables: of('table'), flows: of('flow') }
}

const namesOf = (set: FlowSet): FlowPartName[] =>
  flowPartKinds.flatMap((kind) => Object.keys(partsOf(set, kind)).map((name) => ({ kind, name })))

function toSummary(row: PartRow, { live, found }: { live: FlowSet; found: FlowFinding[] }): FlowPartSummary {
  const { kind, name, content, version, updatedAt, updatedBy } = toPart(row)
  const before = partOf(live, { kind, name })
  const change = before === undefined ? 'added' : isDeepStrictEqual(before, content) ? 'same' : 'changed'
  const errors = found.filter(({ severity }) => severity === 'error').length
  const title = 'label' in content ? content.label : content.name
  const size =
    'steps' in content ? content.steps.length : 'rows' in content ? content.rows.length : (content.choices?.length ?? 0)
  return { kind, name, version, updatedAt, updatedBy, title, size, errors, warnings: found.length - errors, change }
}
