/** A corpus put on a shelf as articles are, in memory: what is measured is the finding that customers' questions take. */
import { marksOfReader, visitor } from '@lingxi/contract/audience'
import { type Article, ArticleDraft } from '@lingxi/contract/knowledge'
import { detectLanguage } from '../../server/src/capabilities/knowledge/detect-language.ts'
import { createFinding } from '../../server/src/capabilities/knowledge/finding.ts'
import { createShelf } from '../../server/src/capabilities/knowledge/shelf.ts'
import { createConcepts } from '../../server/src/capabilities/understanding/concepts/concepts.ts'
import { createMemoryIndex } from '../../server/src/platform/search/memory/memory.ts'
import type { Learnt } from '../../server/src/capabilities/knowledge/ranking/rank-passages.ts'
import type { Tokens } from '../../server/src/platform/search/search.ts'
import { createTokens } from '../../server/src/platform/search/tokens.ts'
import { createRelations, learnRelations } from '../../server/src/platform/relations/relations.ts'
import { defaultWeights } from '../../server/src/capabilities/knowledge/ranking/ranking-weights.ts'
import type { BeirDocument } from './beir.ts'
import type { LearningExample } from './learning-examples.ts'

const batch = 500
const heldOutOf = 4
const fewestAsked = 30
const mostAsked = 200
const leastGain = 0.002
const at = '2026-01-01T00:00:00.000Z'

export async function openBase(corpus: BeirDocument[], examples: LearningExample[]) {
  const tokens = createTokens()
  const index = createMemoryIndex({ tokens })
  const readConcepts = createConcepts({ tokens })
  const shelf = createShelf(index, { tokens, synonyms: () => [] }, { readConcepts })
  const finding = createFinding({ tokens, synonyms: () => [] }, readConcepts)
  for (let start = 0; start < corpus.length; start += batch)
    await shelf.put(corpus.slice(start, start + batch).map(toArticle))
  const find = async (text: string): Promise<string[]> => {
    const passages = await finding.find(
      shelf,
      { text, language: detectLanguage(text), reader: visitor },
      Date.parse(at),
    )
    return [...new Set(passages.map(({ articleId }) => articleId))]
  }
  await learnWhatHelps()

  /** As in the product: what was learnt is put to work only when questions that were held out are found better with it. */
  async function learnWhatHelps(): Promise<void> {
    const asked = examples.filter(({ documents }, place) => documents.length > 0 && place % heldOutOf === 0)
    if (asked.length < fewestAsked) return
    const step = Math.ceil(asked.length / mostAsked)
    const questions = asked.filter((_, place) => place % step === 0)
    const meanOf = async () => {
      let sum = 0
      for (const { question, documents } of questions) {
        const place = (await find(question)).slice(0, 10).findIndex((id) => documents.includes(id))
        if (place >= 0) sum += 1 / (place + 1)
      }
      return sum / questions.length
    }
    const without = await meanOf()
    const held = new Set(asked)
    shelf.learnt = learnFrom(
      corpus,
      examples.filter((example) => !held.has(example)),
      tokens,
    )
    const helps = (await meanOf()) - without >= leastGain
    shelf.learnt = helps ? learnFrom(corpus, examples, tokens) : undefined
  }

  return {
    /** Documents as a customer's question finds them, best first. */
    find,
    /** Plain BM25F over the same index and tokens, the question as it was typed: the yardstick. */
    async findByWords(text: string): Promise<string[]> {
      const hits = await index.search({ text, limit: 30, readers: marksOfReader(visitor) })
      return [...new Set(hits.map(({ id }) => id.slice(0, id.lastIndexOf('#'))))]
    },
  }
}

/** What the product's job would learn from these texts and examples. */
function learnFrom(corpus: BeirDocument[], examples: LearningExample[], tokens: Tokens): Learnt {
  const texts = [...corpus.flatMap(({ title, text }) => [title, text]), ...examples.map(({ question }) => question)]
  const byId = new Map(corpus.map((document) => [document.id, document]))
  const pairs = examples.flatMap(({ question, documents, wordings }) => {
    const known = documents.flatMap((id) => {
      const document = byId.get(id)
      return document ? [document.title || document.text] : []
    })
    return [...known, ...wordings].map((wording) => ({ asked: tokens.words(question), known: tokens.words(wording) }))
  })
  const learnt = learnRelations({ texts: texts.filter(Boolean).map((text) => tokens.words(text)), pairs, seed: 1 })
  return { weights: defaultWeights, relations: createRelations(learnt) }
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
