/** What people say of the graph. Each word is written down with who said it, and outlasts every reading of articles. */
import { Problem } from '@lingxi/contract/problem'
import { marksOfAudience, type Audience } from '@lingxi/contract/audience'
import type { GraphEdgeView } from '@lingxi/contract/graph'
import { type Clock, isoInstant } from '#platform/clock'
import type { Ids } from '#platform/ids'
import type { CuratedStore, GraphChange, Saying } from './curated-store.ts'
import { entityOfName, statementKey } from './statements.ts'
import type { KnownEdge, TenantGraph, Verdict } from './tenant-graph.ts'
import { viewEdge } from './view.ts'

type Parts = {
  graphOf: (tenantId: string) => Promise<TenantGraph>
  store: CuratedStore
  clock: Clock
  ids: Ids
  follow: (tenantId: string) => Promise<void>
}
/** `id` names an entity that is there; without it the name finds or makes one. */
export type End = { id?: string | undefined; name: string }
export type EdgeDraft = { subject: End; relation: string; object: End; audience: Audience }

export function createCurating({ graphOf, store, clock, ids, follow }: Parts) {
  async function say(tenantId: string, saying: Saying, change: Omit<GraphChange, 'id' | 'at'>): Promise<void> {
    await store.curate(tenantId, saying, { id: ids.next('gch'), at: isoInstant(clock), ...change })
    await follow(tenantId)
  }
  async function getEdge(tenantId: string, id: string): Promise<KnownEdge> {
    const edge = (await graphOf(tenantId)).graph.edge(id)
    if (!edge) throw new Problem('not-found')
    return edge
  }
  async function getPlace(tenantId: string, id: string): Promise<string> {
    const tenant = await graphOf(tenantId)
    const place = tenant.resolve(id)
    if (!tenant.graph.entity(place)) throw new Problem('not-found')
    return place
  }
  const curatedOf = async (tenantId: string, entity: string) =>
    (await store.overlay(tenantId)).curated.find((each) => each.entity === entity) ?? {
      entity,
      name: null,
      type: null,
      mergedInto: null,
    }

  return {
    /** Adds an edge on a person's word. Throws `not-found` when an end that is named by id is gone. */
    async addEdge(
      tenantId: string,
      { subject, relation, object, audience }: EdgeDraft,
      by: string,
    ): Promise<GraphEdgeView> {
      const id = ids.next('edg')
      const end = async ({ id: known, name }: End, side: string) =>
        known === undefined ? entityOfName(name, `people/${id}/${side}`) : getPlace(tenantId, known)
      const ends = {
        subject: await end(subject, 's'),
        subjectName: subject.name,
        object: await end(object, 'o'),
        objectName: object.name,
      }
      const added = { id, relation, ...ends, readers: marksOfAudience(audience) }
      await say(tenantId, { added }, { kind: 'edge-added', about: id, detail: { ...ends, relation }, by })
      return viewEdge(await getEdge(tenantId, `people/${id}`))
    },

    /** Takes away an edge that a person added. Throws `not-found`; what an article states is rejected instead. */
    async removeEdge(tenantId: string, id: string, by: string): Promise<void> {
      const { said } = await getEdge(tenantId, id)
      if (said.method !== 'person')
        throw new Problem('invalid-request', { detail: 'An article states it: reject it instead.' })
      await say(
        tenantId,
        { removed: said.id as string },
        { kind: 'edge-removed', about: id, detail: wordingOf(said), by },
      )
    },

    /** Confirms or rejects a statement, wherever it is made; null takes that back. Throws `not-found`. */
    async judge(
      tenantId: string,
      id: string,
      { verdict, by }: { verdict: Verdict | null; by: string },
    ): Promise<GraphEdgeView> {
      const { said } = await getEdge(tenantId, id)
      const statement = statementKey(said)
      await say(
        tenantId,
        { verdict: { statement, verdict } },
        { kind: verdict ?? 'verdict-taken-back', about: id, detail: { statement, ...wordingOf(said) }, by },
      )
      return viewEdge(await getEdge(tenantId, id))
    },

    /** Gives an entity a name or a type of a person's choice; null leaves it. Throws `not-found`. */
    async rename(
      tenantId: string,
      id: string,
      { name, type, by }: { name: string | null; type: string | null; by: string },
    ): Promise<void> {
      const entity = await getPlace(tenantId, id)
      const before = await curatedOf(tenantId, entity)
      const curated = { ...before, name: name ?? before.name, type: type ?? before.type }
      await say(tenantId, { curated: [curated] }, { kind: 'entity-renamed', about: entity, detail: { name, type }, by })
    },

    /** Makes one entity of two; `into` stays. Throws `not-found`, and `invalid-request` when they are one already. */
    async merge(tenantId: string, id: string, { into, by }: { into: string; by: string }): Promise<void> {
      const [entity, target] = [await getPlace(tenantId, id), await getPlace(tenantId, into)]
      if (entity === target) throw new Problem('invalid-request', { detail: 'They are one already.' })
      const curated = { ...(await curatedOf(tenantId, entity)), mergedInto: target }
      await say(
        tenantId,
        { curated: [curated] },
        { kind: 'entities-merged', about: entity, detail: { into: target }, by },
      )
    },

    /** Takes back that a person merged this entity into another. Throws `not-found` when nobody did. */
    async unmerge(tenantId: string, id: string, by: string): Promise<void> {
      const before = await curatedOf(tenantId, id)
      if (before.mergedInto === null) throw new Problem('not-found')
      await say(
        tenantId,
        { curated: [{ ...before, mergedInto: null }] },
        { kind: 'entities-parted', about: id, detail: { from: before.mergedInto }, by },
      )
    },
  }
}

const wordingOf = ({ subjectName, relation, objectName }: KnownEdge['said']) => ({ subjectName, relation, objectName })
