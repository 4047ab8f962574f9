/** Knowledge for another assistant: found, read and asked, never more of it than its key may read. */
import type { Reader } from '@lingxi/contract/audience'
import { Citation, Language } from '@lingxi/contract/message'
import { Problem } from '@lingxi/contract/problem'
import { z } from 'zod'
import type { Knowledge } from '#knowledge'
import { describeTool, type ServedTool } from '#platform/mcp'

/** As `journeys/turn` answers a question; `unknown` where the knowledge does not hold an answer. */
type Answer = {
  outcome: 'answered' | 'unknown'
  text: string
  citations: z.infer<typeof Citation>[]
  nearest: string[]
  support: number
  needed: number
}
type Asked = { text: string; language: Language; reader: Reader; channel: string; signal: AbortSignal }
export type KnowledgeParts = {
  knowledge: Pick<Knowledge, 'search' | 'getPublished' | 'published'>
  findAnswer: (tenantId: string, asked: Asked) => Promise<Answer>
  detect: (text: string) => Promise<Language>
}
export type Asker = { tenantId: string; reader: Reader }

/** By which texts for this way of asking are chosen, where an article has some. */
export const mcpChannel = 'mcp'
export const uriOfArticle = (id: string) => `lingxi://articles/${encodeURIComponent(id)}`

const question = z.string().trim().min(1).max(1000)
const language = Language.optional().describe('zh or en; left out, both are searched')
const uri = z.string().describe('The same article as a resource')
const Passage = z.object({
  articleId: z.string(),
  uri,
  title: z.string(),
  heading: z.string(),
  language: Language,
  text: z.string(),
  score: z.number(),
})
export const ReadArticle = z.object({
  id: z.string(),
  uri,
  title: z.string(),
  body: z.string().describe('Markdown'),
  language: Language,
  updatedAt: z.string(),
})

export function createKnowledgeTools(
  { knowledge, findAnswer, detect }: KnowledgeParts,
  { tenantId, reader }: Asker,
): ServedTool[] {
  return [
    describeTool({
      name: 'search_knowledge',
      title: 'Search knowledge',
      description:
        'Finds the passages of the company’s published knowledge that fit best, best first. Words in quotes have to stand in a passage as they are written.',
      input: z.strictObject({ query: question, language, limit: z.int().min(1).max(20).default(8) }),
      output: z.object({ passages: z.array(Passage) }),
      looks: true,
      async perform({ query, language: only, limit }) {
        const asked = { text: query, language: only, limit, reader, channel: mcpChannel, literal: true }
        const hits = await knowledge.search(tenantId, asked)
        return { passages: hits.map((hit) => ({ ...hit, uri: uriOfArticle(hit.articleId) })) }
      },
    }),
    describeTool({
      name: 'get_article',
      title: 'Read an article',
      description: 'Reads one published article whole, by the id that search_knowledge and ask_question name.',
      input: z.strictObject({ id: z.string().min(1).max(80) }),
      output: ReadArticle,
      looks: true,
      perform: ({ id }) => readArticle(knowledge, { tenantId, reader }, id),
    }),
    describeTool({
      name: 'ask_question',
      title: 'Ask the bot',
      description:
        'Asks what a customer might ask and gets the answer that the bot would give from the company’s knowledge, with the quotes that it stands on. Outcome "unknown": the knowledge holds no answer; do not make one up.',
      input: z.strictObject({ question, language: Language.optional().describe('That of the question, if left out') }),
      output: z.object({
        outcome: z.enum(['answered', 'unknown']),
        text: z.string(),
        citations: z.array(Citation.extend({ uri })),
        nearest: z.array(z.string()).describe('Titles of what comes near, where nothing answers'),
        support: z.number().describe('How far the evidence covers the question, 0 to 1'),
        needed: z.number(),
      }),
      looks: true,
      async perform({ question: text, language: given }, signal) {
        const asked = { text, language: given ?? (await detect(text)), reader, channel: mcpChannel, signal }
        const { outcome, text: told, citations, nearest, support, needed } = await findAnswer(tenantId, asked)
        const withPlaces = citations.map((each) => ({ ...each, uri: uriOfArticle(each.articleId) }))
        return { outcome, text: told, citations: withPlaces, nearest, support, needed }
      },
    }),
  ]
}

/** Throws `not-found` also for what this key may not read: that it is there is nobody's to know. */
async function readArticle(knowledge: KnowledgeParts['knowledge'], { tenantId, reader }: Asker, id: string) {
  const article = await knowledge.getPublished(tenantId, id, { reader, channel: mcpChannel })
  if (!article) throw new Problem('not-found')
  const { title, body, language: of, updatedAt } = article
  return { id, uri: uriOfArticle(id), title, body, language: of, updatedAt }
}
