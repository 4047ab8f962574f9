/** A corpus put on a shelf as articles are, in memory: what is measured is the finding that customers' questions take. */
import { marksOfReader, visitor } from '@lingxi/contract/audience'
import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { detectLanguage } from '../../server/src/capabilities/knowledge/detect-language.ts'
import { createFinding } from '../../server/src/capabilities/knowledge/finding.ts'
import { createShelf } from '../../server/src/capabilities/knowledge/shelf.ts'
import { createConcepts } from '../../server/src/capabilities/understanding/concepts/concepts.ts'
import { createMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'
import type { BeirDocument } from './beir.ts'

const batch = 500
const at = '2026-01-01T00:00:00.000Z'

export async function openBase(corpus: BeirDocument[]) {
  const tokens = createTokens()
  const index = createMemoryIndex({ tokens })
  const readConcepts = createConcepts({ tokens })
  const shelf = createShelf(index, { tokens, synonyms: () => [] }, { readConcepts })
  const finding = createFinding({ tokens, synonyms: () => [] }, readConcepts)
  for (let start = 0; start < corpus.length; start += batch)
    await shelf.put(corpus.slice(start, start + batch).map(toArticle))

  return {
    /** Documents as a customer's question finds them, best first. */
    async find(text: string): Promise<string[]> {
      const passages = await finding.find(
        shelf,
        { text, language: detectLanguage(text), reader: visitor },
        Date.parse(at),
      )
      return [...new Set(passages.map(({ articleId }) => articleId))]
    },
    /** Plain BM25F over the same index and tokens, the question as it was typed: the yardstick. */
    async findByWords(text: string): Promise<string[]> {
      const hits = await index.search({ text, limit: 30, readers: marksOfReader(visitor) })
      return [...new Set(hits.map(({ id }) => id.slice(0, id.lastIndexOf('#'))))]
    },
  }
}

const toArticle = ({ id, title, text }: BeirDocument): Article => ({
  ...ArticleDraft.parse({ title: 'any', body: 'any', language: detectLanguage(text), status: 'published' }),
  title,
  body: text,
  id,
  version: 1,
  source: null,
  origin: null,
  proposal: null,
  updatedBy: null,
  createdAt: at,
  updatedAt: at,
})
