/** Which entities a question names: every name that stands in it, and, where none does, the names most like it. */
import { type EntityGraph, type GraphEdge, type NamedEntity, pairsOf } from './entity-graph.ts'
import type { Unit } from './units.ts'

/** `from`/`to` are places among the units of the question; `likeness` is 1 for a name that stands there. */
export type Mention = NamedEntity & { from: number; to: number; likeness: number; exact: boolean; inside: boolean }

const mostMentions = 10
/** A pair of units that more names hold than this tells nothing. */
const mostHolding = 120
const mostFuzzy = 8
const leastLikeness = 0.35

/** What is asked; `isCalled`: whether the asker may know an entity by this name. */
export type AskedText = {
  text: string
  units: Unit[]
  isCalled?: ((entity: string, name: string) => boolean) | undefined
}

export function findMentions<Edge extends GraphEdge>(
  graph: EntityGraph<Edge>,
  { text: question, units, isCalled = () => true }: AskedText,
): Mention[] {
  const isKnown = ({ entity, name }: Mention) => graph.hopsFrom(entity).size > 0 && isCalled(entity, name)
  const found = literal(graph, question, units).filter(isKnown)
  const longest = found.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const strong = found.some(({ from, to }) => covers(units, from, to) >= 4)
  const isNew = ({ entity }: Mention) => !found.some((each) => each.entity === entity)
  const spread = strong ? [] : fuzzy(graph, units).filter((each) => isNew(each) && isKnown(each))
  for (const mention of found)
    mention.inside =
      mention.to - mention.from < longest &&
      found.some(
        (other) =>
          other.from <= mention.from && other.to >= mention.to && other.to - other.from > mention.to - mention.from,
      )
  return [...found.sort((one, other) => other.to - other.from - (one.to - one.from)).slice(0, mostMentions), ...spread]
}

const covers = (units: Unit[], from: number, to: number) =>
  units.slice(from, to).reduce((sum, { text }) => sum + (/\p{Script=Han}/u.test(text) ? 1 : 2), 0)

function literal<Edge extends GraphEdge>(graph: EntityGraph<Edge>, question: string, units: Unit[]): Mention[] {
  const mentions: Mention[] = []
  for (let from = 0; from < units.length; from++) {
    let key = ''
    for (let to = from + 1; to <= units.length; to++) {
      key = key === '' ? units[from]!.text : `${key} ${units[to - 1]!.text}`
      if (!graph.isBeginning(key)) break
      const surface = question.slice(units[from]!.start, units[to - 1]!.end)
      for (const named of graph.named(key))
        mentions.push({ ...named, from, to, likeness: 1, exact: named.name === surface, inside: false })
    }
  }
  return mentions
}

/** Names that share neighbouring units with the question: the share of the name that is found, rare pairs counting more. */
function fuzzy<Edge extends GraphEdge>(graph: EntityGraph<Edge>, units: Unit[]): Mention[] {
  const asked = new Map<string, number>()
  pairsOf(units.map(({ text }) => text).join(' ')).forEach((pair, place) => asked.set(pair, place))
  const scores = new Map<string, { hits: number; from: number; to: number }>()
  for (const [pair, place] of asked) {
    const keys = graph.withPair(pair)
    if (keys.size > mostHolding) continue
    for (const key of keys) {
      const score = scores.get(key) ?? { hits: 0, from: place, to: place + 2 }
      scores.set(key, { hits: score.hits + 1, from: Math.min(score.from, place), to: Math.max(score.to, place + 2) })
    }
  }
  return [...scores]
    .map(([key, { hits, from, to }]) => ({
      key,
      from,
      to: Math.min(to, units.length),
      likeness: (2 * hits) / (pairsOf(key).length + to - from - 1),
    }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness || (one.key < other.key ? -1 : 1))
    .slice(0, mostFuzzy)
    .flatMap(({ key, ...where }) =>
      graph
        .named(key)
        .map((named) => ({ ...named, ...where, likeness: where.likeness * 0.999, exact: false, inside: false })),
    )
}
