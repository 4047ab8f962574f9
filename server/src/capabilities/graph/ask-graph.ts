/** A question to one tenant's graph, for one reader: the path that answers best, and how sure it is. */
import { marksOfReader, type Reader } from '@lingxi/contract/audience'
import type { Language } from '@lingxi/contract/message'
import type { createAsking, Found } from './asking/asking.ts'
import { type Hop, inverseMark } from './asking/entity-graph.ts'
import type { KnownEdge, Scope, TenantGraph } from './tenant-graph.ts'

export type AskedPath = { text: string; language: Language; reader: Reader; at: number }
/** One hop in the words of its source; `against`: followed from the object to the subject. Null: a person added it. */
export type PathHop = {
  from: string
  fromId: string
  relation: string
  to: string
  toId: string
  against: boolean
  edgeId: string
  source: { articleId: string; version: number; title: string; starts: number; ends: number } | null
}
/**
 * `paths` lead to one answer each and follow the same relations. `probability`: this way among all that were weighed;
 * `covered`: the share of the telling words that the way accounts for; `clear`: sure enough to be said to a customer.
 */
export type FoundAnswer = {
  answers: string[]
  paths: PathHop[][]
  probability: number
  covered: number
  clear: boolean
}
type PlacedHop = Hop<KnownEdge> & { from: string }
type Ask = ReturnType<typeof createAsking>

const mostAnswers = 12
/** Set by hand and strict: on the demo shop's own questions (`evals/answers/suite-dev.jsonl`) no wrong path passed. */
const leastProbability = 0.6
const leastCovered = 0.99
const leastAsked = 4

/** Who may see what holds now. */
export function createSight(reader: Reader, at: number): (scope: Scope) => boolean {
  const marks = marksOfReader(reader)
  return ({ readers, from, until }) =>
    (from === null || from <= at) &&
    (until === null || at < until) &&
    (marks === 'everyone' || readers.some((mark) => marks.includes(mark)))
}

export function askGraph({ graph, isCalled }: TenantGraph, ask: Ask, asked: AskedPath): FoundAnswer[] {
  const sees = createSight(asked.reader, asked.at)
  const visible = ({ scope, verdict }: KnownEdge) => verdict !== 'rejected' && sees(scope)
  const named = (place: string, name: string) => isCalled(place, name, sees)
  return ask(graph, { text: asked.text, visible, isCalled: named })
    .slice(0, 5)
    .flatMap((found) => {
      // What was asked about is no answer to what was asked about it.
      const ends = found.ends.filter((end) => end !== found.mention.entity)
      const paths = ends.map((end) => found.hopsTo(end).map((hop) => saidIn(asked.language, hop)))
      return paths.length > 0 ? [toAnswer(found, inLanguage(paths, asked.language))] : []
    })

  /** The same from the article in the asker's language, where there is one. */
  function saidIn(language: Language, hop: PlacedHop): PlacedHop {
    const relation = hop.edge.subject === hop.from ? hop.edge.relation : inverseMark + hop.edge.relation
    const same = graph.hopsFrom(hop.from).get(relation) ?? []
    const fits = ({ edge, to }: Hop<KnownEdge>) => to === hop.to && edge.source?.language === language && visible(edge)
    return { ...hop, edge: (fits(hop) ? hop : same.find(fits))?.edge ?? hop.edge }
  }
}

function toAnswer(found: Found<KnownEdge>, all: PlacedHop[][]): FoundAnswer {
  const { covered } = found.grounds()
  const paths = all.slice(0, mostAnswers)
  const shown = paths.map((hops) => hops.map(({ edge, to }) => toHop(edge, to)))
  return {
    answers: [...new Set(shown.map((path) => path.at(-1)!.to))],
    paths: shown,
    probability: found.probability,
    covered,
    clear: isClear(found),
  }
}

/** Sure enough to be said to a customer. */
export function isClear({
  mention,
  probability,
  grounds,
}: Pick<Found, 'mention' | 'probability' | 'grounds'>): boolean {
  const { covered, leastAsked: asked } = grounds()
  return mention.likeness === 1 && probability >= leastProbability && covered >= leastCovered && asked >= leastAsked
}

/** Where the same is said in both languages, what is said in the asker's. */
function inLanguage(paths: PlacedHop[][], language: Language): PlacedHop[][] {
  const own = paths.filter((hops) =>
    hops.every(({ edge }) => edge.source === null || edge.source.language === language),
  )
  return own.length > 0 ? own : paths
}

function toHop(edge: KnownEdge, to: string): PathHop {
  const { said, source } = edge
  const against = edge.subject === to && edge.object !== to
  const [subject, object] = [
    { id: edge.subject, name: said.subjectName },
    { id: edge.object, name: said.objectName },
  ]
  const [from, end] = against ? [object, subject] : [subject, object]
  const place = source && {
    articleId: source.articleId,
    version: source.version,
    title: source.title,
    starts: said.starts,
    ends: said.ends,
  }
  return {
    from: from.name,
    fromId: from.id,
    relation: said.relation,
    to: end.name,
    toId: end.id,
    against,
    edgeId: edge.id,
    source: place,
  }
}
