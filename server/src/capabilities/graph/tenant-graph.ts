/**
 * One tenant's graph in this process: what articles state, with what people say laid over it, put together. An entity has
 * many names and one place: a name that only one product bears is that product, and people merge what is the same.
 * Derived and incremental: a change puts together anew only the entities that it touches.
 */
import { type Language, languages } from '@lingxi/contract/message'
import { createEntityGraph, type GraphEdge } from './asking/entity-graph.ts'
import { relationKeyOf } from './asking/known-relations.ts'
import { keyOf, splitQualifier } from './asking/units.ts'
import { type ArticleStatements, isText, type Statement, statementKey } from './statements.ts'

/** Who may see something, and when it holds (ms since 1970, half-open). */
export type Scope = { readers: readonly string[]; from: number | null; until: number | null }
export type Source = Scope & { articleId: string; version: number; title: string; language: string } & ArticleStatements
export type Verdict = 'confirmed' | 'rejected'
export type Curated = { entity: string; name: string | null; type: string | null; mergedInto: string | null }
/** An edge that a person added: it has no place in an article. */
export type AddedEdge = Omit<Statement, 'method' | 'confidence' | 'starts' | 'ends'> & { readers: readonly string[] }
export type Overlay = { curated: Curated[]; added: AddedEdge[]; verdicts: { statement: string; verdict: Verdict }[] }

/** `relation` is its key for searching; `said` is the statement with the words of its source. */
export type KnownEdge = GraphEdge & { said: Statement; scope: Scope; source: Source | null; verdict: Verdict | null }
export type TenantGraph = ReturnType<typeof createTenantGraph>

const peopleSource = 'people'

