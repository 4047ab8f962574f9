/** Any endpoint that speaks the `/rerank` of Jina, Cohere, vLLM, Text Embeddings Inference and their like. */
import { z } from 'zod'
import type { Endpoint } from './openai-compatible.ts'
import { ModelFailure, type Reranker } from './models.ts'
import { postJson } from './post-json.ts'

type Settings = Pick<Endpoint, 'url' | 'name' | 'key'> & { limit?: number; longest?: number }

const Result = z.object({
  index: z.int().nonnegative(),
  relevance_score: z.number().nullish(),
  score: z.number().nullish(),
})
/** Most wrap the results; Text Embeddings Inference does not. */
const Answer = z.union([z.object({ results: z.array(Result) }).transform(({ results }) => results), z.array(Result)])

/** `url` is where `/rerank` is found, without it. */
export function createRerankEndpoint(settings: Settings): Reranker {
  const { url, name, key, limit = 10_000, longest = 6_000 } = settings
  const cut = (text: string) => text.slice(0, longest).toWellFormed() || ' '

  return {
    name,
    async rerank(query, texts, { signal } = {}) {
      if (texts.length === 0) return []
      const documents = texts.map(cut)
      // `texts` is what Text Embeddings Inference calls the documents; the others ignore it.
      const body = {
        model: name,
        query: cut(query),
        documents,
        texts: documents,
        top_n: texts.length,
        return_documents: false,
      }
      const results = await postJson({ url: `${url.replace(/\/$/, '')}/rerank`, key, body, limit, signal }, Answer)
      const scores: (number | undefined)[] = texts.map(() => undefined)
      for (const { index, relevance_score, score } of results) scores[index] = relevance_score ?? score ?? undefined
      if (scores.length !== texts.length || scores.some((score) => score === undefined || !Number.isFinite(score)))
        throw new ModelFailure('failed', `Not every one of ${texts.length} texts has a score`)
      return scores as number[]
    },
  }
}
