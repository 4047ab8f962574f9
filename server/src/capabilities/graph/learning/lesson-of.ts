/** A question with the names along its way, found in the graph: what a lesson is made of. Pure. */
import type { ExampleFault, GraphExampleDraft } from '@lingxi/contract/graph-learning'
import { type Hop, inverseMark } from '../asking/entity-graph.ts'
import { relationKeyOf } from '../asking/known-relations.ts'
import type { Lesson } from '../asking/learn.ts'
import { findMentions } from '../asking/mentions.ts'
import { keyOf, unitsOf } from '../asking/units.ts'
import type { KnownEdge, TenantGraph } from '../tenant-graph.ts'

type Found = { lesson: Lesson } | { fault: ExampleFault }

/** Names may be those of any article; a statement that people rejected is no part of a way. */
export function lessonOf({ graph }: TenantGraph, { question, path }: GraphExampleDraft): Found {
  const [first = '', ...rest] = path
  const topics = [...new Set(graph.named(keyOf(first)).map(({ entity }) => entity))]
  if (topics.length === 0) return { fault: 'unknown-entity' }
  const relations = rest.filter((_, place) => place % 2 === 0).map(keyOfRelation)
  const names = rest.filter((_, place) => place % 2 === 1).map(keyOf)
  const leading = topics.filter((topic) => leads(topic))
  if (leading.length === 0) return { fault: 'no-such-path' }
  const mentioned = new Set(
    findMentions(graph, { text: question, units: unitsOf(question) }).map(({ entity }) => entity),
  )
  const topic = leading.find((each) => mentioned.has(each))
  return topic === undefined ? { fault: 'not-named' } : { lesson: { question, topic, relations } }

  function leads(topic: string): boolean {
    let at = [topic]
    for (const [place, relation] of relations.entries()) {
      const hops = at.flatMap((from) => graph.hopsFrom(from).get(relation) ?? [])
      at = [...new Set(hops.filter((hop) => isCalled(hop, names[place]!)).map(({ to }) => to))]
    }
    return at.length > 0
  }

  function isCalled({ edge, to }: Hop<KnownEdge>, key: string): boolean {
    if (edge.verdict === 'rejected') return false
    const said = edge.object === to ? edge.said.objectName : edge.said.subjectName
    return keyOf(said) === key || graph.named(key).some(({ entity }) => entity === to)
  }
}

function keyOfRelation(relation: string): string {
  const against = relation.startsWith(inverseMark)
  return against ? inverseMark + relationKeyOf(relation.slice(inverseMark.length)) : relationKeyOf(relation)
}
