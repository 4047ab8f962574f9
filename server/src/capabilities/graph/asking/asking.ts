/** A question to a graph: the ways that may answer it, best first, each with its ends and how sure it is. */
import { createAlignment } from './alignment.ts'
import { type AskedGraph, findCandidates } from './candidates.ts'
import type { EntityGraph, GraphEdge, Hop } from './entity-graph.ts'
import type { Model } from './learn.ts'
import type { Mention } from './mentions.ts'
import { hopsTo, type Way } from './paths.ts'
import { createPrior } from './prior.ts'
import { rank, softmax } from './ranking.ts'
import { type Grounds, signNames } from './signs.ts'

/** `probability` is the share of this way among all that were weighed, 0–1; `signs` say what spoke for it. */
export type Found<Edge extends GraphEdge = GraphEdge> = {
  mention: Mention
  relations: readonly string[]
  ends: readonly string[]
  score: number
  probability: number
  signs: Readonly<Record<string, number>>
  grounds: () => Grounds
  hopsTo: (end: string) => (Hop<Edge> & { from: string })[]
}

export function createAsking(model: Model) {
  const known = {
    alignment: createAlignment(model.counts),
    prior: createPrior(model.ways),
    hops: model.hops,
    inverse: model.inverse,
  }
  return function ask<Edge extends GraphEdge>(graph: EntityGraph<Edge>, asked: AskedGraph<Edge>): Found<Edge>[] {
    const ranked = rank(findCandidates(graph, asked, known), model.weights)
    const shares = softmax(ranked.map(({ score }) => score))
    return ranked.map(({ candidate: { mention, way, signs, grounds }, score }, place) => ({
      mention,
      relations: way.relations,
      ends: [...way.ends.keys()],
      score,
      probability: shares[place]!,
      signs: Object.fromEntries(signNames.map((name, at) => [name, signs[at]!])),
      grounds,
      hopsTo: (end) => hopsTo(way as Way<Edge>, end),
    }))
  }
}
