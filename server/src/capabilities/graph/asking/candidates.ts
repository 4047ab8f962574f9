/** Every way that a question may ask for, with the signs that speak for it. */
import { type Alignment } from './alignment.ts'
import type { EntityGraph, GraphEdge } from './entity-graph.ts'
import { findMentions, type Mention } from './mentions.ts'
import { type Walk, walk, type Way } from './paths.ts'
import type { Prior } from './prior.ts'
import { createMentionSigns, type Grounds, readQuestion } from './signs.ts'
import { keyOf, unitsOf } from './units.ts'

export type Candidate<Edge extends GraphEdge = GraphEdge> = {
  mention: Mention
  way: Way<Edge>
  signs: Float64Array
  details: () => string[]
  grounds: () => Grounds
}
/** What may be seen by whom asks: edges, and the names of entities. */
export type AskedGraph<Edge extends GraphEdge> = {
  text: string
  visible: Walk<Edge>['visible']
  isCalled?: ((entity: string, name: string) => boolean) | undefined
}
export type Known = { alignment: Alignment; prior: Prior; hops: number; inverse: boolean }

const longestQuestion = 400
const mostSaid = 3

export function findCandidates<Edge extends GraphEdge>(
  graph: EntityGraph<Edge>,
  { text, visible, isCalled }: AskedGraph<Edge>,
  known: Known,
): Candidate<Edge>[] {
  const cut = text.slice(0, longestQuestion)
  const asked = readQuestion(cut, unitsOf(cut))
  const key = ` ${keyOf(cut)} `
  const candidates: Candidate<Edge>[] = []
  for (const mention of findMentions(graph, { ...asked, isCalled })) {
    const { promise, signsOf, detailsOf, groundsOf } = createMentionSigns(asked, mention, known)
    for (const way of walk(graph, {
      from: mention.entity,
      hops: known.hops,
      promise,
      visible,
      inverse: known.inverse,
    })) {
      const said = way.ends.size <= mostSaid && [...way.ends.keys()].every((end) => isSaid(graph, end, key))
      const ends = { size: way.ends.size, said, returns: way.ends.has(mention.entity) }
      const { relations } = way
      candidates.push({
        mention,
        way,
        signs: signsOf(relations, ends),
        details: () => detailsOf(relations),
        grounds: () => groundsOf(relations),
      })
    }
  }
  return candidates
}

function isSaid<Edge extends GraphEdge>(graph: EntityGraph<Edge>, id: string, key: string): boolean {
  const name = graph.entity(id)?.names[0]
  if (!name) return false
  const nameKey = keyOf(name)
  return nameKey !== '' && key.includes(` ${nameKey} `)
}
