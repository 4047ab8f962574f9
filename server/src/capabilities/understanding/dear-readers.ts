/** Who is asked where what was learnt here is unsure: a transformer, then a language model. And what their word is worth. */
import type { Meaning, RecognisedEntity } from '@lingxi/contract/understanding'
import type { Clock } from '#platform/clock'
import type { LanguageModel } from '#platform/models'
import type { Backend, BackendName, ReadOptions } from './backends/backends.ts'
import { type ChosenReading, createChooseBackend } from './backends/choose-backend.ts'
import { createLinear } from './backends/linear/linear.ts'
import { createModelBackend } from './backends/model/model.ts'
import type { OpenedArtefact } from './learning/artefact.ts'
import type { ReadIntents } from './read-intents.ts'
import { sourceSpan, type Traced } from './surface/traced.ts'

/** `within`: milliseconds that a message waits for them together. The language model must not see personal data. */
export type DearReaders = {
  transformer?: Backend | undefined
  model?: LanguageModel | undefined
  within: number
  clock: Pick<Clock, 'reading'>
  onOutcome?: ((of: BackendName, outcome: string) => void) | undefined
}
export type ReadBy = (text: string, asked?: ReadOptions) => Promise<ChosenReading>

const mostCandidates = 5
const round = (value: number) => Math.round(value * 1000) / 1000

/** Undefined where nobody dear is configured who could read. */
export function createReadBy(
  dear: DearReaders | undefined,
  opened: Pick<OpenedArtefact, 'intents' | 'entities' | 'shown'> | undefined,
): ReadBy | undefined {
  if (!dear) return undefined
  const cheap = createLinear(opened ?? { intents: undefined, entities: undefined })
  const { transformer, model, within, clock, onOutcome } = dear
  const backends: Backend[] = transformer ? [transformer] : []
  if (model && opened && opened.shown.length > 0) {
    const candidates = (text: string) => {
      const read = cheap.readNow(text)
      return read.kind === 'read' ? read.intents.slice(0, mostCandidates).map(({ name }) => name) : []
    }
    backends.push(createModelBackend({ model, shown: opened.shown, candidates, within }))
  }
  return backends.length > 0 ? createChooseBackend({ cheap, dear: backends, within, clock, onOutcome }) : undefined
}

/** What somebody dear read, as a meaning has it; undefined where what was learnt here stands. Nothing points at its reasons. */
export function intentsOf(
  { reading, by }: ChosenReading,
  { text, made }: { text: string; made: Traced },
): (ReadIntents & { by: BackendName; entities: RecognisedEntity[] }) | undefined {
  if (by === 'linear' || reading.kind !== 'read') return undefined
  const [best] = reading.intents
  const decided = reading.outOfScope > 0.5 || !best
  const named = (each: { name: string; probability: number }): Meaning['candidates'][number] => ({
    name: each.name,
    probability: round(each.probability),
  })
  return {
    by,
    intents: decided ? [] : [{ ...named(best), start: 0, end: text.length, because: [] }],
    candidates: reading.intents.slice(0, mostCandidates).map(named),
    outOfScope: { decided, probability: round(reading.outOfScope) },
    entities: (reading.entities ?? []).map(({ start, end, type, confidence }) => {
      const span = sourceSpan(made, start, end)
      const said = text.slice(span.start, span.end)
      const value = { kind: 'text' as const, text: said }
      return { type, ...span, text: said, value, confidence: round(confidence), by: 'model' as const }
    }),
  }
}
