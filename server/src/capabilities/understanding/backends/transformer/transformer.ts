/** A transformer that somebody trained elsewhere: a classifier of texts, of their words, or both, from local folders. */
import { ModelFailure } from '#platform/models'
import type { Backend, BackendAway, BackendReading, ReadEntity } from '../backends.ts'

type Options = { signal?: AbortSignal | undefined }
/** As `platform/models` opens them; `labels` are the model's own names. */
export type TextClassifier = { labels: string[]; classify(text: string, options?: Options): Promise<Float32Array> }
export type WordClassifier = {
  labels: string[]
  classify(text: string, options?: Options): Promise<{ start: number; end: number; scores: Float32Array }[]>
}

const outside = new Set(['oos', 'out_of_scope', 'out-of-scope', 'none'])
/** Of a longer text the beginning is read, in UTF-16 units. */
const longest = 4_000

export function createTransformer({
  intents,
  entities,
}: {
  intents: TextClassifier
  entities?: WordClassifier | undefined
}): Backend {
  async function ask(text: string, signal: AbortSignal | undefined): Promise<BackendReading> {
    const probabilities = softmax(await intents.classify(text, { signal }))
    const all = intents.labels.map((name, at) => ({ name, probability: probabilities[at]! }))
    const strangers = all.filter(({ name }) => outside.has(name.toLowerCase()))
    const within = all
      .filter((each) => !strangers.includes(each))
      .sort((one, other) => other.probability - one.probability)
    const strange = strangers.reduce((sum, { probability }) => sum + probability, 0)
    // Without a label of its own, what is unsure is strange: one minus the largest (Hendrycks and Gimpel, ICLR 2017).
    const outOfScope = strangers.length > 0 ? strange : 1 - (within[0]?.probability ?? 0)
    const share = 1 - strange || 1
    return {
      kind: 'read',
      intents: within.map(({ name, probability }) => ({ name, probability: Math.min(1, probability / share) })),
      outOfScope: Math.min(1, Math.max(0, outOfScope)),
      entities: entities && spansOf(await entities.classify(text, { signal }), entities.labels),
    }
  }
  return {
    name: 'transformer',
    async read(text, { signal } = {}): Promise<BackendReading | BackendAway> {
      if (signal?.aborted) return { kind: 'away', reason: 'cancelled' }
      try {
        return await ask(text.slice(0, longest).toWellFormed(), signal)
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        const { kind } = error
        return { kind: 'away', reason: kind === 'too-slow' || kind === 'cancelled' ? kind : 'failed' }
      }
    },
  }
}

function softmax(scores: Float32Array): number[] {
  const most = Math.max(...scores)
  const powers = [...scores].map((score) => Math.exp(score - most))
  const sum = powers.reduce((total, each) => total + each, 0)
  return powers.map((power) => power / sum)
}

/** Words marked B-, I- or with the bare type of an entity become spans; "O" is none. */
function spansOf(words: { start: number; end: number; scores: Float32Array }[], labels: string[]): ReadEntity[] {
  const spans: ReadEntity[] = []
  let open: ReadEntity | undefined
  for (const { start, end, scores } of words) {
    const probabilities = softmax(scores)
    const at = probabilities.indexOf(Math.max(...probabilities))
    const [, mark, type] = /^(?:([BI])-)?(.+)$/s.exec(labels[at]!) ?? []
    if (type === undefined || (mark === undefined && type === 'O')) open = undefined
    else if (open && open.type === type && mark !== 'B') {
      open.end = end
      open.confidence = Math.min(open.confidence, probabilities[at]!)
    } else spans.push((open = { start, end, type, confidence: probabilities[at]! }))
  }
  return spans
}
