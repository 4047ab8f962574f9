/** A graph in memory: entities under all their names, and the edges between them. Derived; put and removed edge by edge. */
import { keyOf, splitQualifier, unitsOf } from './units.ts'

export type GraphEntity = { id: string; names: readonly string[] }
export type GraphEdge = { id: string; subject: string; relation: string; object: string }
/** How an entity is called: `qualifier` stands in brackets behind it; `full` means the name is the whole name. */
export type NamedEntity = { entity: string; name: string; qualifier: string; full: boolean }
export type Hop<Edge extends GraphEdge = GraphEdge> = { edge: Edge; to: string }

export type EntityGraph<Edge extends GraphEdge = GraphEdge> = ReturnType<typeof createEntityGraph<Edge>>

/** Marks a hop against its edge's direction: `^filling` leads from goose down to what is filled with it. */
export const inverseMark = '^'

export function createEntityGraph<Edge extends GraphEdge = GraphEdge>() {
  const entities = new Map<string, GraphEntity>()
  const edges = new Map<string, Edge>()
  const hops = new Map<string, Map<string, Hop<Edge>[]>>()
  const byKey = new Map<string, NamedEntity[]>()
  /** Every beginning of every name, counted, so that reading a question stops as soon as no name goes on. */
  const beginnings = new Map<string, number>()
  const byPair = new Map<string, Set<string>>()

  function eachBeginning(name: string, add: number): void {
    let beginning = ''
    for (const { text } of unitsOf(name)) {
      beginning = beginning === '' ? text : `${beginning} ${text}`
      const count = (beginnings.get(beginning) ?? 0) + add
      if (count <= 0) beginnings.delete(beginning)
      else beginnings.set(beginning, count)
    }
  }

  function eachName(entity: GraphEntity, act: (named: NamedEntity, key: string) => void): void {
    const seen = new Set<string>()
    for (const whole of entity.names) {
      const { name, qualifier } = splitQualifier(whole)
      const forms = qualifier === '' ? [whole] : [name, whole]
      for (const form of forms) {
        const key = keyOf(form)
        if (key === '' || seen.has(key)) continue
        seen.add(key)
        act({ entity: entity.id, name: form, qualifier: form === whole ? '' : qualifier, full: form === whole }, key)
      }
    }
  }

  function put(entity: GraphEntity): void {
    remove(entity.id)
    entities.set(entity.id, entity)
    eachName(entity, (named, key) => {
      byKey.set(key, [...(byKey.get(key) ?? []), named])
      eachBeginning(named.name, 1)
      for (const pair of pairsOf(key)) {
        const held = byPair.get(pair) ?? new Set()
        byPair.set(pair, held.add(key))
      }
    })
  }

  function remove(id: string): void {
    const entity = entities.get(id)
    if (!entity) return
    entities.delete(id)
    eachName(entity, (named, key) => {
      const left = (byKey.get(key) ?? []).filter((each) => each.entity !== id)
      if (left.length > 0) byKey.set(key, left)
      else byKey.delete(key)
      eachBeginning(named.name, -1)
      if (left.length > 0) return
      for (const pair of pairsOf(key)) {
        const held = byPair.get(pair)
        held?.delete(key)
        if (held?.size === 0) byPair.delete(pair)
      }
    })
  }

  function addHop(from: string, relation: string, hop: Hop<Edge>): void {
    const relations = hops.get(from) ?? new Map<string, Hop<Edge>[]>()
    hops.set(from, relations)
    const list = relations.get(relation)
    if (list) list.push(hop)
    else relations.set(relation, [hop])
  }

  function dropHop(from: string, relation: string, edgeId: string): void {
    const relations = hops.get(from)
    const left = relations?.get(relation)?.filter(({ edge }) => edge.id !== edgeId)
    if (!relations || !left) return
    if (left.length > 0) relations.set(relation, left)
    else relations.delete(relation)
    if (relations.size === 0) hops.delete(from)
  }

  function disconnect(id: string): void {
    const edge = edges.get(id)
    if (!edge) return
    edges.delete(id)
    dropHop(edge.subject, edge.relation, id)
    dropHop(edge.object, inverseMark + edge.relation, id)
  }

  return {
    /** Adds an entity, or replaces the one with this id; its edges stay. */
    put,
    /** Removes an entity's names; edges are removed one by one. */
    remove,
    connect(edge: Edge): void {
      disconnect(edge.id)
      edges.set(edge.id, edge)
      addHop(edge.subject, edge.relation, { edge, to: edge.object })
      addHop(edge.object, inverseMark + edge.relation, { edge, to: edge.subject })
    },
    disconnect,
    entity: (id: string) => entities.get(id),
    edge: (id: string) => edges.get(id),
    /** From an entity, by relation; hops against an edge's direction under `^` and its relation. */
    hopsFrom: (id: string): ReadonlyMap<string, readonly Hop<Edge>[]> => hops.get(id) ?? nowhere,
    named: (key: string): readonly NamedEntity[] => byKey.get(key) ?? [],
    isBeginning: (key: string) => beginnings.has(key),
    /** Keys of names that hold a pair of neighbouring units. */
    withPair: (pair: string): ReadonlySet<string> => byPair.get(pair) ?? nobody,
    size: () => ({ entities: entities.size, edges: edges.size, names: byKey.size }),
    entities: () => entities.values(),
    edges: () => edges.values(),
  }
}

const nowhere = new Map<string, never[]>()
const nobody: ReadonlySet<string> = new Set()

/** Neighbouring units of a key; a single unit stands for itself. */
export function pairsOf(key: string): string[] {
  const units = key.split(' ')
  if (units.length === 1) return units
  return units.slice(1).map((unit, place) => `${units[place]} ${unit}`)
}
