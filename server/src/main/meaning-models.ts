/** Models of meaning as configured. Loaded only where one is: their libraries cost time and memory at every start. */
import type { EmbeddingModel, Reranker } from '#platform/models'
import type { Config } from './config.ts'

export async function openEmbedding(settings: NonNullable<Config['embedding']>): Promise<EmbeddingModel> {
  if (settings.kind === 'onnx')
    return (await import('../platform/models/onnx/onnx-models.ts')).openOnnxEmbedding(settings)
  return (await import('../platform/models/embedding-endpoint.ts')).createEmbeddingEndpoint(settings)
}

export async function openReranker(settings: NonNullable<Config['reranking']>): Promise<Reranker> {
  if (settings.kind === 'onnx')
    return (await import('../platform/models/onnx/onnx-models.ts')).openOnnxReranker(settings)
  return (await import('../platform/models/rerank-endpoint.ts')).createRerankEndpoint(settings)
}
