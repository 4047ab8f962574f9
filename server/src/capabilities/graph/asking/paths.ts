/** Where one to three hops lead from an entity: a beam over relations, kept short by what the question asks for. */
import { type EntityGraph, type GraphEdge, type Hop, inverseMark } from './entity-graph.ts'

/** All ends of one way: `ends` maps each end to the hop that reached it, and the ends of the way before it. */
export type Way<Edge extends GraphEdge = GraphEdge> = {
  relations: readonly string[]
  ends: ReadonlyMap<string, Hop<Edge> & { from: string }>
  before: Way<Edge> | undefined
}
export type Walk<Edge extends GraphEdge> = {
  from: string
  hops: number
  /** What a hop promises, as a logarithm; ways that promise most are followed on. */
  promise: (relation: string) => number
  /** Whether the asker may see this edge. An edge that may not be seen is not there. */
  visible: (edge: Edge) => boolean
  inverse: boolean
}

/** Limits that keep a question cheap around entities with thousands of edges. */
const mostEnds = 120
const mostEndsFollowed = 40
const mostVisited = 400
const mostFollowed = 24
const mostWaysOfLength = 40

export function walk<Edge extends GraphEdge>(graph: EntityGraph<Edge>, asked: Walk<Edge>): Way<Edge>[] {
  const found: Way<Edge>[] = []
  let open: { way: Way<Edge> | undefined; at: Iterable<string>; score: number }[] = [
    { way: undefined, at: [asked.from], score: 0 },
  ]
  for (let depth = 0; depth < asked.hops; depth++) {
    const next: { way: Way<Edge>; score: number }[] = []
    for (const { way, at, score } of open)
      for (const [relation, ends] of expand(graph, at, asked)) {
        const longer = { relations: [...(way?.relations ?? []), relation], ends, before: way }
        next.push({ way: longer, score: score + asked.promise(relation) })
      }
    next.sort((one, other) => other.score - one.score)
    for (const { way } of next.slice(0, mostWaysOfLength)) found.push(way)
    open = next.slice(0, mostFollowed).map(({ way, score }) => ({ way, at: way.ends.keys(), score }))
  }
  return found
}

type Ends<Edge extends GraphEdge> = Map<string, Hop<Edge> & { from: string }>

function expand<Edge extends GraphEdge>(graph: EntityGraph<Edge>, at: Iterable<string>, asked: Walk<Edge>) {
  const reached = new Map<string, Ends<Edge>>()
  let followed = 0
  let visited = 0
  for (const from of at) {
    if (followed++ === mostEndsFollowed || visited > mostVisited) break
    for (const [relation, hops] of graph.hopsFrom(from)) {
      if (!asked.inverse && relation.startsWith(inverseMark)) continue
      visited += hops.length
      const ends = reached.get(relation) ?? new Map()
      collect(ends, { from, hops }, asked.visible)
      if (ends.size > 0) reached.set(relation, ends)
    }
  }
  return reached
}

function collect<Edge extends GraphEdge>(
  ends: Ends<Edge>,
  { from, hops }: { from: string; hops: readonly Hop<Edge>[] },
  visible: Walk<Edge>['visible'],
): void {
  for (const { edge, to } of hops) {
    if (ends.size === mostEnds) return
    if (visible(edge) && !ends.has(to)) ends.set(to, { edge, to, from })
  }
}

/** The hops that lead to one end of a way, first hop first. */
export function hopsTo<Edge extends GraphEdge>(way: Way<Edge>, end: string): (Hop<Edge> & { from: string })[] {
  const hop = way.ends.get(end)
  if (!hop) return []
  return [...(way.before ? hopsTo(way.before, hop.from) : []), hop]
}
