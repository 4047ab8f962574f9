/**
 * Where no passage answers, a path may: the question goes to the graph after plain retrieval, and its answer is said only
 * when the way is clear. A path of several hops that accounts for the whole question also comes before a passage that
 * covers it half. The words cite the article of each hop; what the reader may not open is not said.
 */
import type { Reader } from '@lingxi/contract/audience'
import type { GraphPath } from '@lingxi/contract/graph'
import type { Citation } from '@lingxi/contract/message'
import type { FoundAnswer, Graph, PathHop } from '#graph'
import type { Knowledge } from '#knowledge'
import type { Answer, FindAnswer } from './answer.ts'

type Asker = { reader: Reader; channel?: string | undefined }
type Parts = { findAnswer: FindAnswer; graph: Pick<Graph, 'ask'>; knowledge: Pick<Knowledge, 'getPublished'> }

/** Passages that cover the question at least so far are not overruled by a path. */
const wellCovered = 0.75
const mostCitations = 4
const mostAnswers = 8

export function withGraph({ findAnswer, graph, knowledge }: Parts): FindAnswer {
  return async function findAnswerInGraph(tenantId, question) {
    const plain = await findAnswer(tenantId, question)
    const { text, language, reader, channel } = question
    const isOpen = plain.outcome === 'unknown' || (plain.writer === 'extracted' && plain.support < wellCovered)
    if (!isOpen) return plain
    const [found] = await graph.ask(tenantId, { text, language, reader })
    if (!found?.clear || (plain.outcome === 'answered' && found.paths[0]!.length < 2)) return plain
    const citations = await cite(tenantId, found, { reader, channel })
    return citations ? say(plain, found, citations) : plain
  }

  /** Undefined when a hop cannot be shown in its article as it is now: then the graph is behind, and keeps silent. */
  async function cite(tenantId: string, { paths }: FoundAnswer, asker: Asker): Promise<Citation[] | undefined> {
    const citations: Citation[] = []
    const opened = new Map<string, Awaited<ReturnType<Parts['knowledge']['getPublished']>>>()
    const open = async (id: string) => {
      if (!opened.has(id)) opened.set(id, await knowledge.getPublished(tenantId, id, asker))
      return opened.get(id)
    }
    // Each hop that is said is held against its article, also where it is not cited any more.
    for (const { source } of paths.slice(0, mostAnswers).flat()) {
      if (!source) continue
      const article = await open(source.articleId)
      // Read from the article's own text; who has another text of it is not told what that one says.
      if (!article || article.version !== source.version || article.variant) return undefined
      const { id: articleId, title, body } = article
      const [start, end] = [source.starts, source.ends]
      const isKnown = citations.some((each) => each.articleId === articleId && each.start === start)
      if (isKnown || citations.length === mostCitations) continue
      citations.push({ articleId, title, start, end, quote: body.slice(start, end) })
    }
    return citations
  }
}

function say(plain: Answer, { answers, paths, probability }: FoundAnswer, citations: Citation[]): Answer {
  const shown = paths.slice(0, mostAnswers)
  const text = shown.map(tell).join('\n')
  return {
    ...plain,
    outcome: 'answered',
    text: answers.length === 1 || shown.length === 1 ? tell(shown[0]!) : text,
    citations,
    nearest: [],
    support: Math.max(plain.support, Math.round(probability * 100) / 100),
    writer: 'extracted',
    fromCache: undefined,
    paths: shown.map(toPath),
  }
}

/** `云杉羽绒服 → 填充物 → 鹅绒`; a hop that is followed backwards is told forwards. */
function tell(hops: PathHop[]): string {
  if (hops.length === 1 && hops[0]!.against) return `${hops[0]!.to} → ${hops[0]!.relation} → ${hops[0]!.from}`
  return hops.reduce((told, { relation, to }) => `${told} → ${relation} → ${to}`, hops[0]!.from)
}

const toPath = (hops: PathHop[]): GraphPath =>
  hops.map(({ from, relation, to, against, edgeId, source }) => ({
    from,
    relation,
    to,
    against,
    edgeId,
    articleId: source?.articleId ?? null,
  }))
