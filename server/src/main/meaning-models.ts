/** Models of meaning as configured; endpoints do not see personal data. Loaded only where one is: their libraries cost time and memory at every start. */
import type { EmbeddingModel, Reranker } from '#platform/models'
import type { Backend } from '../capabilities/understanding/backends/backends.ts'
import { createTransformer } from '../capabilities/understanding/backends/transformer/transformer.ts'
import { maskEmbeddingModel, maskReranker } from '../capabilities/understanding/personal-data/masked-models.ts'
import type { Config } from './config.ts'

/** All of them, each with the milliseconds that a question waits for it. Rejects where one cannot be opened. */
export async function openMeaning({ embedding, reranking, intents }: Config) {
  const { byModel, within } = intents
  return {
    embedding: embedding && { model: await openEmbedding(embedding), within: embedding.within },
    reranking: reranking && { model: await openReranker(reranking), within: reranking.within },
    intents: { transformer: await openIntentTransformer(intents), byModel, within },
  }
}

async function openEmbedding(settings: NonNullable<Config['embedding']>): Promise<EmbeddingModel> {
  if (settings.kind === 'onnx')
    return (await import('../platform/models/onnx/onnx-models.ts')).openOnnxEmbedding(settings)
  const { createEmbeddingEndpoint } = await import('../platform/models/embedding-endpoint.ts')
  return maskEmbeddingModel(createEmbeddingEndpoint(settings))
}

async function openReranker(settings: NonNullable<Config['reranking']>): Promise<Reranker> {
  if (settings.kind === 'onnx')
    return (await import('../platform/models/onnx/onnx-models.ts')).openOnnxReranker(settings)
  const { createRerankEndpoint } = await import('../platform/models/rerank-endpoint.ts')
  return maskReranker(createRerankEndpoint(settings))
}

/** A transformer that reads intents, and entities where there is a folder for them. Rejects where a folder holds no such model. */
async function openIntentTransformer({ folder, entitiesFolder }: Config['intents']): Promise<Backend | undefined> {
  if (!folder) return undefined
  const { openOnnxTextClassifier, openOnnxWordClassifier } = await import('../platform/models/onnx/onnx-classifiers.ts')
  const intents = await openOnnxTextClassifier({ folder })
  const entities = entitiesFolder ? await openOnnxWordClassifier({ folder: entitiesFolder }) : undefined
  return createTransformer({ intents, entities })
}
