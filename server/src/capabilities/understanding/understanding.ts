/**
 * What a customer means: one call, `understand`, which reads the spelling, the act, what the company taught (intents,
 * entities), the mood and the personal data of a message. Promises: it never throws for any text; every offset is of the
 * text as it was written; what was learnt is swapped between two messages, never within one. It knows no database.
 */
import type { Language } from '@lingxi/contract/message'
import type { Meaning } from '@lingxi/contract/understanding'
import { createCompleteQuestion } from '#platform/questions'
import type { Clock } from '#platform/clock'
import type { Tokens } from '#platform/search'
import { type ActReading, createActReader } from './acts/read-act.ts'
import type { ReadOptions } from './backends/backends.ts'
import { createReadBy, type DearReaders, intentsOf } from './dear-readers.ts'
import { readAll } from './entities/read-all.ts'
import { openArtefact, type Refusal } from './learning/artefact.ts'
import { type Learnt, learntOf } from './learnt.ts'
import { readMood } from './moods/read-mood.ts'
import { findPersonalData } from './personal-data/find-personal-data.ts'
import { openShippedMoods } from './moods/shipped-moods.ts'
import { noIntents, readIntents } from './read-intents.ts'
import { openSecondReader, type ReadAgain, type SecondReading } from './second-reading.ts'
import { createCorrector } from './surface/corrections.ts'
import { normalise, recogniseScript, squeezeTraced } from './surface/read-surface.ts'
import type { Traced } from './surface/traced.ts'
import { createWordReader } from './surface/words.ts'

export { type ActContext, type ActReading, createActReader } from './acts/read-act.ts'
export { createConcepts, type ReadConcepts, type Spoken } from './concepts/concepts.ts'
export type { DearReaders } from './dear-readers.ts'
export type { Classified, Classify, Learnt, Tagged } from './learnt.ts'
export { type OpenedArtefact, openArtefact } from './learning/artefact.ts'
export type { LearntModels } from './learning/learn.ts'
export { type TrainUnderstanding, trainUnderstanding } from './learning/train-understanding.ts'

/**
 * `language` is the conversation's so far; `askedBefore` holds the customer's earlier texts, the latest last; `session` names the
 * conversation, for whoever masks what a model is asked; `at` (ms since 1970) is when it was said, from which "tomorrow" counts: now
 * unless said otherwise. `withoutModel`: no language model is asked, however unsure the rest is.
 */
export type UnderstandingContext = {
  language: Language
  askedBefore?: string[] | undefined
  session?: string | undefined
  at?: number | undefined
  withoutModel?: boolean | undefined
}
export type Used = { outcome: 'used' } | Refusal
export type Understanding = ReturnType<typeof createUnderstanding>

/** Of a longer text only the beginning is read closely, in UTF-16 units. */
const longestRead = 4_000
const calm = new Set<ActReading['act']>(['greeting', 'thanks', 'goodbye', 'confirm'])

type Parts = {
  tokens: Tokens
  clock: Pick<Clock, 'now'>
  /** Where the company is: by its IANA name. */
  timeZoneOf: (tenantId: string) => Promise<string>
  /** Who is asked where what was learnt is unsure. */
  dear?: DearReaders | undefined
}

