/** How good what is taught would be learnt: by cross-validation, each example is read by a model that has not seen it. */
import type { JudgedExample, VersionEvaluation } from '@lingxi/contract/training'
import { openClassifier, trainClassifier } from '#platform/classifier'
import { openTagger, trainTagger } from '#platform/tagger'
import {
  accuracyOf,
  calibrationError,
  calibrationOf,
  classFigures,
  confusionsOf,
  type JudgedIntent,
  macroF1,
  outOfScopeCurve,
  type Read,
  type Span,
  spanFigures,
} from './figures.ts'
import { createChance, dealIntoFolds, sampleOf } from './folds.ts'
import { type LabelledLesson, type LessonSets, limits, outOfScopeLabel, type TaggedLesson } from './lesson-sets.ts'

export type Judgement = { evaluation: Omit<VersionEvaluation, 'versionId'>; judged: JudgedExample[] }
/** `done`: the share of the judging, 0–1. */
export type JudgingOptions = { seed: number; onProgress: (done: number) => void; shouldStop: () => boolean }
/** Unwinds the learners when they were told to stop. */
export class LearningStopped extends Error {}

/** The middle of what the classifier learns for itself, see platform/classifier. */
const threshold = 0.5
/** Fewer folds for many examples: time is bounded, and more is learnt from anyhow. */
const foldsFor = (count: number) => (count > 6_000 ? 3 : 5)

type Judging<Item, Out> = {
  items: Item[]
  labelOf: (item: Item) => string
  folds: number
  judgeFold: (rest: Item[], held: Item[], fold: number) => Out[]
}

function crossValidate<Item, Out>({ items, labelOf, folds, judgeFold }: Judging<Item, Out>, seed: number): Out[] {
  const dealt = dealIntoFolds(items, labelOf, { count: folds, chance: createChance(seed) })
  return dealt.flatMap((held, fold) => {
    const rest = dealt.flatMap((items, number) => (number === fold ? [] : items))
    return held.length === 0 || rest.length === 0 ? [] : judgeFold(rest, held, fold)
  })
}

export function judgeLessons(sets: LessonSets, { seed, onProgress, shouldStop }: JudgingOptions): Judgement {
  const chance = createChance(seed)
  const bounded = (lessons: LabelledLesson[]) =>
    sampleOf(lessons, ({ label }) => label, { most: limits.judged, chance })
  const tagged = sampleOf(sets.entities, ({ spans }) => spans[0]?.type ?? '', { most: limits.taggedJudged, chance })
  const judging = { intents: bounded(sets.intents), sentiment: bounded(sets.sentiment), emotion: bounded(sets.emotion) }
  // A tagged text costs about as much as four labelled ones.
  const weights = [judging.intents.length, tagged.length * 4, judging.sentiment.length, judging.emotion.length]
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1
  const told = (part: number) => (done: number) =>
    onProgress((weights.slice(0, part).reduce((sum, weight) => sum + weight, 0) + done * weights[part]!) / whole)

  const { strangers } = sets
  const intents = judgeIntents(judging.intents, { seed, shouldStop, onProgress: told(0), strangers })
  const entities = judgeEntities(tagged, { seed, shouldStop, onProgress: told(1) })
  const sentiment = judgeLabels(judging.sentiment, { seed, shouldStop, onProgress: told(2) })
  const emotion = judgeLabels(judging.emotion, { seed, shouldStop, onProgress: told(3) })
  const classes = classFigures(intents)
  const within = intents.filter(({ taught }) => taught !== '')
  const calibration = calibrationOf(
    within.map(({ best, taught, probability }) => ({ probability, isRight: best === taught })),
  )
  const emotions = classFigures(emotion)
  const figures = {
    accuracy: accuracyOf(intents),
    macroF1: macroF1(classes),
    inScopeAccuracy: accuracyOf(within),
    outOfScopeRecall: accuracyOf(intents.filter(({ taught }) => taught === '')),
    calibrationError: calibrationError(calibration),
    entityF1: entities.f1,
    sentimentAccuracy: accuracyOf(sentiment),
    emotionMacroF1: macroF1(emotions),
  }
  return {
    evaluation: {
      folds: foldsFor(judging.intents.length),
      examples: intents.length,
      figures,
      intents: classes,
      confusions: confusionsOf(intents),
      calibration,
      outOfScope: outOfScopeCurve(intents),
      threshold,
      entities: entities.byType,
      sentiments: classFigures(sentiment),
      emotions,
    },
    judged: intents.map(({ best: _best, ...judged }) => judged),
  }
}

function judgeIntents(
  items: LabelledLesson[],
  { seed, onProgress, shouldStop, strangers }: JudgingOptions & { strangers: string[] },
): JudgedIntent[] {
  const folds = foldsFor(items.length)
  const taughtOf = ({ label }: LabelledLesson) => (label === outOfScopeLabel ? '' : label)
  return crossValidate(
    {
      items,
      labelOf: ({ label }) => label,
      folds,
      judgeFold(rest, held, fold) {
        const classify = learnt(rest, {
          seed,
          onProgress: (done) => onProgress((fold + done) / folds),
          shouldStop,
          outOfScopeLabel,
          strangers,
        })
        if (!classify) return []
        return held.map((lesson) => {
          const { labels, inScope } = classify(lesson.text)
          const { label: best, probability } = labels[0]!
          const read = inScope < threshold ? '' : best
          const told = { exampleId: lesson.id, text: lesson.said, taught: taughtOf(lesson), read, best }
          return { ...told, probability: round(probability), outOfScope: round(1 - inScope) }
        })
      },
    },
    seed,
  )
}

function judgeLabels(items: LabelledLesson[], { seed, onProgress, shouldStop }: JudgingOptions): Read[] {
  const folds = foldsFor(items.length)
  return crossValidate(
    {
      items,
      labelOf: ({ label }) => label,
      folds,
      judgeFold(rest, held, fold) {
        const classify = learnt(rest, { seed, onProgress: (done) => onProgress((fold + done) / folds), shouldStop })
        if (!classify) return []
        return held.map(({ text, label }) => ({ taught: label, read: classify(text).labels[0]!.label }))
      },
    },
    seed,
  )
}

type Options = JudgingOptions & { outOfScopeLabel?: string; strangers?: string[] }

function learnt(lessons: LabelledLesson[], options: Options) {
  const trained = trainClassifier(lessons, options)
  if (trained.outcome === 'stopped') throw new LearningStopped()
  const opened = trained.outcome === 'trained' ? openClassifier(trained.model) : undefined
  return opened?.outcome === 'opened' ? opened.classifier.classify : undefined
}

function judgeEntities(items: TaggedLesson[], { seed, onProgress, shouldStop }: JudgingOptions) {
  const folds = 3
  const read = crossValidate(
    {
      items,
      labelOf: ({ spans }) => spans[0]?.type ?? '',
      folds,
      judgeFold(rest, held, fold): { taught: readonly Span[]; read: Span[] }[] {
        const told = (done: number) => onProgress((fold + done) / folds)
        const trained = trainTagger(rest, { seed, onProgress: told, isStopped: shouldStop })
        if (trained.outcome === 'stopped') throw new LearningStopped()
        const opened = trained.outcome === 'trained' ? openTagger(trained.bytes) : undefined
        if (opened?.outcome !== 'opened') return []
        return held.map(({ text, spans }) => ({ taught: spans, read: opened.tagger.tag(text) }))
      },
    },
    seed,
  )
  return spanFigures(read)
}

const round = (value: number) => Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000))
