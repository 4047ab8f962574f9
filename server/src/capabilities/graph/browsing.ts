/**
 * Looking around in a graph, for those who work here: entities, what is around one, an edge with its place, figures. Each
 * sees what is taken from articles that they may read; without a reader named it is somebody who keeps all of it.
 */
import { keeper, type Reader } from '@lingxi/contract/audience'
import { Problem } from '@lingxi/contract/problem'
import type { GraphEntityView, GraphEdgeView, GraphStatistics } from '@lingxi/contract/graph'
import { keyOf } from './asking/units.ts'
import type { CuratedStore, GraphChange } from './curated-store.ts'
import { isText } from './statements.ts'
import type { TenantGraph } from './tenant-graph.ts'
import { createView, viewEdge } from './view.ts'

type Sought = { q: string; limit: number; reader?: Reader }
type Around = { id: string; limit: number; reader?: Reader }
type Parts = { graphOf: (tenantId: string) => Promise<TenantGraph>; store: CuratedStore }

export function createBrowsing({ graphOf, store }: Parts) {
  return {
    /** Entities whose name holds the words, the nearest names and the best connected first. */
    async search(tenantId: string, { q, limit, reader = keeper }: Sought): Promise<GraphEntityView[]> {
      const tenant = await graphOf(tenantId)
      const seen = createView(tenant, reader)
      const key = keyOf(q).replaceAll(' ', '')
      const found: { view: GraphEntityView; rank: number }[] = []
      const likeness = (names: readonly string[]) =>
        names.reduce((best, name) => Math.max(best, nearness(keyOf(name).replaceAll(' ', ''), key)), 0)
      for (const { id, names } of tenant.graph.entities()) {
        if (isText(id) || likeness(names) === 0) continue
        const view = seen.entity(id)
        const nearest = view ? likeness(reader.kind === 'keeper' ? names : view.names) : 0
        if (view && nearest > 0) found.push({ view, rank: nearest * 4 + Math.log(1 + view.edges) })
      }
      found.sort((one, other) => other.rank - one.rank || (one.view.id < other.view.id ? -1 : 1))
      return found.slice(0, limit).map(({ view }) => view)
    },

    /** An entity with its edges and their other ends. Throws `not-found`. */
    async neighbourhood(tenantId: string, { id, limit, reader = keeper }: Around) {
      const tenant = await graphOf(tenantId)
      const seen = createView(tenant, reader)
      const place = tenant.resolve(id)
      const entity = tenant.graph.entity(place) && seen.entity(place)
      if (!entity) throw new Problem('not-found')
      const edges = seen.edgesAt(place)
      const shown = edges
        .sort((one, other) => other.said.confidence - one.said.confidence || (one.id < other.id ? -1 : 1))
        .slice(0, limit)
      const around = new Set([place, ...shown.flatMap(({ subject, object }) => [subject, object])])
      return {
        entity,
        members: reader.kind === 'keeper' ? [...tenant.members(place)] : [],
        entities: [...around].flatMap((each) => seen.entity(each) ?? []),
        edges: shown.map(viewEdge),
        total: edges.length,
      }
    },

    /** Throws `not-found`. */
    async getEdge(tenantId: string, id: string, reader: Reader = keeper): Promise<GraphEdgeView> {
      const tenant = await graphOf(tenantId)
      const edge = tenant.graph.edge(id)
      if (!edge || !createView(tenant, reader).sees(edge.scope)) throw new Problem('not-found')
      return viewEdge(edge)
    },

    /** Every edge with the entities it joins, for an export. */
    async everything(
      tenantId: string,
    ): Promise<{ entities: Iterable<GraphEntityView>; edgesOf: (id: string) => GraphEdgeView[] }> {
      const tenant = await graphOf(tenantId)
      const seen = createView(tenant, keeper)
      const ids = [...tenant.graph.entities()]
        .map(({ id }) => id)
        .filter((id) => !isText(id))
        .sort()
      return {
        entities: mapped(ids, (id) => seen.entity(id)!),
        edgesOf: (id) => seen.ownEdges(id).map(viewEdge),
      }
    },

    async statistics(tenantId: string, reader: Reader = keeper): Promise<GraphStatistics> {
      const tenant = await graphOf(tenantId)
      const seen = createView(tenant, reader)
      const types: Record<string, number> = {}
      const relations: Record<string, number> = {}
      const byMethod: Record<string, number> = {}
      const verdicts = { confirmed: 0, rejected: 0 }
      const counted = { entities: 0, edges: 0 }
      for (const { id } of tenant.graph.entities()) {
        if (!seen.entity(id)) continue
        counted.entities++
        count(types, tenant.typeOf(id))
      }
      for (const { said, verdict, relation, scope } of tenant.graph.edges()) {
        if (!seen.sees(scope)) continue
        counted.edges++
        count(relations, relation)
        count(byMethod, said.method)
        if (verdict) verdicts[verdict]++
      }
      const most = Object.entries(relations)
        .sort(([, one], [, other]) => other - one)
        .slice(0, 20)
      const articles = [...tenant.sources().values()].filter(seen.sees).length
      return {
        ...counted,
        ...verdicts,
        articles,
        types,
        methods: byMethod,
        relations: Object.fromEntries(most),
      }
    },

    /** Who curated what, what was said last first. */
    changes: (tenantId: string, limit: number): Promise<GraphChange[]> => store.changes(tenantId, limit),
  }
}

function* mapped<One, Other>(all: Iterable<One>, map: (one: One) => Other): Iterable<Other> {
  for (const each of all) yield map(each)
}

function nearness(name: string, key: string): number {
  if (key === '') return 0.5
  if (name === key) return 3
  if (name.startsWith(key)) return 2
  return name.includes(key) ? 1 : 0
}

const count = (counts: Record<string, number>, key: string) => {
  counts[key] = (counts[key] ?? 0) + 1
}