export function createTenantGraph() {
  const graph = createEntityGraph<KnownEdge>()
  const sources = new Map<string, Source>()
  const overlay = { curated: new Map<string, Curated>(), verdicts: new Map<string, Verdict>() }
  let added: AddedEdge[] = []
  /** Statements by the entities they name as they name them, before anything is put together. */
  const stated = new Map<string, Map<string, { said: Statement; source: Source | null; scope: Scope }>>()
  const called = new Map<string, Map<string, { name: string; type: string; scope: Scope; language: string }>>()
  /** Products by the names they bear. */
  const bearers = new Map<string, Map<string, number>>()
  const placeOf = new Map<string, string>()
  const members = new Map<string, Set<string>>()

  const entry = <Value>(map: Map<string, Map<string, Value>>, key: string) => {
    let found = map.get(key)
    if (!found) map.set(key, (found = new Map()))
    return found
  }

  /** Where an entity is once products and people's merges are taken into account. */
  function resolve(entity: string): string {
    let at = entity
    for (let steps = 0; steps < 20; steps++) {
      const merged = overlay.curated.get(at)?.mergedInto
      const next = merged ?? productOf(at)
      if (!next || next === at) return at
      at = next
    }
    return at
  }
  function productOf(entity: string): string | undefined {
    if (!entity.startsWith('name:')) return undefined
    const products = bearers.get(entity.slice('name:'.length))
    return products?.size === 1 ? products.keys().next().value : undefined
  }

  function state(
    edgeId: string,
    about: { said: Statement; source: Source | null; scope: Scope },
    touched: Set<string>,
  ) {
    for (const entity of [about.said.subject, about.said.object]) {
      entry(stated, entity).set(edgeId, about)
      touched.add(entity)
    }
  }
  function retract(edgeId: string, { subject, object }: { subject: string; object: string }, touched: Set<string>) {
    graph.disconnect(edgeId)
    for (const entity of [subject, object]) {
      stated.get(entity)?.delete(edgeId)
      if (stated.get(entity)?.size === 0) stated.delete(entity)
      touched.add(entity)
    }
  }
  function forgetName(entity: string, key: string) {
    called.get(entity)?.delete(key)
    if (called.get(entity)?.size === 0) called.delete(entity)
  }
  function call(source: Source, touched: Set<string>, add: 1 | -1) {
    for (const { entity, name, type, language } of source.names) {
      const key = `${source.articleId} ${name}`
      if (add === 1) entry(called, entity).set(key, { name, type, language, scope: source })
      else forgetName(entity, key)
      touched.add(entity)
      if (!entity.startsWith('sku:')) continue
      const nameKey = keyOf(name)
      const count = (bearers.get(nameKey)?.get(entity) ?? 0) + add
      if (count > 0) entry(bearers, nameKey).set(entity, count)
      else bearers.get(nameKey)?.delete(entity)
      if (bearers.get(nameKey)?.size === 0) bearers.delete(nameKey)
      touched.add(`name:${nameKey}`)
    }
  }

  /** Puts the touched entities together anew, with every edge that names them. */
  function settle(touched: Set<string>): void {
    const places = new Set<string>()
    const edges = new Map<string, { said: Statement; source: Source | null; scope: Scope }>()
    for (const entity of touched) {
      const before = placeOf.get(entity)
      if (before !== undefined) {
        places.add(before)
        members.get(before)?.delete(entity)
        placeOf.delete(entity)
      }
      if (called.has(entity) || stated.has(entity) || overlay.curated.has(entity)) {
        const place = resolve(entity)
        placeOf.set(entity, place)
        const all = members.get(place) ?? new Set<string>()
        members.set(place, all.add(entity))
        places.add(place)
      }
      for (const [id, about] of stated.get(entity) ?? []) edges.set(id, about)
    }
    for (const place of places) putTogether(place)
    for (const [id, about] of edges) connect(id, about)
  }

  function putTogether(place: string): void {
    const all = members.get(place)
    if (!all || all.size === 0) {
      members.delete(place)
      graph.remove(place)
      return
    }
    const chosen = [place, ...[...all].sort()].flatMap((member) => overlay.curated.get(member)?.name ?? [])
    const said = [...all]
      .flatMap((member) => [...(called.get(member)?.values() ?? [])])
      .sort(
        (one, other) =>
          Number(isCode(one.name)) - Number(isCode(other.name)) ||
          compare(other.language, one.language) ||
          compare(one.name, other.name),
      )
    const names = new Set([...chosen, ...said.map(({ name }) => name)])
    graph.put({ id: place, names: isText(place) ? [] : [...names] })
  }

  function connect(
    id: string,
    { said, source, scope }: { said: Statement; source: Source | null; scope: Scope },
  ): void {
    const verdict = overlay.verdicts.get(statementKey(said)) ?? null
    const [subject, object] = [resolve(said.subject), resolve(said.object)]
    graph.connect({ id, subject, relation: relationKeyOf(said.relation), object, said, scope, source, verdict })
  }

  function takeAway(articleId: string, touched: Set<string>): void {
    const source = sources.get(articleId)
    if (!source) return
    sources.delete(articleId)
    for (const edge of source.edges) retract(`${articleId}/${edge.id}`, edge, touched)
    call(source, touched, -1)
  }

  return {
    graph,
    resolve,

    /** What an article states now; the statements of its older version go. */
    put(source: Source): void {
      if ((sources.get(source.articleId)?.version ?? 0) > source.version) return
      const touched = new Set<string>()
      takeAway(source.articleId, touched)
      sources.set(source.articleId, source)
      call(source, touched, 1)
      for (const said of source.edges) state(`${source.articleId}/${said.id}`, { said, source, scope: source }, touched)
      settle(touched)
    },
    remove(articleId: string): void {
      const touched = new Set<string>()
      takeAway(articleId, touched)
      settle(touched)
    },

    /** All that people say, in place of what they said before. */
    lay(next: Overlay): void {
      const touched = new Set<string>()
      for (const each of [...overlay.curated.values(), ...next.curated]) {
        touched.add(each.entity)
        for (const member of members.get(resolve(each.entity)) ?? []) touched.add(member)
      }
      const changed = new Set([...overlay.verdicts.keys(), ...next.verdicts.map(({ statement }) => statement)])
      for (const edge of graph.edges()) if (changed.has(statementKey(edge.said))) touched.add(edge.said.subject)
      for (const edge of added) {
        retract(`${peopleSource}/${edge.id}`, edge, touched)
        for (const entity of [edge.subject, edge.object]) forgetName(entity, `${peopleSource} ${edge.id}`)
      }
      overlay.curated = new Map(next.curated.map((each) => [each.entity, each]))
      overlay.verdicts = new Map(next.verdicts.map(({ statement, verdict }) => [statement, verdict]))
      added = next.added
      for (const edge of added) {
        const said: Statement = { ...edge, method: 'person', confidence: 1, starts: 0, ends: 0 }
        state(
          `${peopleSource}/${edge.id}`,
          { said, source: null, scope: { readers: edge.readers, from: null, until: null } },
          touched,
        )
        for (const [entity, name] of [
          [edge.subject, edge.subjectName],
          [edge.object, edge.objectName],
        ] as const)
          if (!isText(entity))
            entry(called, entity).set(`${peopleSource} ${edge.id}`, {
              name,
              type: 'thing',
              language: '',
              scope: { readers: edge.readers, from: null, until: null },
            })
      }
      settle(touched)
    },

    /** Whether one of those who may be answered calls the entity so: a name from a secret article is as secret as that. */
    isCalled(place: string, name: string, sees: (scope: Scope) => boolean): boolean {
      const key = keyOf(name)
      for (const member of members.get(place) ?? [])
        for (const each of called.get(member)?.values() ?? [])
          if (isNamed(each.name, key) && sees(each.scope)) return true
      return false
    },
    typeOf(place: string): string {
      const curated = overlay.curated.get(place)?.type
      if (curated) return curated
      const types = new Set(
        [...(members.get(place) ?? [])].flatMap((member) =>
          [...(called.get(member)?.values() ?? [])].map(({ type }) => type),
        ),
      )
      return ['product', 'thing', 'value'].find((type) => types.has(type)) ?? (isText(place) ? 'text' : 'thing')
    },
    /** The first plain name of each language; none when people chose one. */
    labels(place: string, sees: (scope: Scope) => boolean): Partial<Record<Language, string>> {
      const all = [...(members.get(place) ?? [])]
      if (all.some((member) => overlay.curated.get(member)?.name)) return {}
      const names = all.flatMap((member) =>
        [...(called.get(member)?.values() ?? [])].filter(({ scope }) => sees(scope)),
      )
      return Object.fromEntries(
        languages.flatMap((language) => {
          const own = names.filter((each) => each.language === language && !isCode(each.name)).map(({ name }) => name)
          return own.length > 0 ? [[language, own.sort()[0]!]] : []
        }),
      )
    },
    /** What was put together into one place. */
    members: (place: string): readonly string[] => [...(members.get(place) ?? [])].sort(),
    sources: (): ReadonlyMap<string, Source> => sources,
  }
}

const isNamed = (name: string, key: string) => keyOf(name) === key || keyOf(splitQualifier(name).name) === key

/** Article numbers are names, and never the first that is shown. */
const isCode = (name: string) => /^[A-Z\d][A-Z\d._/-]*\d[A-Z\d._/-]*$/i.test(name)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
