/** Any endpoint that speaks OpenAI's `/embeddings`. */
import { z } from 'zod'
import type { Endpoint } from './openai-compatible.ts'
import { type EmbeddingModel, ModelFailure } from './models.ts'
import { postJson } from './post-json.ts'
import { toUnitVectors } from './unit-vectors.ts'

type Settings = Pick<Endpoint, 'url' | 'name' | 'key'> & {
  /** Milliseconds for one batch. */
  limit?: number
  /** Texts in one call. */
  batch?: number
  /** Characters of one text that are sent: endpoints refuse what is longer than their model reads. */
  longest?: number
}

const Answer = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().nullish(), embedding: z.array(z.number()) })),
})

/** `url` is where `/embeddings` is found, without it. */
export function createEmbeddingEndpoint(settings: Settings): EmbeddingModel {
  const { url, name, key, limit = 30_000, batch = 64, longest = 6_000 } = settings
  let dimensions: number | undefined

  async function embedSome(texts: string[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
    const input = texts.map((text) => text.slice(0, longest).toWellFormed() || ' ')
    const body = { model: name, input, encoding_format: 'float' }
    const { data } = await postJson({ url: `${url.replace(/\/$/, '')}/embeddings`, key, body, limit, signal }, Answer)
    const vectors: (number[] | undefined)[] = texts.map(() => undefined)
    data.forEach(({ index, embedding }, place) => (vectors[index ?? place] = embedding))
    const whole = vectors.filter((vector) => vector !== undefined)
    if (whole.length !== texts.length || data.length !== texts.length)
      throw new ModelFailure('failed', `${data.length} vectors came for ${texts.length} texts`)
    const unit = toUnitVectors(whole, dimensions)
    dimensions = unit[0]?.length
    return unit
  }

  return {
    name,
    dimensions: () => dimensions,
    async embed(texts, { signal } = {}) {
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += batch)
        vectors.push(...(await embedSome(texts.slice(start, start + batch), signal)))
      return vectors
    },
  }
}
