/**
 * Where passages and questions lie in meaning, by a configured embedding model. Passages are embedded in the background
 * and kept; a question has a short time, after which it is searched by its words alone. Losing the model costs quality and
 * nothing else: what could not be embedded is tried again with growing pauses.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '#platform/clock'
import type { Log } from '#platform/log'
import { type EmbeddingModel, ModelFailure } from '#platform/models'
import type { SearchDocument } from '#platform/search'
import type { KeptVector, VectorsStore } from './vectors-store.ts'

/** What became of a question's vector, or of a batch of passages. */
export type MeaningOutcome = 'made' | 'remembered' | 'too-slow' | 'failed'
type Parts = {
  model: EmbeddingModel
  store: VectorsStore
  clock: Clock
  log: Log
  /** Milliseconds that a question may wait for its vector. */
  within: number
  onOutcome?: ((of: 'question' | 'passages', outcome: MeaningOutcome) => void) | undefined
}
/** Called with a document and its vector when it has one; it may have been changed or removed meanwhile. */
type Give = (documents: SearchDocument[]) => Promise<void>
type Waiting = { document: SearchDocument; give: Give }

const batch = 32
const mostRemembered = 1_000
const longestQuestion = 1_000
const shortestPause = 1_000
const longestPause = 120_000

export function createMeaning({ model, store, clock, log, within, onOutcome }: Parts) {
  const questions = new Map<string, Promise<Float32Array | undefined>>()

  /** The vector of a question, or nothing in time. Asked twice at once, it is made once. */
  function ofQuestion(text: string): Promise<Float32Array | undefined> {
    const asked = text.slice(0, longestQuestion)
    const known = questions.get(asked)
    if (known) {
      onOutcome?.('question', 'remembered')
      return known
    }
    const made = embedQuestion(asked)
    if (questions.size >= mostRemembered) questions.delete(questions.keys().next().value!)
    questions.set(asked, made)
    // What failed is asked again next time.
    void made.then((vector) => vector ?? questions.delete(asked))
    return made
  }

  async function embedQuestion(text: string): Promise<Float32Array | undefined> {
    const patience = new AbortController()
    const callOff = clock.after(within, () => patience.abort())
    try {
      const [vector] = await model.embed([text], { signal: patience.signal })
      onOutcome?.('question', 'made')
      return vector
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      onOutcome?.('question', patience.signal.aborted || error.kind === 'too-slow' ? 'too-slow' : 'failed')
      return undefined
    } finally {
      callOff()
    }
  }

  /** One company's passages. */
  function of(tenantId: string) {
    const waiting = new Map<string, Waiting>()
    let pause = shortestPause
    let running: Promise<void> | undefined

    /** Documents with the vectors that are known; of those without one `later` takes care. */
    async function attach(documents: SearchDocument[]): Promise<SearchDocument[]> {
      const kept = await store.find(
        tenantId,
        model.name,
        documents.map(({ id }) => id),
      )
      const byId = new Map(kept.map((each) => [each.id, each]))
      return documents.map((document) => {
        const known = byId.get(document.id)
        return known?.hash === hashOf(document) ? { ...document, vector: known.vector } : document
      })
    }

    /** Embeds these soon and gives them back with their vectors. */
    function later(documents: SearchDocument[], give: Give): void {
      for (const document of documents) waiting.set(document.id, { document, give })
      if (waiting.size > 0) running ??= work().finally(() => (running = undefined))
    }

    async function work(): Promise<void> {
      while (waiting.size > 0) {
        const some = [...waiting.values()].slice(0, batch)
        if (await embedSome(some)) pause = shortestPause
        else await rest()
      }
    }

    function rest(): Promise<void> {
      const length = pause
      pause = Math.min(longestPause, 2 * pause)
      return new Promise((resolve) => void clock.after(length, resolve))
    }

    async function embedSome(some: Waiting[]): Promise<boolean> {
      try {
        const vectors = await model.embed(some.map(({ document }) => wordingOf(document)))
        const kept = some.map(
          ({ document }, place): KeptVector => ({
            id: document.id,
            hash: hashOf(document),
            vector: vectors[place]!,
          }),
        )
        await store.put(tenantId, model.name, kept)
        for (const [place, { document, give }] of some.entries()) {
          // What was put in again meanwhile waits for its own turn.
          if (waiting.get(document.id)?.document !== document) continue
          waiting.delete(document.id)
          await give([{ ...document, vector: vectors[place]! }])
        }
        onOutcome?.('passages', 'made')
        return true
      } catch (error) {
        const kind = error instanceof ModelFailure && error.kind === 'too-slow' ? 'too-slow' : 'failed'
        onOutcome?.('passages', kind)
        log.warn('passages-not-embedded', { tenantId, waiting: waiting.size, reason: kind, pause })
        return false
      }
    }

    return {
      attach,
      later,
      ofQuestion,
      /** Forgets passages that are no more. */
      async forget(ids: string[]): Promise<void> {
        for (const id of ids) waiting.delete(id)
        await store.remove(tenantId, ids)
      },
      /** How many passages wait for their vector. */
      waiting: () => waiting.size,
    }
  }

  return { of, ofQuestion, model: model.name }
}
export type Meaning = ReturnType<typeof createMeaning>
export type CompanyMeaning = ReturnType<Meaning['of']>

/** The title says what a passage is about, which its own words often do not. */
const wordingOf = ({ title, heading, body }: SearchDocument) => [title, heading, body].filter(Boolean).join('\n')
const hashOf = (document: SearchDocument) => createHash('sha256').update(wordingOf(document)).digest('base64url')
