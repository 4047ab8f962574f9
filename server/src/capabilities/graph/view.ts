/**
 * The graph as somebody who works here may see it: the edges, the names and the labels that come from what they may read.
 * What nothing of is left for them is not there for them. Who keeps the knowledge sees all of it.
 */
import { marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { GraphEdgeView, GraphEntityView } from '@lingxi/contract/graph'
import { inverseMark } from './asking/entity-graph.ts'
import type { KnownEdge, Scope, TenantGraph } from './tenant-graph.ts'

const mostNames = 20

export function createView(tenant: TenantGraph, reader: Reader) {
  const marks = marksOfReader(reader)
  const sees = ({ readers }: Scope) => marks === 'everyone' || readers.some((mark) => marks.includes(mark))
  /** A name that people chose may say what a secret article says, so it is for those who see all. */
  const mayBeCalled = (place: string, name: string) => marks === 'everyone' || tenant.isCalled(place, name, sees)

  function hopsFrom(place: string): [relation: string, edges: KnownEdge[]][] {
    return [...tenant.graph.hopsFrom(place)].map(([relation, hops]) => [
      relation,
      hops.flatMap(({ edge }) => (sees(edge.scope) ? [edge] : [])),
    ])
  }
  const edgesAt = (place: string) => hopsFrom(place).flatMap(([, edges]) => edges)

  const view = {
    sees,
    /** Undefined where they may see nothing of it. */
    entity(place: string): GraphEntityView | undefined {
      const names = (tenant.graph.entity(place)?.names ?? []).filter((name) => mayBeCalled(place, name))
      const edges = edgesAt(place)
      const first = edges[0]
      if (names.length === 0 && !first && marks !== 'everyone') return undefined
      const called = first && (first.subject === place ? first.said.subjectName : first.said.objectName)
      return {
        id: place,
        name: names[0] ?? called ?? place,
        names: names.slice(0, mostNames),
        labels: tenant.labels(place, sees),
        type: tenant.typeOf(place),
        edges: edges.length,
      }
    },
    /** Each edge once, whichever end it is followed from. */
    edgesAt: (place: string): KnownEdge[] => [...new Map(edgesAt(place).map((edge) => [edge.id, edge])).values()],
    /** Those that it is the subject of. */
    ownEdges: (place: string): KnownEdge[] =>
      hopsFrom(place).flatMap(([relation, edges]) => (relation.startsWith(inverseMark) ? [] : edges)),
  }
  return view
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