export function createUnderstanding({ tokens, clock, timeZoneOf, dear }: Parts) {
  const readAct = createActReader()
  const readWords = createWordReader({ tokens })
  const completeQuestion = createCompleteQuestion({ tokens })
  const shipped = openShippedMoods()
  const untaught: Learnt = { version: null, readBy: createReadBy(dear, undefined) }
  const learnt = new Map<string, Learnt>()
  const secondReaders = new Map<string, { version: string; reader: Promise<ReadAgain> }>()
  const correctors = new WeakMap<Learnt, ReturnType<typeof createCorrector>>()

  function correctorOf(taught: Learnt) {
    if (!taught.vocabulary) return undefined
    let corrector = correctors.get(taught)
    if (!corrector) correctors.set(taught, (corrector = createCorrector({ vocabulary: taught.vocabulary, tokens })))
    return corrector
  }

  /** The spelling that is read, and its slips mended where that makes the intent clearer. */
  function mend(text: string, normalised: Traced, taught: Learnt) {
    const corrected = correctorOf(taught)?.(text, normalised)
    const read = (made: Traced) => (taught.intents ? readIntents(text, made, taught.intents) : noIntents)
    const asTyped = read(normalised)
    if (!corrected || corrected.corrections.length === 0) return { made: normalised, corrections: [], read: asTyped }
    const mended = read(corrected.made)
    const helps = mended.outOfScope.probability <= asTyped.outOfScope.probability
    return helps ? { ...corrected, read: mended } : { made: normalised, corrections: [], read: asTyped }
  }

  async function understand(tenantId: string, text: string, context: UnderstandingContext): Promise<Meaning> {
    const taught = learnt.get(tenantId) ?? untaught
    const near = text.slice(0, longestRead)
    const act = readAct(near, context)
    const normalised = normalise(near)
    const completed = completeQuestion(near, act.language, context.askedBefore ?? [])?.text ?? null
    const { made, corrections, dearer, ...wanted } = await readWanted(near, normalised, {
      taught,
      completed,
      asking: { session: context.session, withoutModel: context.withoutModel },
    })
    const mood = readMood(
      { text: near, normalised, squeezed: squeezeTraced(near), anger: act.heard, isCalm: calm.has(act.act) },
      { sentiment: taught.sentiment ?? shipped.sentiment, emotion: taught.emotion ?? shipped.emotion },
    )
    const entities = readAll(near, taught, {
      calendar: { now: context.at ?? clock.now(), timeZone: await timeZoneOf(tenantId) },
      besides: dearer,
    })
    return {
      language: act.language,
      script: recogniseScript(near),
      normalised: made.text,
      offsets: made.starts,
      corrections,
      completed,
      words: await readWords(near, normalised),
      act: act.act,
      confidence: act.confidence,
      question: act.question,
      ...wanted,
      entities,
      mood,
      personalData: findPersonalData(near, entities),
      signals: act.signals,
    }
  }

  type Around = { taught: Learnt; completed: string | null; asking: ReadOptions }
  /** What is wanted: as it was typed, with its slips mended, with what it leaves out; and by who costs more, where that is unsure. */
  async function readWanted(near: string, normalised: Traced, { taught, completed, asking }: Around) {
    const { made, corrections, read } = mend(near, normalised, taught)
    const whole = completed && read.outOfScope.decided && taught.intents ? readCompleted(completed, taught) : read
    const asked = taught.readBy && intentsOf(await taught.readBy(made.text, asking), { text: near, made })
    const { intents, candidates, outOfScope } = asked ?? whole
    const version = { version: taught.version }
    const readBy = asked
      ? { backend: asked.by, ...version }
      : taught.intents
        ? { backend: 'linear' as const, ...version }
        : null
    return { made, corrections, intents, candidates, outOfScope, readBy, dearer: asked?.entities ?? [] }
  }

  function useOpened(tenantId: string, taught: Learnt | undefined): Used {
    if (taught) learnt.set(tenantId, taught)
    else learnt.delete(tenantId)
    return { outcome: 'used' }
  }

  /** Prepared when it is first asked, and anew for another version. */
  async function readAgain(tenantId: string, text: string): Promise<SecondReading | null> {
    const { version, shown } = learnt.get(tenantId) ?? untaught
    if (version === null || !shown) return null
    let held = secondReaders.get(tenantId)
    if (held?.version !== version) {
      held = { version, reader: openSecondReader(shown) }
      secondReaders.set(tenantId, held)
    }
    return (await held.reader)(text.slice(0, longestRead))
  }

  /** What the message says together with what it leaves out; its words are not all its own, so nothing points at them. */
  function readCompleted(completed: string, taught: Learnt) {
    const { intents, ...rest } = readIntents(completed, normalise(completed), taught.intents!)
    return { ...rest, intents: intents.map((intent) => ({ ...intent, start: 0, end: 0, because: [] })) }
  }

  return {
    understand,
    /** What the examples that are most like the message say it means: another opinion than `understand`, to find where they differ. */
    readAgain,
    /** Only what the message does, at once: for what needs no more. */
    readAct,
    /**
     * From the next message on, messages are read by what was learnt; undefined: nothing is. Bytes that cannot be opened are
     * refused, and what reads goes on reading.
     */
    async use(tenantId: string, given: { version: string; artefact: Uint8Array } | undefined): Promise<Used> {
      if (!given) return useOpened(tenantId, undefined)
      const opened = openArtefact(given.artefact)
      if (opened.outcome === 'refused') return opened
      const taught = await learntOf(given.version, opened, tokens)
      return useOpened(tenantId, { ...taught, readBy: createReadBy(dear, opened) })
    },
    useOpened,
  }
}
