/** Local models through ONNX Runtime: one that embeds, one that reads a question and a text together. */
import { basename } from 'node:path'
import { type EmbeddingModel, ModelFailure, type Reranker } from '../models.ts'
import { toUnitVectors } from '../unit-vectors.ts'
import { startOnnx } from './onnx-thread.ts'

type Settings = {
  /** What a model's publisher gives: `model.onnx`, `tokenizer.json`, `tokenizer_config.json`. */
  folder: string
  /** Milliseconds for one batch. */
  limit?: number
  /** Texts that go through the model at once. */
  batch?: number
}
type Closing = { close(): Promise<void> }

/** Rejects when the folder holds no model that can be run. */
export async function openOnnxEmbedding({
  folder,
  limit = 30_000,
  batch = 8,
}: Settings): Promise<EmbeddingModel & Closing> {
  const thread = await startOnnx(folder)
  let dimensions: number | undefined
  return {
    name: `onnx:${basename(folder)}`,
    dimensions: () => dimensions,
    async embed(texts, { signal } = {}) {
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += batch) {
        const some = texts.slice(start, start + batch)
        const { rows } = await thread.ask({ kind: 'embed', texts: some }, { limit, signal })
        vectors.push(...toUnitVectors(rows, dimensions))
        dimensions ??= vectors[0]?.length
      }
      return vectors
    },
    close: thread.close,
  }
}

/** Rejects when the folder holds no model that can be run. */
export async function openOnnxReranker({ folder, limit = 10_000, batch = 8 }: Settings): Promise<Reranker & Closing> {
  const thread = await startOnnx(folder)
  return {
    name: `onnx:${basename(folder)}`,
    async rerank(query, texts, { signal } = {}) {
      const scores: number[] = []
      for (let start = 0; start < texts.length; start += batch) {
        const some = texts.slice(start, start + batch)
        const { rows } = await thread.ask({ kind: 'rerank', query, texts: some }, { limit, signal })
        scores.push(...rows.map((row) => scoreOf(row)))
      }
      return scores
    },
    close: thread.close,
  }
}

/** One number is the score; of two, as a classifier gives them, the second says that it fits. */
function scoreOf(row: Float32Array): number {
  const score = row.length === 1 ? row[0] : row.length === 2 ? row[1]! - row[0]! : undefined
  if (score === undefined || !Number.isFinite(score))
    throw new ModelFailure('failed', `A score of ${row.length} numbers is not understood`)
  return score
}
