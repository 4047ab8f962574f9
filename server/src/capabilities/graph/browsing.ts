/** Looking around in a graph, for those who keep it: entities, what is around one, an edge with its place, figures. */
import { Problem } from '@lingxi/contract/problem'
import type { GraphEntityView, GraphEdgeView, GraphStatistics } from '@lingxi/contract/graph'
import { inverseMark } from './asking/entity-graph.ts'
import { keyOf } from './asking/units.ts'
import type { CuratedStore, GraphChange } from './curated-store.ts'
import { isText } from './statements.ts'
import type { KnownEdge, TenantGraph } from './tenant-graph.ts'

type Parts = { graphOf: (tenantId: string) => Promise<TenantGraph>; store: CuratedStore }

export function createBrowsing({ graphOf, store }: Parts) {
  return {
    /** Entities whose name holds the words, the nearest names and the best connected first. */
    async search(tenantId: string, { q, limit }: { q: string; limit: number }): Promise<GraphEntityView[]> {
      const tenant = await graphOf(tenantId)
      const key = keyOf(q).replaceAll(' ', '')
      const found: { view: GraphEntityView; rank: number }[] = []
      for (const { id, names } of tenant.graph.entities()) {
        if (isText(id)) continue
        const nearest = names.reduce((best, name) => Math.max(best, nearness(keyOf(name).replaceAll(' ', ''), key)), 0)
        if (nearest === 0) continue
        const view = viewEntity(tenant, id)
        found.push({ view, rank: nearest * 4 + Math.log(1 + view.edges) })
      }
      found.sort((one, other) => other.rank - one.rank || (one.view.id < other.view.id ? -1 : 1))
      return found.slice(0, limit).map(({ view }) => view)
    },

    /** An entity with its edges and their other ends. Throws `not-found`. */
    async neighbourhood(tenantId: string, { id, limit }: { id: string; limit: number }) {
      const tenant = await graphOf(tenantId)
      const place = tenant.resolve(id)
      if (!tenant.graph.entity(place)) throw new Problem('not-found')
      const edges = new Map<string, KnownEdge>()
      for (const hops of tenant.graph.hopsFrom(place).values()) for (const { edge } of hops) edges.set(edge.id, edge)
      const shown = [...edges.values()]
        .sort((one, other) => other.said.confidence - one.said.confidence || (one.id < other.id ? -1 : 1))
        .slice(0, limit)
      const around = new Set([place, ...shown.flatMap(({ subject, object }) => [subject, object])])
      return {
        entity: viewEntity(tenant, place),
        members: [...tenant.members(place)],
        entities: [...around].map((each) => viewEntity(tenant, each)),
        edges: shown.map(viewEdge),
        total: edges.size,
      }
    },

    /** Throws `not-found`. */
    async getEdge(tenantId: string, id: string): Promise<GraphEdgeView> {
      const edge = (await graphOf(tenantId)).graph.edge(id)
      if (!edge) throw new Problem('not-found')
      return viewEdge(edge)
    },

    /** Every edge with the entities it joins, for an export. */
    async everything(
      tenantId: string,
    ): Promise<{ entities: Iterable<GraphEntityView>; edgesOf: (id: string) => GraphEdgeView[] }> {
      const tenant = await graphOf(tenantId)
      const ids = [...tenant.graph.entities()]
        .map(({ id }) => id)
        .filter((id) => !isText(id))
        .sort()
      return {
        entities: mapped(ids, (id) => viewEntity(tenant, id)),
        edgesOf: (id) => ownEdges(tenant, id).map(viewEdge),
      }
    },

    async statistics(tenantId: string): Promise<GraphStatistics> {
      const tenant = await graphOf(tenantId)
      const types: Record<string, number> = {}
      const relations: Record<string, number> = {}
      const byMethod: Record<string, number> = {}
      let confirmed = 0
      let rejected = 0
      for (const { id } of tenant.graph.entities()) count(types, tenant.typeOf(id))
      for (const { said, verdict, relation } of tenant.graph.edges()) {
        count(relations, relation)
        count(byMethod, said.method)
        if (verdict === 'confirmed') confirmed++
        if (verdict === 'rejected') rejected++
      }
      const { entities, edges } = tenant.graph.size()
      const most = Object.entries(relations)
        .sort(([, one], [, other]) => other - one)
        .slice(0, 20)
      const articles = tenant.sources().size
      return {
        entities,
        edges,
        articles,
        confirmed,
        rejected,
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

const ownEdges = ({ graph }: TenantGraph, id: string): KnownEdge[] =>
  [...graph.hopsFrom(id)].flatMap(([relation, hops]) =>
    relation.startsWith(inverseMark) ? [] : hops.map(({ edge }) => edge),
  )

function viewEntity(tenant: TenantGraph, id: string): GraphEntityView {
  const names = tenant.graph.entity(id)?.names ?? []
  let edges = 0
  for (const hops of tenant.graph.hopsFrom(id).values()) edges += hops.length
  const first = [...tenant.graph.hopsFrom(id).values()][0]?.[0]?.edge.said
  return {
    id,
    name: names[0] ?? first?.objectName ?? id,
    names: [...names].slice(0, 20),
    labels: tenant.labels(id),
    type: tenant.typeOf(id),
    edges,
  }
}

export function viewEdge({ id, subject, object, said, source, verdict }: KnownEdge): GraphEdgeView {
  const { subjectName, relation, objectName, method, confidence, starts, ends } = said
  return {
    id,
    subject: { id: subject, name: subjectName },
    relation,
    object: { id: object, name: objectName },
    method,
    confidence: Math.round(confidence * 100) / 100,
    verdict,
    source: source && {
      articleId: source.articleId,
      title: source.title,
      version: source.version,
      start: starts,
      end: ends,
    },
  }
}
