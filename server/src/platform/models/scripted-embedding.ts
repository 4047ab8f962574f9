/** Models of meaning that do as they are told, for tests; they fail loudly on the unplanned. */
import { type EmbeddingModel, type FailureKind, ModelFailure, type Reranker } from './models.ts'
import { toUnitVectors } from './unit-vectors.ts'

/** What the next calls do: fail so, or (`silent`) say nothing until they are given up. Absent: answer. */
export type Mood = { fail?: FailureKind; silent?: boolean }
type Options = { signal?: AbortSignal | undefined }

async function obey({ fail, silent }: Mood, { signal }: Options): Promise<void> {
  if (silent) {
    if (!signal) throw new Error('A silent model needs a signal to end it')
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  }
  if (signal?.aborted) throw new ModelFailure('cancelled', 'The call was given up')
  if (fail) throw new ModelFailure(fail, 'As scripted')
}

/** `vectorOf` says where each text lies. `asked` records the calls; `mood` may be changed between them. */
export function createScriptedEmbedding(vectorOf: (text: string) => readonly number[], mood: Mood = {}) {
  const asked: string[][] = []
  let dimensions: number | undefined
  const model: EmbeddingModel = {
    name: 'scripted',
    dimensions: () => dimensions,
    async embed(texts, options = {}) {
      asked.push([...texts])
      await obey(mood, options)
      const vectors = toUnitVectors(texts.map(vectorOf), dimensions)
      dimensions ??= vectors[0]?.length
      return vectors
    },
  }
  return { ...model, asked, mood }
}

export function createScriptedReranker(scoreOf: (query: string, text: string) => number, mood: Mood = {}) {
  const asked: { query: string; texts: string[] }[] = []
  const model: Reranker = {
    name: 'scripted',
    async rerank(query, texts, options = {}) {
      asked.push({ query, texts: [...texts] })
      await obey(mood, options)
      return texts.map((text) => scoreOf(query, text))
    },
  }
  return { ...model, asked, mood }
}
