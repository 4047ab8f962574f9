/** Local models that give labels: to a whole text, or to each of its words. What does not fit together does not open. */
import { ModelFailure } from '../models.ts'
import { readLabels } from './onnx-folder.ts'
import { type OnnxThread, startOnnx } from './onnx-thread.ts'
import { placeTokens } from './place-tokens.ts'

type Settings = {
  /** What a model's publisher gives: `model.onnx`, `tokenizer.json`, `config.json` with `id2label`. */
  folder: string
  /** Milliseconds for one text. */
  limit?: number
}
type Options = { signal?: AbortSignal | undefined }
type Closing = { close(): Promise<void> }

/** One score (a logit) a label. Rejects when the folder holds no classifier of texts. */
export async function openOnnxTextClassifier({ folder, limit = 5_000 }: Settings) {
  const opened = await open(folder, 'text')
  return {
    labels: opened.labels,
    async classify(text: string, { signal }: Options = {}): Promise<Float32Array> {
      const { rows } = await opened.thread.ask({ kind: 'label', texts: [text] }, { limit, signal })
      return sound(rows[0]!)
    },
    close: opened.thread.close,
  } satisfies Closing & { labels: string[]; classify: unknown }
}

export type LabelledPlace = { start: number; end: number; scores: Float32Array }

/** The words that were found in the text again, with one score a label each. Rejects when the folder holds no classifier of words. */
export async function openOnnxWordClassifier({ folder, limit = 5_000 }: Settings) {
  const { labels, thread } = await open(folder, 'words')
  return {
    labels,
    async classify(text: string, { signal }: Options = {}): Promise<LabelledPlace[]> {
      const { rows, tokens } = await thread.ask({ kind: 'label', texts: [text] }, { limit, signal })
      const scores = sound(rows[0]!)
      return placeTokens(text, tokens?.[0] ?? []).map(({ token, start, end }) => {
        return { start, end, scores: scores.slice(token * labels.length, (token + 1) * labels.length) }
      })
    },
    close: thread.close,
  } satisfies Closing & { labels: string[]; classify: unknown }
}

/** Tries the model on a short text: what its shape is, is known from what it gives alone. */
async function open(folder: string, of: 'text' | 'words'): Promise<{ labels: string[]; thread: OnnxThread }> {
  const labels = readLabels(folder)
  const thread = await startOnnx(folder)
  try {
    const { rows, tokens } = await thread.ask({ kind: 'label', texts: ['a'] }, { limit: 60_000 })
    const given = rows[0]?.length ?? 0
    const wanted = of === 'text' ? labels.length : labels.length * (tokens?.[0]?.length ?? 0)
    const isOfWords = tokens !== undefined
    if (isOfWords !== (of === 'words'))
      throw new Error(`The model in ${folder} labels ${isOfWords ? 'words' : 'texts'}`)
    if (given !== wanted)
      throw new Error(`The model in ${folder} gives ${given} numbers where its ${labels.length} labels need ${wanted}`)
    return { labels, thread }
  } catch (error) {
    await thread.close()
    throw error
  }
}

function sound(scores: Float32Array): Float32Array {
  if (scores.every(Number.isFinite)) return scores
  throw new ModelFailure('failed', 'The local model gave what is no number')
}
